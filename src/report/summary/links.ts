import { groupPage, instancePage } from '../../text/console-link.ts'
import { clip, markdownCode } from '../../text/escape.ts'

/** A name as code, with a link where there is a page of it. */
const linked = (name: string, page: string | undefined): string =>
  page === undefined || name === '' ? markdownCode(name) : `[${markdownCode(name)}](${page})`

/** A group as code that leads to the console of its region's partition. */
export const groupLink = (region: string, group: string): string => linked(clip(group, 255), groupPage(region, group))

/** The same for an instance. */
export const instanceLink = (region: string, id: string): string => linked(clip(id, 40), instancePage(region, id))
