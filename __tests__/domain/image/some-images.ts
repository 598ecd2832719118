import type { Image } from '../../../src/domain/image/image.ts'

/** Seconds since the epoch of a day. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000

/** An image of one family that was released on a day. */
export const released = (date: string, over: Partial<Image> = {}): Image => ({
  id: `ami-${date.replaceAll('-', '')}`,
  name: `web-${date.replaceAll('-', '')}`,
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: day(date),
  deprecatedAt: undefined,
  state: 'available',
  ...over,
})
