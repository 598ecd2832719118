import type { Service } from '../interfaces.ts'

/** IAM, as far as Senza calls it before it works: the account has no alias. */
export class IamService implements Service {
  readonly sdkId = 'IAM'
  readonly operations = {
    ListAccountAliases: (): object => ({ AccountAliases: [], IsTruncated: false }),
  }
}
