import { readScenario, ScenarioError } from '../../../simulator/scenario-file/read.ts'

const problemsIn = (text: string): readonly string[] => {
  try {
    readScenario(text)
    return []
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    return error.message.split('\n')
  }
}

const group = (fields: string): string => `groups:\n  web: { ${fields} }`

/** Each file has one thing that is wrong, and says so at its place. */
const BAD: readonly { readonly name: string; readonly text: string; readonly says: RegExp }[] = [
  { name: 'no YAML', text: 'groups: [', says: /^1:\d+ it is not valid YAML: .+\.$/ },
  { name: 'a key that stands twice', text: 'seed: 1\nseed: 2', says: /^2:1 it is not valid YAML: Map keys must be unique/ },
  { name: 'a list', text: '- web', says: /^1:1 the scenario is a list and must be keys with values/ },
  { name: 'an unknown field', text: 'grups: {}', says: /^1:1 grups is no field here; there are `region`, .*`groups`/ },
  { name: 'a region that is none', text: 'region: Frankfurt', says: /^1:9 region is `Frankfurt` and must be a region such as eu-west-1/ },
  { name: 'an account without quotes', text: 'account: 123456789012', says: /^1:10 account is 123456789012 and must be a text: an account id of 12 digits, in quotes/ },
  { name: 'an account of eleven digits', text: "account: '12345678901'", says: /^1:10 account is `12345678901` and must be an account id of 12 digits/ },
  { name: 'a broken seed', text: 'seed: 1.5', says: /^1:7 seed is 1.5 and must be a whole number/ },
  { name: 'seven zones', text: 'availability-zones: 7', says: /^1:21 availability-zones is 7 and must be at most 6/ },
  { name: 'a start that is no moment', text: 'start: tomorrow', says: /^1:8 start is `tomorrow`, which is no moment/ },
  { name: 'a time of another kind', text: 'time: virtual', says: /^1:7 time is `virtual` and must be keys with values: how time passes/ },
  { name: 'virtual time with a speed', text: 'time: { virtual: true, speed: 2 }', says: /^1:31 time.speed has no meaning in virtual time/ },
  { name: 'real time with a latency', text: 'time: { latency: 2 }', says: /^1:18 time.latency has a meaning in virtual time only/ },
  { name: 'a speed of nothing', text: 'time: { speed: 0 }', says: /^1:16 time.speed is 0 and must be more than 0/ },
  { name: 'a boot that is a word', text: 'behaviour: { boot: slow }', says: /^1:20 behaviour.boot is `slow` and must be from launch to InService: seconds, or \[lowest, highest\]/ },
  { name: 'a range of three', text: 'behaviour: { boot: [1, 2, 3] }', says: /^1:20 behaviour.boot is a list and must be from launch to InService/ },
  { name: 'a negative shutdown', text: 'behaviour: { shutdown: -1 }', says: /^1:24 behaviour.shutdown is -1 and must be at least 0/ },
  { name: 'zone ties of another word', text: 'behaviour: { zone-ties: any }', says: /^1:25 behaviour.zone-ties is `any` and must be one of `the first`, `by chance`/ },
  { name: 'a flag that is a word', text: 'throttling: yes', says: /^1:13 throttling is `yes` and must be `true` or `false`/ },
  { name: 'no image in the list', text: 'images: []', says: /^1:9 images has too few entries/ },
  { name: 'an image without a name', text: 'images:\n  - created: 2026-01-05', says: /^2:5 images\[0\] lacks `name`/ },
  { name: 'an image from no day', text: 'images:\n  - { name: a, created: soon }', says: /^2:25 images\[0\].created is `soon`, which is no date/ },
  { name: 'an image twice', text: 'images:\n  - name: a\n  - name: a', says: /^3:11 images\[1\].name is `a`, like an image before it/ },
  { name: 'an image of another kind', text: 'images:\n  - { name: a, is: broken }', says: /^2:20 images\[0\].is is `broken` and must be one of `sound`, `sick`/ },
  { name: 'an entrance of no kind', text: 'traffic: { shop: { weights: { web: 1 } } }', says: /traffic.shop lacks `by`/ },
  { name: 'an entrance of a group that is not there', text: 'traffic: { shop: { by: rule, weights: { web: 1 } } }', says: /traffic.shop.weights.web is `web`, which is not in `groups`/ },
  { name: 'a record to a group without load balancer', text: `${group('size: 1')}\ntraffic: { a.fleet.test: { by: record, weights: { web: 1 } } }`, says: /weights.web is `web`, which has no load balancer that a record could name/ },
  { name: 'a record of a weight above 255', text: `${group('balancers: [classic]')}\ntraffic: { a.fleet.test: { by: record, weights: { web: 256 } } }`, says: /weights.web is above 255/ },
  { name: 'a record of no zone', text: `${group('balancers: [classic]')}\ntraffic: { shop: { by: record, weights: { web: 1 } } }`, says: /traffic.shop is no name within a zone, such as `www.fleet.test`/ },
  { name: 'a rule with a dot in its name', text: `${group('size: 1')}\ntraffic: { a.b: { by: rule, weights: { web: 1 } } }`, says: /traffic.a.b is no name of a load balancer/ },
  { name: 'a rule with a TTL', text: `${group('size: 1')}\ntraffic: { shop: { by: rule, ttl: 60, weights: { web: 1 } } }`, says: /traffic.shop.ttl has a meaning with `by: record` only/ },
  { name: 'a record that is sticky', text: `${group('balancers: [classic]')}\ntraffic: { a.fleet.test: { by: record, sticky: 60, weights: { web: 1 } } }`, says: /sticky has a meaning with `by: rule` only/ },
  { name: 'an unknown field of a group', text: group('sise: 3'), says: /^2:10 groups.web.sise is no field here; there are `size`/ },
  { name: 'a size that is a word', text: group('size: three'), says: /^2:16 groups.web.size is `three` and must be a whole number/ },
  { name: 'a minimum above the size', text: group('size: 2, min: 3'), says: /^2:24 groups.web.min is 3, above the size of 2/ },
  { name: 'a maximum below the size', text: group('size: 2, max: 1'), says: /^2:24 groups.web.max is 1, below the size of 2/ },
  { name: 'a launch source of another kind', text: group('launch: template'), says: /^2:18 groups.web.launch is `template` and must be one of `configuration`/ },
  { name: 'an image that is not there', text: group('image: gone'), says: /^2:17 groups.web.image is `gone`, which is not in `images`/ },
  { name: 'a newer image of a group that is not outdated', text: `images:\n  - name: a\n${group('newer-image: a')}`, says: /^4:23 groups.web.newer-image has a meaning with `outdated: true` only/ },
  { name: 'weights of a plain group', text: group('weights: { t3.micro: 2 }'), says: /^2:19 groups.web.weights has a meaning with the mixed kinds/ },
  { name: 'a weight of a thousand', text: group('launch: mixed, weights: { t3.micro: 1000 }'), says: /groups.web.weights.t3.micro is 1000 and must be at most 999/ },
  { name: 'a warm pool of a mixed group', text: group('launch: mixed, warm-pool: {}'), says: /groups.web.warm-pool is none that AWS gives to a mixed group/ },
  { name: 'a zone that is none', text: group('zones: [z]'), says: /^2:18 groups.web.zones\[0\] is `z` and must be the last letter of a zone/ },
  { name: 'a zone that the region does not have', text: group('zones: [a, d]'), says: /^2:21 groups.web.zones\[1\] is `d`, and the region has 3 zones/ },
  { name: 'a load balancer of another kind', text: group('balancers: [alb]'), says: /^2:22 groups.web.balancers\[0\] is `alb` and must be one of `classic`, `target-group`/ },
  { name: 'a tag that is a number', text: group('tags: { Version: 1 }'), says: /^2:27 groups.web.tags.Version is 1 and must be a text/ },
  { name: 'a load without what an instance can', text: group('load: { rate: 5 }'), says: /^2:16 groups.web.load lacks `per-instance`/ },
  { name: 'a load without requests', text: group('load: { per-instance: 5 }'), says: /^2:16 groups.web.load needs one of `rate` and `points`/ },
  { name: 'points out of order', text: group('load: { per-instance: 5, points: [[60, 1], [0, 2]] }'), says: /groups.web.load.points\[1\] is before the point before it/ },
  { name: 'a role without a name', text: 'roles:\n  - subjects: ["*"]', says: /^2:5 roles\[0\] lacks `name`/ },
  { name: 'an alarm of two minds', text: 'alarms:\n  a: { bad-after: 5, metric: {} }', says: /^2:6 alarms.a has both `metric` and `bad-after`/ },
  { name: 'an alarm in another state', text: 'alarms:\n  a: { state: RED }', says: /^2:15 alarms.a.state is `RED` and must be one of `OK`, `ALARM`/ },
  { name: 'a fault of nothing', text: 'faults:\n  - answer: reset', says: /^2:5 faults\[0\] lacks `action`/ },
  { name: 'a fault that is certain beyond one', text: 'faults:\n  - { action: "*", answer: reset, chance: 2 }', says: /faults\[0\].chance is 2 and must be at most 1/ },
  { name: 'a code of a throttled call', text: 'faults:\n  - { action: "*", answer: throttled, code: Slow }', says: /^2:5 faults\[0\] has a `code` or `message`, which belong to `answer: refused`/ },
  { name: 'an event at no time', text: 'events:\n  - zonal-shift: { zone: a, to: away }', says: /^2:5 events\[0\] lacks `at`/ },
  { name: 'an event in which nothing happens', text: 'events:\n  - at: 5', says: /^2:5 events\[0\] says nothing of what happens/ },
  { name: 'an event of a group that is not there', text: 'events:\n  - { at: 5, load: { web: null } }', says: /^2:22 events\[0\].load.web is `web`, which is not in `groups`/ },
  { name: 'an event of an alarm that is not there', text: 'events:\n  - { at: 5, alarms: { a: OK } }', says: /^2:24 events\[0\].alarms.a is `a`, which is not in `alarms`/ },
  { name: 'an interruption of a group that is not there', text: 'events:\n  - { at: 5, interruption: { group: web, instances: 1 } }', says: /events\[0\].interruption.group is `web`, which is not in `groups`/ },
  { name: 'a load of an event that is not one', text: `${group('size: 1')}\nevents:\n  - { at: 5, load: { web: { rate: 5 } } }`, says: /^4:27 events\[0\].load.web lacks `per-instance`/ },
] // prettier-ignore

test.each(BAD)('a scenario with $name is refused', ({ text, says }) => {
  const problems = problemsIn(text)
  expect(problems).toEqual([expect.stringMatching(says)])
})

test('all that is wrong is told at once, in the order of the text', () => {
  const text = `region: eu\n${group('sise: 3')}\nfaults:\n  - answer: reset`
  expect(problemsIn(text).map((problem) => problem.split(' ')[0])).toEqual(['1:9', '3:10', '5:5'])
})

test('an empty file is a scenario without groups', () => {
  expect(problemsIn('')).toEqual([])
})
