import { weightsInWords } from './shares.ts'
import type { Route, TrafficStep } from './traffic.ts'

/** Another hand has set weights that are none of this shift: all weights and sizes stay as they are. */
export const foreignWeights = (routes: readonly Route[]): TrafficStep => ({
  kind: 'halt',
  blames: 'other-hand',
  reason: `${routes.map(({ id, weights }) => `${id} has ${weightsInWords(weights)}`).join('; ')}, which this shift has not set`,
  remedy:
    'All weights and sizes stay as they are. Set the weights as they should be. Or set them to what the shift had set, and take it back with `mode: rollback`.',
})
