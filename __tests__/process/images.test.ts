import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addGroup } from '../../simulator/scenario.ts'
import { annotations, fixture } from './fixture.ts'

const staging = () =>
  fixture((account) => {
    addGroup(account, { name: 'stale', size: 2, launch: 'configuration' })
    addGroup(account, { name: 'unrolled', size: 2, launch: 'template-latest', outdated: true })
  })

describe('the bundle, asked to audit', () => {
  it('names the groups that are behind, writes a matrix and a file, and changes nothing', async () => {
    const { account, job } = await staging()
    const folder = await mkdtemp(join(tmpdir(), 'report-'))
    const path = join(folder, 'images.tsv')
    try {
      const audited = await job.run({ inputs: { mode: 'images', 'report-path': path } })
      expect(audited.exitCode).toBe(0)
      expect(annotations(audited.log)).toEqual([])
      const { include } = JSON.parse(audited.outputs['matrix'] ?? '') as {
        include: { group: string; verdict: string }[]
      }
      expect(Object.fromEntries(include.map(({ group, verdict }) => [group, verdict]))).toEqual({
        stale: 'stale',
        unrolled: 'unrolled',
      })
      expect(audited.outputs).toMatchObject({ changed: 'false', 'stale-count': '2' })
      const [head, ...rows] = (await readFile(path, 'utf8')).replace(/\n$/, '').split('\n')
      expect(head?.split('\t')).toContain('group')
      expect(rows.every((row) => row.split('\t').length === head?.split('\t').length)).toBe(true)
      expect(rows.some((row) => row.includes('\tstale\t'))).toBe(true)
      expect(audited.summary).toContain('[unrolled](https://')
      expect(account.ledger.changes()).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('fails, after it has reported everything, where a group is behind for too long', async () => {
    const { job } = await staging()
    const audited = await job.run({ inputs: { mode: 'images', 'max-days-behind': '1' } })
    expect(audited.exitCode).toBe(1)
    expect(annotations(audited.log)).toHaveLength(1)
    expect(audited.outputs['stale-count']).toBe('2')
    expect(audited.summary).toContain('[stale](https://')
  })
})
