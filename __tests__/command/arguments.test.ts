import { flagInputs, readArguments, UsageError } from '../../src/command/arguments.ts'
import { declaredInputs } from '../../src/inputs/declared.ts'
import { modes } from '../../src/inputs/modes.ts'

const inputsOf = (...words: readonly string[]): unknown => {
  const request = readArguments(words)
  return request.kind === 'mode' ? request.inputs : request
}

const read = [
  {
    name: 'what changes something is a dry run',
    words: ['respawn', '--stacks', 'web v1'],
    inputs: { mode: 'respawn', stacks: 'web v1', 'dry-run': 'true' },
  },
  {
    name: '--yes acts',
    words: ['respawn', '--yes', '--stacks', 'web v1'],
    inputs: { mode: 'respawn', stacks: 'web v1', 'dry-run': 'false' },
  },
  { name: 'what only looks is none', words: ['images'], inputs: { mode: 'images' } },
  {
    name: 'a value may follow an equals sign, and hold others',
    words: ['images', '--tags=Team=web'],
    inputs: { mode: 'images', tags: 'Team=web' },
  },
  {
    name: 'a flag that comes again adds an entry',
    words: ['images', '--stacks', 'web v1', '--stacks=api'],
    inputs: { mode: 'images', stacks: 'web v1\napi' },
  },
  {
    name: 'a switch stands alone',
    words: ['respawn', '--force', '--stacks', 'web'],
    inputs: { mode: 'respawn', force: 'true', stacks: 'web', 'dry-run': 'true' },
  },
  {
    name: 'a switch takes a value',
    words: ['respawn', '--force', 'FALSE', '--yes'],
    inputs: { mode: 'respawn', force: 'false', 'dry-run': 'false' },
  },
  {
    name: 'a switch takes a value after an equals sign',
    words: ['respawn', '--force=true'],
    inputs: { mode: 'respawn', force: 'true', 'dry-run': 'true' },
  },
  {
    name: 'an empty value is one',
    words: ['respawn', '--surge='],
    inputs: { mode: 'respawn', surge: '', 'dry-run': 'true' },
  },
]
test.each(read)('$name', ({ words, inputs }) => expect(inputsOf(...words)).toEqual(inputs))

test('the format is that of the last -o', () => {
  expect(readArguments(['images', '-o', 'tsv'])).toMatchObject({ format: 'tsv' })
  expect(readArguments(['images', '--output=json'])).toMatchObject({ format: 'json' })
  expect(readArguments(['images'])).toMatchObject({ format: 'text' })
})

test.each([
  { words: [], kind: 'help' },
  { words: ['--help'], kind: 'help' },
  { words: ['help', 'respawn'], kind: 'help' },
  { words: ['respawn', '--surge', '2', '-h'], kind: 'help' },
  { words: ['portal', '--help'], kind: 'help' },
  { words: ['--version'], kind: 'version' },
  { words: ['portal', '--check'], kind: 'tool' },
])('$words is $kind', ({ words, kind }) => expect(readArguments(words).kind).toBe(kind))

const refused = [
  { words: ['respwn'], says: '`respwn` is no mode; the nearest is `respawn`.' },
  { words: ['teleport-everything'], says: '`teleport-everything` is no mode; see `fleet-patch --help`.' },
  { words: ['--surge', '2'], says: 'The mode comes first, then its flags: `fleet-patch <mode> --surge ...`.' },
  { words: ['respawn', '--surgee', '2'], says: '`--surgee` is no flag; the nearest is `--surge`.' },
  { words: ['respawn', '--surge'], says: '`--surge` needs a value.' },
  { words: ['respawn', '-o', 'xml'], says: '`xml` is no format of `-o`: it is one of text, json, tsv.' },
  { words: ['respawn', '--force=maybe'], says: '`--force` is `maybe` but must be `true` or `false`, or stand alone.' },
  { words: ['respawn', '-f'], says: '`-f` is no flag: flags have their names, as in `--auto-scaling-groups web`.' },
  {
    words: ['respawn', 'web'],
    says: '`web` belongs to no flag: groups are named by `--stacks "web v1"`, `--auto-scaling-groups`, `--tags` or `--service`.',
  },
  { words: ['respawn', '--yes', '--dry-run'], says: '`--yes` acts and `--dry-run` does not: give one of them.' },
  { words: ['respawn', '--dry-run=false'], says: '`--dry-run=false` alone changes nothing: give `--yes` to act.' },
  {
    words: ['images', '--max-age-days', '3'],
    says: '`--max-age-days` has another name: --max-days-behind. It counts the days since a newer image exists; for the age of the image itself there is `max-image-age-days`.',
  },
  {
    words: ['respawn', '--role-to-assume', 'x'],
    says: '`--role-to-assume` is for jobs of GitHub Actions: a terminal works with the credentials that the AWS SDK finds, such as a profile by AWS_PROFILE.',
  },
]
test.each(refused)('$words is refused', ({ words, says }) => {
  expect(() => readArguments(words)).toThrow(new UsageError(says))
})

test('every input but the mode and the role has a flag, and every mode is one of the command', () => {
  expect(Object.keys(declaredInputs).filter((name) => !(flagInputs as readonly string[]).includes(name))).toEqual([
    'mode',
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'audience',
  ])
  for (const mode of Object.keys(modes)) expect(readArguments([mode])).toMatchObject({ kind: 'mode', mode })
})
