import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse,
  Credentials,
  GetCallerIdentityResponse,
} from '@aws-sdk/client-sts'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault, validationError } from '../fault.ts'
import { lowerFirst } from '../wire/lower-first.ts'
import type { Call } from '../wire/message.ts'
import { checkSigningTime } from './signing-time.ts'
import { checkDuration, checkToken, notAuthorized } from './trust.ts'
import type { TrustedRole } from './trust.ts'

interface Session {
  readonly arn: string
  readonly userId: string
  /** Seconds since the Unix epoch. */
  readonly expiresAt: number
}

/** STS: roles, the sessions they issued, and the caller of the present call. */
export class StsService implements Service {
  readonly sdkId = 'STS'
  /** `known keys`: calls signed by keys that STS never issued, or of an expired session, are refused. */
  accepts: 'any key' | 'known keys' = 'any key'
  /** Whether requests are refused whose signature is more than five minutes old, or as far in the future. */
  checksTime = false
  readonly #context: ServiceContext
  readonly #roles = new Map<string, TrustedRole>()
  readonly #sessions = new Map<string, Session>()
  #caller: string | undefined

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    AssumeRole: (input: AssumeRoleRequest): AssumeRoleResponse => this.#assumeRole(input),
    AssumeRoleWithWebIdentity: (input: AssumeRoleWithWebIdentityRequest): AssumeRoleWithWebIdentityResponse =>
      this.#assumeWithWebIdentity(input),
    GetCallerIdentity: (): GetCallerIdentityResponse => {
      const session = this.#session()
      return {
        UserId: session?.userId ?? 'AIDASIMULATEDUSER0000',
        Account: this.#context.account,
        Arn: this.callerArn(),
      }
    },
  }

  addRole(role: TrustedRole): void {
    this.#roles.set(role.arn, role)
  }

  /** Records the caller, and refuses keys that the scenario does not accept. Throws ServiceFault. */
  answerTo(call: Call): void {
    this.#caller = call.accessKeyId
    if (this.checksTime) checkSigningTime(call, this.#context.timeline.now)
    if (this.accepts === 'any key' || call.accessKeyId === undefined) return
    const session = this.#session()
    const ec2 = call.iamPrefix === 'ec2'
    if (session === undefined) {
      throw ec2
        ? new ServiceFault('AuthFailure', 'AWS was not able to validate the provided access credentials', 401)
        : new ServiceFault('InvalidClientTokenId', 'The security token included in the request is invalid.', 403)
    }
    if (session.expiresAt <= this.#context.timeline.now) {
      throw ec2
        ? new ServiceFault('RequestExpired', 'Request has expired.')
        : new ServiceFault('ExpiredToken', 'The security token included in the request is expired', 403)
    }
  }

  /** The ARN of the present call's caller. */
  callerArn(): string {
    return this.#session()?.arn ?? `arn:${this.#partition()}:iam::${this.#context.account}:user/simulator`
  }

  #session(): Session | undefined {
    return this.#caller === undefined ? undefined : this.#sessions.get(this.#caller)
  }

  #assumeWithWebIdentity(input: AssumeRoleWithWebIdentityRequest): AssumeRoleWithWebIdentityResponse {
    const { RoleArn: roleArn = '', RoleSessionName: name = '', WebIdentityToken: token = '' } = input
    const claims = checkToken(token, this.#roles, { roleArn, now: this.#context.timeline.now })
    const seconds = input.DurationSeconds ?? 3600
    checkDuration(seconds, this.#roles.get(roleArn)?.maxSessionSeconds ?? 3600)
    const host = claims.iss.replace(/^https:\/\//, '')
    return {
      ...this.#open({ roleArn, name, seconds }),
      SubjectFromWebIdentityToken: claims.sub,
      Audience: claims.aud,
      Provider: `arn:${this.#partition()}:iam::${this.#context.account}:oidc-provider/${host}`,
    }
  }

  #assumeRole(input: AssumeRoleRequest): AssumeRoleResponse {
    const { RoleArn: roleArn = '', RoleSessionName: name = '', DurationSeconds: seconds = 3600 } = input
    const role = this.#roles.get(roleArn)
    if (role === undefined) {
      const { message } = notAuthorized('AssumeRole')
      throw new ServiceFault(
        'AccessDenied',
        `User: ${this.callerArn()} is ${lowerFirst(message)} on resource: ${roleArn}`,
        403,
      )
    }
    // A session that assumes a role is chaining, which AWS limits to an hour whatever the role allows.
    if (this.#session() !== undefined && seconds > 3600) {
      throw validationError(
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      )
    }
    checkDuration(seconds, role.maxSessionSeconds ?? 3600)
    return this.#open({ roleArn, name, seconds })
  }

  #open({ roleArn, name, seconds }: { roleArn: string; name: string; seconds: number }): AssumeRoleResponse {
    const { random, timeline, account } = this.#context
    const expiresAt = Math.floor(timeline.now) + seconds
    const roleId = `AROA${random.hex(17).toUpperCase()}`
    const roleName = roleArn.split('/').at(-1) ?? ''
    const session: Session = {
      arn: `arn:${this.#partition()}:sts::${roleArn.split(':')[4] ?? account}:assumed-role/${roleName}/${name}`,
      userId: `${roleId}:${name}`,
      expiresAt,
    }
    const credentials: Credentials = {
      AccessKeyId: `ASIA${random.hex(16).toUpperCase()}`,
      SecretAccessKey: random.hex(40),
      SessionToken: random.hex(200),
      Expiration: new Date(expiresAt * 1000),
    }
    this.#sessions.set(credentials.AccessKeyId ?? '', session)
    return { Credentials: credentials, AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn } }
  }

  #partition(): string {
    const { region } = this.#context
    if (region.startsWith('cn-')) return 'aws-cn'
    return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  }
}
