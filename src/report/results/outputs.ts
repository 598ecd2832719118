/** The names of all outputs, as action.yml declares them. */
export const outputNames = [
  'changed',
  'groups',
  'result',
  'image-id',
  'previous-image-id',
  'replaced',
  'launched',
  'plan',
  'stale',
  'stale-count',
  'matrix',
  'instance-id',
  'previous-instance-id',
  'audit',
  'traffic',
  'plan-id',
  'plan-digest',
  'findings',
  'healed',
] as const

export type OutputName = (typeof outputNames)[number]

/** Values of outputs by name; what is undefined is not set. */
export type Outputs = { readonly [Name in OutputName]?: string | undefined }
