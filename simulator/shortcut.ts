export { takeShortcut } from './wire/shortcut.ts'
