import type { ImageRequest } from '../domain/image/request.ts'
import { hint, list, listOf, quoted, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** Which image is meant. */
export interface ImageInputs {
  /** Never empty; of several, which are ids or parameters, each launch source takes the first of its architecture. */
  readonly images: readonly ImageRequest[]
  /** Empty: the owner of the image in use. */
  readonly imageOwners: readonly string[]
}

/** Reads what a mode that looks for images takes; problems are left in the reader. */
export function readImage(reader: InputReader): ImageInputs {
  return {
    images: reader.value('image', imageRequests),
    imageOwners: reader.value(
      'image-owners',
      listOf(OWNER, 'account ids, `self`, `amazon` or `aws-marketplace`', OWNER_WORDS),
    ),
  }
}

/** The aliases that DescribeImages takes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
const OWNER_WORDS = ['self', 'amazon', 'aws-marketplace', 'aws-backup-vault']
const OWNER = new RegExp(`^(\\d{12}|${OWNER_WORDS.join('|')})$`)

export function imageRequests(text: string): readonly ImageRequest[] {
  const requests = list(text).map(imageRequest)
  const single = requests.some(({ kind }) => kind === 'latest' || kind === 'name')
  if (requests.length > 1 && single)
    throw new WrongInput('must be one entry; only ids and parameters may be several, one for each architecture')
  return requests
}

function imageRequest(entry: string): ImageRequest {
  if (entry === 'latest') return { kind: 'latest' }
  if (/^ami-[0-9a-f]{8}([0-9a-f]{9})?$/.test(entry)) return { kind: 'id', id: entry }
  const [, kind, rest = ''] = /^(name|ssm):(.+)$/s.exec(entry) ?? []
  if (kind === 'name') return { kind, pattern: rest.trim() }
  if (kind === 'ssm' && /^[\w./:@-]+$/.test(rest)) return { kind: 'parameter', name: rest }
  throw new WrongInput(
    `must be \`latest\`, an image id, \`name:<glob>\` or \`ssm:<parameter>\`; ${quoted([entry])} is none${hint(entry, ['latest'])}`,
  )
}
