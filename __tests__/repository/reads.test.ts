import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FleetPart } from '../../src/domain/rollout/fleet.ts'
import { type FleetRead, filledBy, fleetReads } from '../../src/domain/rollout/reads.ts'

const ROOM = 'src/domain/rollout'

/** The model, this declaration, and what imagines a look instead of deciding by one. */
const NO_DECISION = /^(fleet|reads|forecast)$|^changes\//

const modules = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replace(/\.ts$/, ''), text: readFileSync(join(ROOM, name), 'utf8') }))

const parts = Object.entries(fleetReads) as readonly (readonly [FleetPart, FleetRead])[]

const fieldsOf = (part: FleetPart): readonly string[] =>
  Object.entries(filledBy).flatMap(([field, filler]) => (filler === part ? field : []))

test.each(parts.filter(([, { neededBy }]) => neededBy !== 'every decision'))(
  'the modules that are to decide by %s do so',
  (part, { neededBy }) => {
    // A pool fills no field of its own: its instances are told by their state.
    const words = part === 'warmPool' ? ['outdatedWarm'] : fieldsOf(part)
    expect(words).not.toEqual([])
    const using = modules.filter(({ text }) => words.some((word) => new RegExp(`\\b${word}\\b`).test(text)))
    expect(using.map(({ name }) => name)).toEqual(expect.arrayContaining(Array.from(neededBy)))
  },
)

/** Words that mean nothing else in this room; `source` is also what a memo and a rollback name. */
test.each(['balancers', 'failedLaunches', 'imageId', 'launchedAt'] as const)(
  'every module that decides by %s is declared with the part that fills it',
  (field) => {
    const { neededBy }: FleetRead = fleetReads[filledBy[field]]
    const using = modules.filter(({ name, text }) => !NO_DECISION.test(name) && new RegExp(`\\b${field}\\b`).test(text))
    expect(using.map(({ name }) => name).filter((name) => !neededBy.includes(name))).toEqual([])
  },
)
