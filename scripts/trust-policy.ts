/**
 * Prints the trust policy of a role that only one reviewed workflow may assume: `npm run trust-policy -- --owner my-org` with what
 * an environment of the catalogue says (`--environment`), or with `--account` and `--workflow`.
 */
import '../simulator/require-node-24.ts'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCatalogue } from '../src/inputs/catalogue/read-catalogue.ts'
import { trustPolicy, type TrustWish } from './trust-policy-document.ts'

const { values } = parseArgs({
  options: {
    catalogue: { type: 'string', default: '.github/fleet-patch.yml' },
    environment: { type: 'string' },
    account: { type: 'string' },
    workflow: { type: 'string' },
    owner: { type: 'string' },
    'owner-id': { type: 'string' },
    'repository-id': { type: 'string', multiple: true },
    'github-environment': { type: 'string' },
    issuer: { type: 'string' },
    audience: { type: 'string' },
  },
})

/** What the catalogue says of the environment; nothing where none is named. */
function declared(): Partial<TrustWish> {
  const { catalogue: path, environment: name } = values
  if (name === undefined) return {}
  const catalogue = readCatalogue({ path, text: readFileSync(path, 'utf8'), now: Math.floor(Date.now() / 1000) })
  const environment = catalogue.environments.get(name)
  if (environment === undefined)
    throw new Error(`${path} has no environment ${name}; it has ${[...catalogue.environments.keys()].join(', ')}.`)
  const { account, role, workflow, githubEnvironment } = environment
  return {
    account,
    partition: /^arn:([^:]+):/.exec(role ?? '')?.[1],
    ...(workflow !== undefined && { workflow }),
    environment: githubEnvironment,
  }
}

try {
  const wish = {
    ...declared(),
    ...(values.account !== undefined && { account: values.account }),
    ...(values.workflow !== undefined && { workflow: values.workflow }),
    ...(values['github-environment'] !== undefined && { environment: values['github-environment'] }),
  }
  const { account, workflow } = wish
  const { owner } = values
  if (account === undefined) throw new Error('Say `--account`, or `--environment` with a catalogue.')
  if (workflow === undefined) throw new Error('Say `--workflow`, or `workflow` of the environment in the catalogue.')
  if (owner === undefined) throw new Error('Say `--owner`: whose repositories may call the workflow.')
  const policy = trustPolicy({
    ...wish,
    account,
    workflow,
    owner,
    ownerId: values['owner-id'],
    repositoryIds: values['repository-id'] ?? [],
    issuer: values.issuer,
    audience: values.audience,
  })
  console.log(JSON.stringify(policy, undefined, 2))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
