import { mergeYaml } from '../../../src/domain/user-data/merge.ts'
import { UserDataError } from '../../../src/domain/yaml/error.ts'

const merged = (text: string, merge: string): string =>
  mergeYaml({ text, what: 'The user data', merge, mergeWhat: 'The input user-data' }).text

interface Row {
  readonly before: string
  readonly merge: string
  readonly after: string
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

const rows: Readonly<Record<string, Row>> = {
  'a plain value keeps its comment': {
    before: 'a: 1   # one\nb:  x\n',
    merge: 'a: 2',
    after: 'a: 2   # one\nb:  x\n',
  },
  'a number keeps the digits of the change': { before: 'v: 1.9\n', merge: 'v: 1.10', after: 'v: 1.10\n' },
  'a value takes the quotes of the change': { before: "v: '1.9'\n", merge: 'v: "1.10"', after: 'v: "1.10"\n' },
  'a nested key': {
    before: lines('env:', '    A: 1', '    B: 2', 'c: 3'),
    merge: 'env: {B: 5}',
    after: lines('env:', '    A: 1', '    B: 5', 'c: 3'),
  },
  'a new nested key comes at the end of its map': {
    before: lines('env:', '    A: 1 # a', '', '# rest', 'c: 3'),
    merge: 'env: {B: 5}',
    after: lines('env:', '    A: 1 # a', '    B: 5', '', '# rest', 'c: 3'),
  },
  'a new key comes behind the comments that end its map': {
    before: lines('env:', '  A: 1', '  # B: 2', 'c: 3'),
    merge: 'env: {C: x}',
    after: lines('env:', '  A: 1', '  # B: 2', '  C: x', 'c: 3'),
  },
  'a new map takes the indentation of the others': {
    before: lines('env:', '    A: 1'),
    merge: 'new:\n  a:\n    b: [1, 2]',
    after: lines('env:', '    A: 1', 'new:', '    a:', '        b: [1, 2]'),
  },
  'an integer key': { before: 'ports:\n  80: 8080\n', merge: 'ports: {80: 9090}', after: 'ports:\n  80: 9090\n' },
  'a flow map': { before: 'e: {A: 1, B: x} # c\n', merge: 'e: {B: y, C: 3}', after: 'e: {A: 1, B: y, C: 3} # c\n' },
  'a flow map with padding': { before: 'e: { A: 1 }\n', merge: 'e: {C: 3}', after: 'e: { A: 1, C: 3 }\n' },
  'an empty flow map': { before: 'e: {}\n', merge: 'e: {C: 3}', after: 'e: {C: 3}\n' },
  'a flow map over several lines': {
    before: lines('e: {', '  "a": 1,', '  "b": 2', '}'),
    merge: 'e: {"c": 3}',
    after: lines('e: {', '  "a": 1,', '  "b": 2,', '  "c": 3', '}'),
  },
  'a flow map with a comma at the end': {
    before: lines('e: {', '  a: 1,', '  b: 2, # two', '}'),
    merge: 'e: {c: 3}',
    after: lines('e: {', '  a: 1,', '  b: 2,', '  c: 3 # two', '}'),
  },
  'a flow key without a value': { before: 'e: {a, b: }\n', merge: 'e: {a: 1, b: 2}', after: 'e: {a: 1, b: 2 }\n' },
  'what means something else in brackets is quoted there': {
    before: 'e: {a: 1}\n',
    merge: 'e:\n  b: x, y\n  c: reg/app:1\n  d: |\n    one\n    two',
    after: 'e: {a: 1, b: "x, y", c: "reg/app:1", d: "one\\ntwo\\n"}\n',
  },
  'a block map and a list into a flow map': {
    before: '{a: 1}\n',
    merge: 'b:\n  c:\n    - x\n    - {y: null}',
    after: '{a: 1, b: {c: [x, {y: null}]}}\n',
  },
  'deleting from a flow map, first': { before: 'e: {A: 1, B: 2}\n', merge: 'e: {A: null}', after: 'e: {B: 2}\n' },
  'deleting from a flow map, last': { before: 'e: {A: 1, B: 2}\n', merge: 'e: {B: ~}', after: 'e: {A: 1}\n' },
  'deleting from a flow map, middle': {
    before: 'e: { A: 1, B: 2, C: 3 }\n',
    merge: 'e: {B: }',
    after: 'e: { A: 1, C: 3 }\n',
  },
  'deleting all of a flow map': { before: 'e: {A: 1, B: 2}\n', merge: 'e: {A: null, B: null}', after: 'e: {}\n' },
  'deleting takes the comments of the key along': {
    before: lines(
      '#marker',
      '',
      '# about a',
      'a: 1 # one',
      '',
      '# about b',
      '# more',
      'b:',
      '  c: 1',
      '  # inner',
      '',
      '# about d',
      'd: 1',
    ),
    merge: 'b: null',
    after: lines('#marker', '', '# about a', 'a: 1 # one', '', '', '# about d', 'd: 1'),
  },
  'deleting never takes the first line': {
    before: lines('#taupage-ami-config', 'a: 1', 'b: 2'),
    merge: 'a: null',
    after: lines('#taupage-ami-config', 'b: 2'),
  },
  'deleting block text and a list': {
    before: lines('t: |', '  # no comment', '', '  x', '', 'l:', '- 1', '- 2', 'z: 1'),
    merge: 't: null\nl: null',
    after: lines('', 'z: 1'),
  },
  'deleting what is not there': { before: 'a: 1\n', merge: 'b: null\nc: {d: null}\na: {x: null}', after: 'a: 1\n' },
  'deleting the last key of a nested map': {
    before: 'e:\n  A: 1\nb: 2\n',
    merge: 'e: {A: null}',
    after: 'e: {}\nb: 2\n',
  },
  'deleting every key': { before: '#m\na: 1\n', merge: 'a: null', after: '#m\n{}\n' },
  'a map in exchange for its last key': {
    before: 'e:\n  A: 1\n',
    merge: 'e: {A: null, B: 2}',
    after: 'e:\n  B: 2\n',
  },
  'an empty value': { before: 'a:   # none\nb: 1\n', merge: 'a: x', after: 'a: x   # none\nb: 1\n' },
  'an empty value becomes a map': {
    before: 'a: # none\nb: 1\n',
    merge: 'a:\n  c: 1',
    after: 'a: # none\n  c: 1\nb: 1\n',
  },
  'an explicit null becomes a value': { before: 'a: null\nb: ~\n', merge: 'a: 1\nb: 2', after: 'a: 1\nb: 2\n' },
  'a value becomes a map': {
    before: 'a: 1 # c\nb: 1\n',
    merge: 'a:\n  c: 1\n  d: 2',
    after: 'a: # c\n  c: 1\n  d: 2\nb: 1\n',
  },
  'a map becomes a value': { before: 'a: # c\n  c: 1\n  d: 2\nb: 1\n', merge: 'a: 7', after: 'a: 7 # c\nb: 1\n' },
  'a list becomes another list where it stood': {
    before: lines('l:', '- 1', '- 2', 'b: 1'),
    merge: 'l:\n  - 3\n  - a: 1\n    b: 2\n  - - 4',
    after: lines('l:', '  - 3', '  - a: 1', '    b: 2', '  - - 4', 'b: 1'),
  },
  'a list of a flow style': { before: 'l: [22, 2222] # ssh\n', merge: 'l: [22]', after: 'l: [22] # ssh\n' },
  'an equal list stays, however it is written': {
    before: lines('l:', '- 1', '- "x"', '- {b: 2, a: 1}'),
    merge: 'l: [1, x, {a: 1, b: 2}]',
    after: lines('l:', '- 1', '- "x"', '- {b: 2, a: 1}'),
  },
  'block text in place of a value': {
    before: 'a: 1 # c\nb: 2\n',
    merge: 'a: |\n  x\n\n  y\n',
    after: 'a: | # c\n  x\n\n  y\nb: 2\n',
  },
  'a value in place of block text': { before: 'a: |-\n  x\n  y\n\nb: 2\n', merge: 'a: 5', after: 'a: 5\n\nb: 2\n' },
  'block text in place of block text': {
    before: 'a: >\n  x\n  y\n\nb: 2\n',
    merge: 'a: |-\n  z\n   w\n',
    after: 'a: |-\n  z\n   w\n\nb: 2\n',
  },
  'a value over several lines': {
    before: 'a: one\n  two\nb: "x\n  y"\nc: 1\n',
    merge: 'a: 1\nb: 2',
    after: 'a: 1\nb: 2\nc: 1\n',
  },
  'a value on the line below': { before: 'a:\n  one\nb: 1\n', merge: 'a: two', after: 'a:\n  two\nb: 1\n' },
  'a map in place of a value on the line below': {
    before: 'a:\n  one\nb: 1\n',
    merge: 'a: {c: 1}',
    after: 'a:\n  {c: 1}\nb: 1\n',
  },
  'Windows line ends': {
    before: 'a: 1\r\ne:\r\n  b: 1\r\n',
    merge: 'e: {b: 2, c: 3}\nx: 1',
    after: 'a: 1\r\ne:\r\n  b: 2\r\n  c: 3\r\nx: 1\r\n',
  },
  'no line end at the end': { before: 'a: 1', merge: 'b: 2', after: 'a: 1\nb: 2' },
  'block text at an end without line end keeps its value': {
    before: 'z: 0\na: |\n  x',
    merge: 'b: 2',
    after: 'z: 0\nb: 2\na: |\n  x',
  },
  'block text that keeps its blank lines': { before: 'a: |+\n  x\n\n', merge: 'b: 2', after: 'a: |+\n  x\n\nb: 2\n' },
  'deleting behind block text that keeps its blank lines': {
    before: 'a: |+\n  x\n\nb: 1\n\nc: 2\n',
    merge: 'b: null',
    after: 'a: |+\n  x\n\nc: 2\n',
  },
  'what is a number for some readers stays one in brackets': {
    before: 'e: {a: 1}\n',
    merge: 'e: {b: 1:30}',
    after: 'e: {a: 1, b: 1:30}\n',
  },
  'block text that ends in spaces is replaced with them': {
    before: 'a: |+\n  x \n\nb: 1\n',
    merge: 'a: |\n  y\n',
    after: 'a: |\n  y\n\nb: 1\n',
  },
  'document markers': { before: '---\na: 1\n...\n', merge: 'b: 2', after: '---\na: 1\nb: 2\n...\n' },
  'trailing spaces and blank lines stay': {
    before: 'a: 1  \n\n\nb: x \n\n',
    merge: 'c: 1',
    after: 'a: 1  \n\n\nb: x \nc: 1\n\n',
  },
  'no keys yet': {
    before: '#taupage-ami-config\n',
    merge: 'a: 1\nb: {c: 2}\nd: null',
    after: '#taupage-ami-config\na: 1\nb: {c: 2}\n',
  },
  'no keys yet, no line end, and a flow map of the change': { before: '#m', merge: '{a: 1}', after: '#m\na: 1' },
  'a marker and an empty document': { before: '#m\n---\n', merge: 'a: 1', after: '#m\n---\na: 1\n' },
  'an empty change': { before: 'a: 1\n', merge: '{}', after: 'a: 1\n' },
  'an empty map of the change': {
    before: 'a: 1\nc: {d: 1}\n',
    merge: 'b: {}\nc: {}',
    after: 'a: 1\nc: {d: 1}\nb: {}\n',
  },
  'an alias can be replaced': { before: 'a: &x 1\nb: *x\n', merge: 'b: 2', after: 'a: &x 1\nb: 2\n' },
  'an alias that has the value already': { before: 'a: &x 1\nb: *x\n', merge: 'b: 1', after: 'a: &x 1\nb: *x\n' },
  'an unused anchor': { before: 'a: &x 1\n', merge: 'a: 2', after: 'a: &x 2\n' },
  'a merged key is overridden': {
    before: 'd: &d\n  x: 1\n  y: 2\ne:\n  <<: *d\n  z: 3\n',
    merge: 'e: {x: 5, y: 2}',
    after: 'd: &d\n  x: 1\n  y: 2\ne:\n  <<: *d\n  z: 3\n  x: 5\n',
  },
  'yes is true for some readers only': {
    before: 'a: yes\nb: 0755\nc: 1.10\n',
    merge: 'a: true\nb: 755\nc: 1.1',
    after: 'a: true\nb: 755\nc: 1.10\n',
  },
  'text and a number differ': { before: 'a: "1"\nb: 1\n', merge: 'a: 1\nb: "1"', after: 'a: 1\nb: "1"\n' },
  'keys with odd characters': {
    before: 'v:\n  /dev/xvdf: x\n  "a.b": 1\n  8301/udp: 8301\n',
    merge: 'v: {/dev/xvdf: y, a.b: 2, 8301/udp: 8302}',
    after: 'v:\n  /dev/xvdf: y\n  "a.b": 2\n  8301/udp: 8302\n',
  },
  'umlauts and emoji before the place': {
    before: 'a: "ÄÖ 🚀"\nb: 1\n',
    merge: 'b: "🚀"',
    after: 'a: "ÄÖ 🚀"\nb: "🚀"\n',
  },
  'a tab before a comment': { before: 'a: 1\t# c\n', merge: 'a: 2', after: 'a: 2\t# c\n' },
  'keys that stand twice elsewhere': { before: 'a: 1\na: 2\nb: 3\n', merge: 'b: 4', after: 'a: 1\na: 2\nb: 4\n' },
}

describe('merging YAML into user data', () => {
  test.each(Object.entries(rows))('%s', (_, { before, merge, after }) => {
    expect(merged(before, merge)).toBe(after)
    expect(merged(after, merge)).toBe(after)
  })

  const refusals: Readonly<
    Record<string, { readonly before: string; readonly merge: string; readonly message: RegExp }>
  > = {
    'inside an alias': { before: 'a: &x {b: 1}\nc: *x\n', merge: 'c: {b: 2}', message: /key c .* is an alias/u },
    'inside what an alias uses': {
      before: 'a: &x {b: 1}\nc: *x\n',
      merge: 'a: {b: 2}',
      message: /key a .* used elsewhere through an alias/u,
    },
    'deeper inside what an alias uses': {
      before: 'a: &x {b: {d: 1}}\nc: *x\n',
      merge: 'a: {b: {d: 2}}',
      message: /key a .* alias/u,
    },
    'a value that an alias uses': { before: 'a: &x 1\nc: *x\n', merge: 'a: 2', message: /key a .* alias/u },
    'deleting what an alias uses': { before: 'a:\n  b: &x 1\nc: *x\n', merge: 'a: null', message: /key a .* alias/u },
    'a map that comes by a merge key': {
      before: 'a: &x {b: {d: 1}}\nc:\n  <<: *x\n',
      merge: 'c: {b: {d: 2}}',
      message: /key c\.b .* merge key/u,
    },
    'deleting what comes by a merge key': {
      before: 'a: &x {b: 1}\nc:\n  <<: *x\n',
      merge: 'c: {b: null}',
      message: /key c\.b .* merge key/u,
    },
    'a key that stands twice': { before: 'a: 1\na: 2\n', merge: 'a: 3', message: /key a .* more than once/u },
    'a key of another type': { before: 'p:\n  80: 1\n', merge: 'p: {"80": 2}', message: /key p\.80 .* another type/u },
    'a value with a tag': { before: 'a: !!str 1\n', merge: 'a: 2', message: /key a .* tag/u },
    'an explicit key': { before: '? a\n: 1\n', merge: 'a: 2', message: /key a .* explicit/u },
    'a list of documents': { before: 'a: 1\n---\nb: 1\n', merge: 'a: 2', message: /2 YAML documents/u },
    'a list at the root': { before: '- 1\n', merge: 'a: 2', message: /not a YAML mapping/u },
    'text at the root': { before: 'hello world\n', merge: 'a: 2', message: /not a YAML mapping/u },
    'a change that is a list': { before: 'a: 1\n', merge: '- a', message: /input user-data is not a YAML mapping/u },
    'a change with an anchor': {
      before: 'a: 1\n',
      merge: 'a: &x 1',
      message: /input user-data uses an anchor .* line 1, column \d+/u,
    },
    'a change with an alias': { before: 'a: 1\n', merge: 'b: {c: *x}', message: /input user-data .* line 1/u },
    'a change with a tag': { before: 'a: 1\n', merge: 'b: !!str 1', message: /anchor or a tag at line 1/u },
    'a change with a merge key': { before: 'a: 1\n', merge: 'b:\n  <<: {c: 1}', message: /merge key/u },
    'a change with a key twice': {
      before: 'a: 1\n',
      merge: 'b: 1\nb: 2',
      message: /input user-data .* a key stands twice at line 2, column 1/u,
    },
    'a change with a list as key': { before: 'a: 1\n', merge: '? [a]\n: 1', message: /key that is a list/u },
    'a change with an open quote': {
      before: 'a: 1\n',
      merge: 'b: "x',
      message: /input user-data is not valid YAML: .* at line 1, column \d+/u,
    },
    'user data with an open bracket': {
      before: 'a: 1\nb: {c\nd: 2\n',
      merge: 'a: 1',
      message: /The user data is not valid YAML: .* at line \d, column \d+/u,
    },
    'user data with a tab': { before: 'a:\n\tb: 1\n', merge: 'a: 1', message: /line 2, column 1/u },
  }
  test.each(Object.entries(refusals))('is refused: %s', (_, { before, merge, message }) => {
    expect(() => merged(before, merge)).toThrow(UserDataError)
    expect(() => merged(before, merge)).toThrow(message)
  })
})
