import fc from 'fast-check'
import { run, scene, type Rolled } from './fixture.ts'

/** Texts with a meaning to the runner's log, to Markdown, HTML, a terminal, YAML, Mermaid, or to a reader. */
const PIECES = [
  '::error::owned',
  '::set-output name=x::y',
  '\n::add-mask::web',
  '\r::stop-commands::pause',
  '##[error]owned',
  '##[group]x',
  '\u200b::warning::x',
  '#\u200b#[command]',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '[click](https://evil.example/)',
  '![](https://evil.example/p.png)',
  'https://evil.example/',
  '@octocat',
  '#1',
  '| a | b |',
  '```',
  '`code`',
  '**bold**',
  '\u001b[31mred\u001b[0m',
  '\u009b2J',
  '\u0007',
  '\u0000'.replace('\u0000', '\u0001'),
  '\u202etxt.exe',
  '\u2028',
  '%0A::error::x',
  '${{ secrets.X }}',
  '$(id)',
  '" onclick="x',
  "'; DROP",
  ':::class',
  'end\nsection x',
  ' - item',
  '\ud83d\ude00',
  'x'.repeat(60),
]

const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))

/** Control and format characters that a text may not carry into a log. */
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u

const isCommand = (line: string): boolean => /^\s*::/.test(line) || line.replace(/\p{Cf}/gu, '').includes('##[')

/** A link of ours: whatever a name holds is encoded in its address. */
const CONSOLE_LINK =
  /\]\(https:\/\/eu-west-1\.console\.aws\.amazon\.com\/ec2\/home\?region=eu-west-1#[\w:=;.~*'!%-]*\)/g

function expectText({ lines, annotations, summary, outputs }: Rolled): void {
  const log = [...lines, ...annotations.flatMap(({ message, title }) => [...message.split('\n'), title])]
  expect(log.filter((line) => isCommand(line.replace(/^\[group\] /, '')))).toEqual([])
  expect(log.filter((line) => ACTING.test(line) || line.includes('\r'))).toEqual([])
  expect(ACTING.test(summary)).toBe(false)
  // Outside of code nothing of it is markup, link, mention or cell.
  const words = summary.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '')
  const prose = words.replaceAll(CONSOLE_LINK, '')
  for (const piece of ['<script', '<img', '](https', 'https://evil', '@octocat', '**bold**'])
    expect(prose).not.toContain(piece)
  for (const fence of summary.matchAll(/^```.*$/gm))
    expect(['```', '```mermaid', '```text', '```yaml', '```json']).toContain(fence[0])
  // Outputs are data for machines: the text is there unchanged, and a JSON parser gives it back.
  const documents = Object.entries(outputs).filter(([name]) => !/^(changed|.*image-id)$/.test(name))
  for (const [, value] of documents) expect(() => JSON.parse(value) as unknown).not.toThrow()
}

test('any names of groups, launch configurations and activities stay text, in a success and in a failure', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, fc.boolean(), async (called, reason, fails) => {
      const name =
        called
          .slice(0, 120)
          // Characters that AWS does not allow.
          .replace(/[\u0000-\u001f:]/g, ' ')
          .trim() || 'web'
      const fixture = scene({
        name,
        size: 1,
        launch: 'configuration',
        balancers: [],
        tags: { Team: 'x', Note: reason },
      })
      if (fails) fixture.account.behaviour.refuseLaunch = () => reason
      const rolled = await run(fixture, { 'auto-scaling-groups': '', tags: 'Team=x' })
      expectText(rolled)
      expect(rolled.result.status).toBe(fails ? 'halted' : 'rolled')
      expect(JSON.parse(rolled.outputs['groups'] ?? '')).toEqual([name])
      // What XML has no form for is replaced on the wire.
      const told = reason.trim().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      expect(rolled.result.failure?.why ?? told).toContain(told)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('a group that cannot be restored is named in the inputs to copy, as text', async () => {
  const name = 'web - "x" #1 <b>&amp;</b> | ${{ y }}'
  const fixture = scene({ name, size: 1, launch: 'configuration', balancers: [], tags: { Team: 'x' } })
  fixture.account.timeline.after(30, () =>
    fixture.account.faults.deny('autoscaling:TerminateInstanceInAutoScalingGroup'),
  )
  const rolled = await run(fixture, { 'auto-scaling-groups': '', tags: 'Team=x' })
  expect(rolled.result.status).toBe('unfinished')
  expectText(rolled)
  expect(rolled.summary).toContain(`  auto-scaling-groups: ${JSON.stringify(name)}`)
})

test('text from AWS in a refusal stays text', async () => {
  const fixture = scene({ size: 1 })
  for (const message of ['::error::owned\n::add-mask::x', '##[command]x \u001b[2J <script>@octocat</script>']) {
    fixture.account.faults.clear()
    fixture.account.faults.inject({
      action: 'autoscaling:SuspendProcesses',
      fault: { kind: 'refusal', code: 'ValidationError', message },
    })
    const rolled = await run(fixture)
    expect(rolled.failed).toBe(true)
    expectText(rolled)
  }
})
