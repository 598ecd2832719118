/** All that shows the result of a run once there is one. */
export { summary } from '../summary/summary.ts'
export { rendererOf } from './renderers.ts'
export { writeOutputs } from './write-outputs.ts'
