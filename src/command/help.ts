/** What `--help` prints, from the texts of action.yml. */
import { parse } from 'yaml'

import type { InputName } from '../inputs/declared.ts'
import { declaredInputs } from '../inputs/declared.ts'
import { modes, type Mode } from '../inputs/modes.ts'
import { flagInputs, isSwitch } from './arguments.ts'
import { isTool, tools, type Tool } from './tools.ts'

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>
}

export interface HelpOptions {
  /** The text of action.yml. */
  readonly manifest: string
  /** Of the terminal. */
  readonly columns: number
}

/** The help of a mode or tool, or of the whole command. */
export function help(topic: Mode | Tool | undefined, options: HelpOptions): string {
  if (topic === undefined) return overview(options)
  return isTool(topic) ? toolHelp(topic) : modeHelp(topic, options)
}

/** A sentence on each mode. */
export const MODES: Readonly<Record<Mode, string>> = {
  images: 'Finds groups and instances on old images. Changes nothing.',
  'patch-image': 'Changes the image that groups launch, and rolls where --rollout says so.',
  'patch-docker': 'Changes the Docker image or keys of the user data, and rolls where --rollout says so.',
  respawn: 'Replaces out-of-date instances, as many at a time as --surge allows.',
  'scale-up-patch': 'Launches all new instances before any old one leaves.',
  release: 'Lets a dark launch or a closed gate go on.',
  rollback: 'Goes back to what a group launched before its last change, and rolls.',
  shift: 'Moves traffic between two groups by weights, and touches nothing else.',
  'blue-green': 'Patches the idle one of two groups, proves it, and moves the traffic there by steps.',
  'redeploy-bastion': 'Replaces an SSH bastion and keeps its address.',
  restore: 'Puts groups back that an unfinished run has left changed.',
  janitor: 'Finds what was left behind in groups, and heals it with --heal.',
  catalogue: 'Checks the catalogue. Changes nothing.',
}

function overview({ columns }: HelpOptions): string {
  return [
    'Keeps EC2 Auto Scaling fleets patched, without taking the service down.',
    '',
    '  fleet-patch <mode> [flags]      a dry run where the mode changes something',
    '  fleet-patch <mode> [flags] --yes',
    '  fleet-patch <mode> --help       the flags of a mode',
    '',
    'Modes:',
    ...rows(Object.entries(MODES), columns),
    '',
    'Besides:',
    ...rows(Object.entries(tools), columns),
    '',
    ...COMMON,
    '',
    'Credentials are those that the AWS SDK finds: variables, AWS_PROFILE, SSO, the machine.',
    'The region is --aws-region, else AWS_REGION or AWS_DEFAULT_REGION.',
  ].join('\n')
}

const COMMON = [
  '  -o, --output text|json|tsv      the log, or the result alone on stdout and the log on stderr',
  '  --yes                           act, instead of a dry run',
  '  --help, --version',
]

function modeHelp(mode: Mode, { manifest, columns }: HelpOptions): string {
  const { inputs } = parse(manifest) as Manifest
  const used: readonly InputName[] = modes[mode].uses
  const flags = flagInputs
    .filter((name) => used.includes(name))
    .map((name) => [flagText(name), described(name, inputs[name]?.description ?? '')] as const)
  return [
    `fleet-patch ${mode} [flags]${modes[mode].changes ? ' [--yes]' : ''}`,
    '',
    MODES[mode],
    ...(modes[mode].changes ? ['Without --yes this is a dry run: nothing is changed.'] : []),
    '',
    'Flags; one that takes several entries may be given several times:',
    ...flags.flatMap(([flag, text]) => [`  ${flag}`, ...wrapped(text, columns - 6).map((line) => `      ${line}`)]),
    '',
    ...COMMON,
  ].join('\n')
}

const toolHelp = (tool: Tool): string => [`fleet-patch ${tool}`, '', tools[tool], '', ...TOOL_FLAGS[tool]].join('\n')

const TOOL_FLAGS: Readonly<Record<Tool, readonly string[]>> = {
  page: [
    '  --from <path>       the folder with the records, files `.jsonl`',
    '  --to <path>         the page, a file `.html`',
    '  --catalogue <path>  by default .github/fleet-patch.yml, where there is one',
    '  --redact accounts   shows no account ids',
  ],
  portal: [
    '  --write             writes the workflows',
    '  --check             fails where they are not what the catalogue gives',
    '  --catalogue <path>  by default .github/fleet-patch.yml',
    '  --folder <path>     where they are, by default .github/workflows',
  ],
}

const flagText = (name: InputName): string => (isSwitch(name) ? `--${name}` : `--${name} <value>`)

function described(name: InputName, description: string): string {
  const standard = isSwitch(name) ? undefined : declaredInputs[name]
  // Markdown's marks of code say nothing in a terminal.
  const text = description.replaceAll('`', '')
  return standard === undefined ? text : `${text} Default: ${standard}.`
}

function rows(entries: readonly (readonly [string, string])[], columns: number): string[] {
  const width = 18
  return entries.flatMap(([name, text]) =>
    wrapped(text, columns - width - 2).map((line, index) => `  ${(index === 0 ? name : '').padEnd(width)}${line}`),
  )
}

/** The words of a text in lines of at most so many characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + word.length < Math.max(width, 40)) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
