/**
 * Mutants that 300 seeds are not asked about, by what is all that they change: a fuzzer that watches calls, capacity and
 * the end of a run cannot see it. The tables notice them.
 */

/** `words`: what a run says. `estimates`: how soon it looks again. `pace`: how often it asks, or how many go in one step. */
export const BEYOND_SEEDS: Readonly<Record<'words' | 'estimates' | 'pace', readonly string[]>> = {
  words: [
    'suspended health checks are not said',
    'the name in a command is not quoted',
    'an unsafe address of the run is written',
    'every look that AWS does not answer is told',
    'every minute without an answer is a warning',
    'what stops a rollback hides why the roll was stopped',
    'only the first refusal is told',
    'what two checks find alike is told twice',
    'it is not told what to do about a refusal',
    'a launch hook counts as one that drains',
    'each answer that is lost is told',
    'of an unhealthy instance on its way it is not said',
    'of what an operator has taken out of service its health is said',
    'the time left forgets the last bake',
    'the time left counts a bake that is over',
    'what a checkpoint costs is told of one that costs nothing',
  ],
  estimates: [
    'one start is believed to be like all others',
    'one start is counted at each look that shows it ready',
    'a launch is looked for at once, however long a start takes',
    'a warm-up that is counted is looked at closely',
    'one in ten takes no longer than the quickest of all',
    'a start of which the length is known well is seen so soon that another look falls in it',
    'where the activities alone tell how long starts take, the group is seen every minute',
    'the quickest of starts that vary are looked for as closely as all others',
    'an instance that serves since AWS has answered is waited for once more',
    'an instance that serves since AWS has answered starts slowly without a slow start',
  ],
  pace: [
    'the lease is renewed at every look',
    'a renewed lease has a look of its own',
    'a hundred leave in one step',
    'a roll that waits asks at each look',
    'a run that waits goes on asking for everything',
    'it is asked why no launch begins while a group is put back',
    'the last of all zones leave one by one',
    'a surge of all is held back for the zones',
    'all groups that there is room for begin at one look',
    'the last few groups wait for room',
    'a group that is let in stands behind all others',
    'a group whose look was too old stands behind all others',
    'a look takes more and more groups while little is asked of them',
  ],
}
