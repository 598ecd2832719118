import { nearest } from '../../src/text/nearest.ts'

test.each([
  { word: 'wbe', candidates: ['web', 'api'], near: ['web'], name: 'two letters in the wrong order' },
  { word: 'webb', candidates: ['web', 'web-2'], near: ['web'], name: 'a letter too many' },
  { word: 'wb', candidates: ['web', 'wab', 'api'], near: ['wab', 'web'], name: 'a letter too few, which two may have' },
  { word: 'WEB', candidates: ['web'], near: ['web'], name: 'upper case' },
  { word: 'web', candidates: ['web-1', 'web-2', 'api'], near: ['web-1', 'web-2'], name: 'the beginning alone' },
  { word: 'restroe', candidates: ['restore', 'restores'], near: ['restore'], name: 'the fewest mistakes' },
  { word: 'rollback', candidates: ['respawn', 'restore'], near: [], name: 'something else' },
  { word: 'db', candidates: ['web', 'ab'], near: ['ab'], name: 'one of two letters' },
  { word: '', candidates: ['web'], near: [], name: 'nothing' },
])('$name', ({ word, candidates, near }) => {
  expect(nearest(word, candidates)).toEqual(near)
})
