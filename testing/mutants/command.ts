import { inFile } from './mutant.ts'

/** Mutants of the command: what acts and what only plans, what is put back, and the forms of the portal. */
export const COMMAND_MUTANTS = [
  ...inFile('src/command/arguments.ts', [
    {
      name: 'the command acts without --yes',
      find: "return { ...texts, 'dry-run': String(!acts) }",
      replace: "return { ...texts, 'dry-run': String(acts && false) }",
    },
    {
      name: 'the command takes --yes and --dry-run together',
      find: "if (acts && texts['dry-run'] === 'true')",
      replace: "if (acts && texts['dry-run'] === 'yes')",
    },
    {
      name: 'the command takes --dry-run=false alone, and plans',
      find: "if (!acts && texts['dry-run'] === 'false')",
      replace: "if (!acts && texts['dry-run'] === 'no')",
    },
    {
      name: 'the command forgets the entry before where a flag comes again',
      find: '[...(inputs.get(name) ?? []), value]',
      replace: '[value]',
    },
    {
      name: 'the command cuts a value at its second equals sign',
      find: "parts.join('=')",
      replace: 'parts[0]',
    },
    {
      name: 'the command takes flags of the role',
      find: "name !== 'mode' && !ONLY_IN_JOBS.includes(name)",
      replace: "name !== 'mode'",
    },
    {
      name: 'the command runs a mode whose help is asked for',
      find: "if (asksForHelp(rest)) return { kind: 'help', topic: first }\n  return",
      replace: 'return',
    },
  ]),
  ...inFile('src/command/command.ts', [
    {
      name: 'the command ends with 1 where its words mean nothing',
      find: 'return 2',
      replace: 'return 1',
    },
    {
      name: 'the command leaves what an interrupted run has changed',
      find: 'if (hasSavedRun(runner)) {',
      replace: 'if (hasSavedRun(runner) && line.words.length === 0) {',
    },
    {
      name: 'the command cannot be interrupted again while it puts back',
      find: '    stop = new AbortController()\n',
      replace: '    stop = new AbortController()\n    Object.assign(stop, { abort: () => {} })\n',
    },
    {
      name: 'the command writes its log among a result for programs',
      find: "log: format === 'text' ? stdout : stderr",
      replace: 'log: stdout',
    },
    {
      name: 'the command ends with 0 where a run has failed',
      find: 'return runner.hasFailed() ? 1 : 0',
      replace: 'return 0',
    },
    {
      name: 'the command does not say that nothing was changed',
      find: '&& !acts && !runner.hasFailed()',
      replace: '&& !acts && runner.hasFailed()',
    },
    {
      name: 'a janitor that only reports asks for --yes',
      find: "mode === 'janitor' && !",
      replace: "mode === 'catalogue' && !",
    },
  ]),
  ...inFile('src/command/portal/form.ts', [
    {
      name: 'the portal offers an environment without a service',
      find: 'services.some((service) => catalogue.services.get(service)?.in.has(name)),',
      replace: 'name !== undefined,',
    },
    {
      name: 'the portal offers a mode that is protected wherever it is allowed',
      find: 'if (catalogue.environments.get(environment)?.protected.includes(mode) === true) return false',
      replace: '',
    },
    {
      name: 'the portal offers a mode that no service may be given',
      find: '.modes.every(({ value }) => meansMode(value, mode))',
      replace: '.modes.every(({ value }) => value.length > 0 || meansMode(value, mode))',
    },
    {
      name: 'the portal offers a bastion to services that have none',
      find: "if (mode === 'redeploy-bastion') return placement.bastion !== undefined",
      replace: "if (mode === 'redeploy-bastion') return true",
    },
    {
      name: 'the portal offers a shift to services that declare no two groups',
      find: "(mode !== 'shift' && mode !== 'blue-green') || isShifted(placement)",
      replace: 'true',
    },
    {
      name: 'the portal offers to take back a shift where a rollback is of rolls alone',
      find: 'isOffered(mode, isShifted) ? `${mode}-traffic`',
      replace: 'isOffered(mode, () => true) ? `${mode}-traffic`',
    },
    {
      name: 'the portal asks no reviewers of an environment of GitHub',
      find: 'if (approved.length === 0) return {}',
      replace: 'if (approved.length >= 0) return {}',
    },
    {
      name: 'the portal ends its table of environments at a quote in a name',
      find: `.replaceAll("'", "''")`,
      replace: '',
    },
    {
      name: 'the portal calls a workflow of another version',
      find: 'emergency.yml@v${version}',
      replace: 'emergency.yml@v1',
    },
    {
      name: 'the portal takes the usual catalogue for another one',
      find: 'catalogue: path,',
      replace: "catalogue: '.github/fleet-patch.yml',",
    },
  ]),
  ...inFile('src/command/run-tool.ts', [
    {
      name: 'a tool ends green where its check or file is wrong',
      find: 'return 1',
      replace: 'return 0',
    },
  ]),
  ...inFile('src/command/portal/portal.ts', [
    {
      name: 'the portal writes where it should check',
      find: "if (does === 'write') {",
      replace: 'if (does.length > 0) {',
    },
    {
      name: 'the portal takes other line ends for another form',
      find: "found?.replaceAll('\\r\\n', '\\n') === wanted",
      replace: 'found === wanted',
    },
    {
      name: 'the portal takes both words',
      find: 'if (write === check)',
      replace: 'if (!write && !check)',
    },
  ]),
]
