/** How a language writes commands. */
export interface Dialect {
  /** Takes the meaning of the next character away; at the end of a line the command goes on. */
  readonly escape: string
  /** Begins a comment at the beginning of a word. */
  readonly comment: RegExp | undefined
  /** Ends a command. */
  readonly separators: string
  /** Files that a command is sent to or fed from. */
  readonly redirections: 'read' | 'none'
  /** Where something is put in later; each is tried at one offset. */
  readonly variables: readonly RegExp[]
  /** Whether a quote may stand twice inside quotes for itself. */
  readonly doubledQuotes: boolean
}

/**
 * What tools fill in before the text is used: Jinja, Helm and Handlebars, ERB, GitHub Actions, Ruby and Octopus Deploy,
 * Windows and Ansible, CMake, autoconf and Maven, and names in angle brackets that stand for something.
 */
const templates = [
  /\{\{[^\n{}]{0,200}\}\}/uy,
  /<%[^\n%]{0,200}%>/uy,
  /\$\{\{[^\n{}]{0,200}\}\}/uy,
  /#\{[^\n{}]{0,200}\}/uy,
  /%[A-Za-z_][\w.]{0,60}%/uy,
  /@@[A-Za-z_][\w.-]{0,60}@@/uy,
  /@[A-Za-z_][\w.-]{0,60}@/uy,
  /<[A-Za-z_][\w.-]{0,60}>/uy,
]

/** `${VERSION:-1.2}`, with one more pair of braces inside. */
const braced = /\$\{(?:[^{}\n]|\{[^{}\n]{0,200}\}){0,200}\}/uy

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
export const shell: Dialect = {
  escape: '\\',
  comment: /#/uy,
  separators: ';&|()\n',
  redirections: 'read',
  variables: [...templates, braced, /\$(?:[A-Za-z_]\w*|[\d@*#?!$-])/uy, /[*?[\]{}]/uy],
  doubledQuotes: false,
}

/** Command lines of units: https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines */
export const unitCommand: Dialect = {
  escape: '\\',
  comment: undefined,
  separators: '\n',
  redirections: 'none',
  variables: [...templates, braced, /\$[A-Za-z_]\w*/uy, /%[A-Za-z%]/uy],
  doubledQuotes: false,
}

/** https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing */
export const powershell: Dialect = {
  escape: '`',
  comment: /#/uy,
  separators: ';&|(){}\n',
  redirections: 'read',
  variables: [...templates, braced, /\$(?:[A-Za-z]+:)?[A-Za-z_]\w*/uy, /[@][A-Za-z_]\w*/uy, /[*?]/uy],
  doubledQuotes: true,
}

/** https://learn.microsoft.com/windows-server/administration/windows-commands/cmd */
export const batch: Dialect = {
  escape: '^',
  comment: /(?:rem\b|::)/iuy,
  separators: '&|()\n',
  redirections: 'read',
  variables: [/%(?:[A-Za-z_][\w:~,=-]{0,100}%|~?[\d*]|%?[A-Za-z])/uy, ...templates, /![A-Za-z_]\w*!/uy],
  doubledQuotes: false,
}
