import { groupPage, instancePage } from '../../text/console-link.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'

/**
 * A name that leads to its page, or code where there is none. It is no code inside of the link: in every second row of a table GitHub
 * shows that at a contrast of 4.3 to 1, and WCAG 2.2 wants 4.5.
 */
const linked = (name: string, page: string | undefined): string =>
  page === undefined || name === '' ? markdownCode(name) : `[${markdownText(name)}](${page})`

/** A group that leads to the console of its region's partition. */
export const groupLink = (region: string, group: string): string => linked(clip(group, 255), groupPage(region, group))

/** The same for an instance. */
export const instanceLink = (region: string, id: string): string => linked(clip(id, 40), instancePage(region, id))
