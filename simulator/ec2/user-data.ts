import { ServiceFault } from '../fault.ts'
import { invalidValue } from './faults.ts'

/** EC2 takes 16 KB before base64: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html */
const LARGEST_BYTES = 16_384

/** Refuses user data that is not base64 or too long; gives it back otherwise. */
export function checkUserData(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const compact = text.replace(/\s/g, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    throw new ServiceFault('InvalidUserData.Malformed', 'Invalid BASE64 encoding of user data.')
  }
  if (Buffer.byteLength(compact, 'base64') > LARGEST_BYTES) {
    throw invalidValue(`User data is limited to ${LARGEST_BYTES} bytes`)
  }
  return text
}
