import { inFile } from './mutant.ts'

/** Mutants of how user data is read and changed. */
export const USER_DATA_MUTANTS = [
  ...inFile('src/domain/user-data/kind.ts', [
    {
      name: 'an archive of cloud-config is cloud-config',
      find: '(?!-archive|-jsonp)',
      replace: '',
    },
    {
      name: 'cloud-config behind white space is text',
      find: '?\\s*#cloud-config',
      replace: '?#cloud-config',
    },
  ]),
  ...inFile('src/domain/yaml/source.ts', [
    {
      name: 'YAML that contains itself is read',
      find: 'if (!around ||',
      replace: 'if (around ||',
    },
  ]),
  ...inFile('src/domain/user-data/images/places.ts', [
    {
      name: 'a reference behind an unknown option is an image',
      find: "return [...found, ...doubtful(at + 1, 'option')]",
      replace: 'at += 1',
    },
    {
      name: 'an untagged image is one that can be changed',
      find: "(tagged ? undefined : 'untagged')",
      replace: 'undefined',
    },
    {
      name: 'a placeholder is a tag',
      find: '/__\\w+__/u.test(text) ||',
      replace: '',
    },
    {
      name: 'an image in a variable is changed whatever is added to it',
      find: "extended.has(name.toLowerCase()) ? 'extended' : undefined",
      replace: 'undefined',
    },
    {
      name: 'a tag that none can have is passed over',
      find: 'if (half === undefined || obstacle !== undefined) return []',
      replace: 'if (half !== undefined || obstacle !== undefined) return []',
    },
  ]),
  ...inFile('src/domain/user-data/images/invocation.ts', [
    {
      name: 'what follows the value of a variable of PowerShell is passed over',
      find: "goesOn || operator === '+='",
      replace: "operator === '+='",
    },
  ]),
  ...inFile('src/domain/user-data/images/dialect.ts', [
    {
      name: 'names in angle brackets are files',
      find: '  /<[A-Za-z_][\\w.-]{0,60}>/uy,\n',
      replace: '',
    },
  ]),
  ...inFile('src/domain/user-data/images/commands.ts', [
    {
      name: 'a here-document is a part of the script',
      find: 'for (const awaited of this.#awaited) this.#readDocument(awaited)',
      replace: '',
    },
    {
      name: 'a quote that stands alone swallows the rest',
      find: "if (end === undefined) return this.#take(1, 'text')",
      replace: 'if (end === undefined) return this.#skipComment()',
    },
  ]),
  ...inFile('src/domain/user-data/retag.ts', [
    {
      name: 'references that differ are changed together',
      find: 'if (images.size > 1)',
      replace: 'if (images.size > 99)',
    },
    {
      name: 'half a variable beside a whole image is left',
      find: 'images.size === 1 && doubtful.length === 0',
      replace: 'images.size === 1',
    },
  ]),
  ...inFile('src/domain/user-data/docker.ts', [
    {
      name: 'a source of another repository is replaced unasked',
      find: "old.value === null || otherRepository === 'allow'",
      replace: "old.value === null || otherRepository !== 'allow'",
    },
    {
      name: 'a tag alone makes an image of a word',
      find: "|| (text === inUse.path && !text.includes('/'))",
      replace: '',
    },
  ]),
  ...inFile('src/domain/user-data/retag-words.ts', [
    {
      name: 'a refusal shows what a variable may be',
      find: 'if (name !== undefined) return `\\${${name}…}`',
      replace: 'if (name !== undefined) return text',
    },
  ]),
  ...inFile('src/aws/patch/user-data-errors.ts', [
    {
      name: 'a part of the user data in AWS’s words is shown',
      find: 'for (let at = 0; at + TELLING <= run.length; at += 1)',
      replace: 'for (let at = 0; at < 0; at += 1)',
    },
    {
      name: 'a word of the user data in AWS’s words is shown',
      find: 'if (wordsOf(message).some((word) => text.includes(word))) return true',
      replace: '',
    },
  ]),
]
