import type { Figures } from '../../bench/measure.ts'
import { committed, differences } from '../../bench/results.ts'
import { checked, nameOf, sections } from '../../bench/scenarios.ts'

const figures: Figures = {
  seconds: 850,
  limitSeconds: 850,
  calls: 3,
  throttled: 0,
  launches: 10,
  replaced: 10,
  after: 0,
  spare: 0,
  delay: { median: 1, p90: 2, worst: 3 },
  byAction: { 'autoscaling:DescribeAutoScalingGroups': 3 },
}

describe('figures that were committed', () => {
  it('has those of every scenario that is checked', () => {
    expect(Object.keys(committed())).toEqual(expect.arrayContaining(checked.map(nameOf)))
  })

  it('names each scenario of a section differently', () => {
    for (const scenarios of Object.values(sections)) expect(new Set(scenarios.map(nameOf)).size).toBe(scenarios.length)
    expect(new Set(checked.map(nameOf)).size).toBe(checked.length)
  })

  const rows: readonly { name: string; now: Figures; lines: readonly string[] }[] = [
    { name: 'nothing', now: figures, lines: [] },
    { name: 'a figure', now: { ...figures, seconds: 851 }, lines: ['a roll: seconds was 850, is 851'] },
    { name: 'a delay', now: { ...figures, delay: { ...figures.delay, worst: 9 } }, lines: ['a roll: delay worst was 3, is 9'] }, // prettier-ignore
    { name: 'calls of one kind', now: { ...figures, byAction: { ...figures.byAction, 'ec2:DescribeInstances': 1 } }, lines: ['a roll: ec2:DescribeInstances was 0, is 1'] }, // prettier-ignore
  ]

  it.each(rows)('tells where $name differs', ({ now, lines }) => {
    expect(differences('a roll', figures, now)).toEqual(lines)
  })

  it('tells of a scenario that has none', () => {
    expect(differences('a roll', undefined, figures)).toHaveLength(1)
  })
})
