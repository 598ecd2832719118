import { WrongInput } from './parse.ts'

/** A file in the workspace that a browser opens; undefined where none is asked for. */
export function htmlPath(text: string): string | undefined {
  if (text === '') return undefined
  if (!/\.html?$/i.test(text)) throw new WrongInput('must end in `.html`')
  if (/^([/\\]|[A-Za-z]:)/.test(text) || text.split(/[/\\]/).includes('..'))
    throw new WrongInput('must be a path inside of the workspace, such as `report/fleet-patch.html`')
  return text
}
