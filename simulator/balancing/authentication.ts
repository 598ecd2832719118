import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ServiceFault, validationError } from '../fault.ts'
import type { ActionPlace } from './actions.ts'

const AUTHENTICATION: readonly (string | undefined)[] = ['authenticate-oidc', 'authenticate-cognito', 'jwt-validation']

/** Whether an action authenticates a request before another one answers it. */
export const isAuthentication = ({ Type }: Action): boolean => AUTHENTICATION.includes(Type)

/**
 * An authenticating action, with its secret: a new one must bring it, a changed one may keep what was there.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
 */
export function checkedAuthentication(action: Action, { protocol, before }: ActionPlace): Action {
  if (protocol !== 'HTTPS') {
    throw new ServiceFault(
      'InvalidLoadBalancerAction',
      `Actions of type '${action.Type}' are supported only on HTTPS listeners`,
    )
  }
  if (action.Type !== 'authenticate-oidc' || action.AuthenticateOidcConfig === undefined) return action
  const { UseExistingClientSecret: keeps, ...config } = action.AuthenticateOidcConfig
  const former = before.find(({ Type }) => Type === 'authenticate-oidc')?.AuthenticateOidcConfig?.ClientSecret
  const ClientSecret = config.ClientSecret ?? (keeps === true ? former : undefined)
  if (ClientSecret === undefined) {
    throw validationError('You must specify the client secret, or that the existing client secret is used') // unsourced text
  }
  return { ...action, AuthenticateOidcConfig: { ...config, ClientSecret } }
}

/** The action without its secret, which is never shown. */
export function shownAction(action: Action): Action {
  if (action.AuthenticateOidcConfig === undefined) return action
  const { ClientSecret: _secret, ...config } = action.AuthenticateOidcConfig
  return { ...action, AuthenticateOidcConfig: config }
}
