import type { RunKind, RunResult } from '../events.ts'
import { auditRenderer } from './audit.ts'
import { bastionRenderer } from './bastion.ts'
import { catalogueRenderer } from './catalogue.ts'
import { groupsRenderer } from './groups.ts'
import { janitorRenderer } from './janitor.ts'
import type { Renderer } from './renderer.ts'
import { trafficRenderer } from './traffic.ts'

const RENDERERS: { readonly [Kind in RunKind]: Renderer<Kind> } = {
  groups: groupsRenderer,
  audit: auditRenderer,
  bastion: bastionRenderer,
  catalogue: catalogueRenderer,
  janitor: janitorRenderer,
  traffic: trafficRenderer,
}

/** What shows this result; a kind without a renderer does not compile. */
export const rendererOf = <Kind extends RunKind>(result: RunResult<Kind>): Renderer<Kind> => RENDERERS[result.kind]
