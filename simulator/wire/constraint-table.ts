/** What AWS's model says of the values of one of its shapes; lengths for texts, lists and bytes, bounds for numbers. */
export interface ShapeConstraint {
  readonly min?: number
  readonly max?: number
  /** A regular expression that the whole text matches. */
  readonly pattern?: string
  /** The texts that are allowed. */
  readonly values?: readonly string[]
  /** A number without a fraction, and the bits that it has to fit into. */
  readonly whole?: 32 | 64
  /** Not repeated in AWS's answers. */
  readonly secret?: true
  /** The shape of a list's items. */
  readonly each?: string
  /** The shapes of a map's keys and values. */
  readonly key?: string
  readonly value?: string
}

/** The constraints of one API, which the SDK's schemas do not hold: its shapes, and which of them each member has. */
export interface ConstraintTable {
  readonly shapes: Readonly<Record<string, ShapeConstraint>>
  /** By the name of a structure; also those without a constrained member. */
  readonly structures: Readonly<Record<string, Readonly<Record<string, string>>>>
}
