import { Timeline } from '../../simulator/timeline.ts'

describe('the timeline', () => {
  it('runs events in order, each at its own moment, those of one moment in the order in which they were added', () => {
    const timeline = new Timeline(100)
    const observed: string[] = []
    const plan = (seconds: number, name: string) =>
      timeline.after(seconds, () => observed.push(`${name} at ${timeline.now}`))
    plan(20, 'late')
    plan(5, 'early')
    plan(20, 'later')
    timeline.advance(60)
    expect(observed).toEqual(['early at 105', 'late at 120', 'later at 120'])
    expect(timeline.now).toBe(160)
  })

  it('runs events that earlier events add', () => {
    const timeline = new Timeline(0)
    const observed: number[] = []
    timeline.after(10, () => timeline.after(10, () => observed.push(timeline.now)))
    timeline.advance(19)
    expect(observed).toEqual([])
    timeline.advance(1)
    expect(observed).toEqual([20])
  })

  it('does not run cancelled events', () => {
    const timeline = new Timeline(0)
    let happened = 0
    const takeBack = timeline.after(10, () => (happened += 1))
    timeline.after(10, () => (happened += 10))
    takeBack()
    takeBack()
    timeline.advance(10)
    expect(happened).toBe(10)
    expect(timeline.next).toBeUndefined()
  })

  it('does not go back', () => {
    const timeline = new Timeline(50)
    timeline.advanceTo(10)
    expect(timeline.now).toBe(50)
  })

  it('calls observers once per moment, after all events of that moment', () => {
    const timeline = new Timeline(0)
    const state: string[] = []
    const observed: string[] = []
    timeline.onMoment(() => observed.push(`${timeline.now}: ${state.join('')}`))
    timeline.after(10, () => {
      state.push('a')
      timeline.after(0, () => state.push('c'))
    })
    timeline.after(10, () => state.push('b'))
    timeline.after(30, () => state.push('d'))
    timeline.advance(60)
    expect(observed).toEqual(['10: abc', '30: abcd'])
  })
})
