/**
 * The control API as an OpenAPI 3.1 document, from which `npm run docs` writes `simulator/control.openapi.json`; the server gives it at
 * `GET /_simulator/openapi.json`. Tests hold every answer against it.
 */
import { CHANGES } from './schema.ts'

const moment = { type: 'number', description: 'seconds since the Unix epoch' }
const amount = { type: 'number', minimum: 0 }
const amounts = { type: 'object', additionalProperties: amount }
const count = { type: 'integer', minimum: 0 }
const text = { type: 'string' }
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})
const list = (items: object) => ({ type: 'array', items })

/** The answers; their names are those of the components. */
const ANSWERS = {
  Now: object({ now: moment }),
  Nothing: object({}),
  Refusal: object({ message: { ...text, description: 'a sentence that names the field, or what is not there' } }),
  Ledger: list(
    object({
      at: moment,
      sdkId: { ...text, description: 'the service, as the SDKs name it' },
      operation: text,
      action: { ...text, description: 'the IAM action' },
      changes: { type: 'boolean', description: 'whether the operation is one that changes something' },
      input: { type: 'object', description: 'the request, as AWS names its members' },
      outcome: { ...text, description: '`ok`, AWS’s error code, or why no answer came' },
    }),
  ),
  Capacity: list(
    object({
      at: moment,
      desired: count,
      ready: { ...count, description: 'in service, and healthy in every load balancer' },
      readyUnits: { type: 'number', minimum: 0, description: 'the same by weight' },
      inService: count,
      pending: count,
      leaving: count,
    }),
  ),
  Broken: list(
    object(
      {
        group: text,
        keeps: { enum: ['ready', 'total'] },
        from: moment,
        until: { ...moment, description: 'absent while it lasts' },
        wanted: count,
        was: { ...count, description: 'the fewest that were ready meanwhile, or the most in all' },
      },
      ['until'],
    ),
  ),
  Traffic: list(
    object({
      entrance: text,
      missed: { type: 'number', minimum: 0, description: 'requests that met no healthy target' },
      missedTimes: list(object({ entrance: text, from: moment, to: moment, share: amount, reasons: list(text) })),
      samples: list(object({ at: moment, shares: amounts, targetGroups: amounts, errors: amounts, missed: amounts })),
    }),
  ),
} as const

const refers = (name: keyof typeof ANSWERS) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ 'application/json': { schema } })

const query = (name: string, schema: object, description: string) => ({ name, in: 'query', required: true, schema, description }) // prettier-ignore
const ENTRANCE = query('entrance', { type: 'string', minLength: 1 }, 'a load balancer, or a name of Route 53')
const GROUP = query('group', { type: 'string', minLength: 1 }, 'the name of a group')

interface Control {
  readonly summary: string
  readonly answers: object
  readonly parameters?: readonly object[]
  readonly body?: object
}

const operation = ({ summary, answers, parameters, body }: Control) => ({
  summary,
  ...(parameters && { parameters }),
  ...(body && { requestBody: { required: true, content: json(body) } }),
  responses: {
    200: { description: 'carried out', content: answers },
    ...((parameters ?? body) && { 400: { description: 'what is wrong', content: json(refers('Refusal')) } }),
    ...((parameters?.includes(GROUP) || parameters?.includes(ENTRANCE)) && {
      404: { description: 'it is not there', content: json(refers('Refusal')) },
    }),
  },
})

const CHANGED: Readonly<Record<keyof typeof CHANGES, string>> = {
  behaviour: 'Change how the account behaves',
  faults: 'Let calls go wrong',
  load: 'Set the requests on groups',
  alarms: 'Set the states of alarms',
  roles: 'Add roles that jobs may assume by OIDC; keys that STS has not issued are refused from then on',
  'zonal-shift': 'Shift the traffic of a zone away or back',
  interruption: 'Let EC2 take instances away',
}

export const controlApi = {
  openapi: '3.1.0',
  info: { title: 'Control of the AWS simulator', version: '1' },
  servers: [{ url: 'http://127.0.0.1:4566/_simulator' }],
  paths: {
    '/now': { get: operation({ summary: 'The time', answers: json(refers('Now')) }) },
    '/advance': {
      post: operation({
        summary: 'Move time on',
        parameters: [query('seconds', { type: 'number', minimum: 0 }, 'how far')],
        answers: json(refers('Now')),
      }),
    },
    '/follow': {
      post: operation({
        summary: 'Let time follow the real clock from here on, or stand still between requests',
        parameters: [query('speed', { type: 'number', minimum: 0 }, 'virtual seconds in a real one; 0: virtual time')],
        answers: json(refers('Now')),
      }),
    },
    '/ledger': { get: operation({ summary: 'Every call, in order', answers: json(refers('Ledger')) }) },
    '/capacity': {
      get: operation({ summary: 'Each change of the capacity of a group', parameters: [GROUP], answers: json(refers('Capacity')) }),
    },
    '/broken': {
      get: operation({ summary: 'When groups did not keep what their scenario says', answers: json(refers('Broken')) }),
    },
    '/picture': {
      get: operation({ summary: 'Capacity over time as text', parameters: [GROUP], answers: { 'text/plain': { schema: text } } }),
    },
    '/picture.svg': {
      get: operation({ summary: 'Capacity over time as SVG', parameters: [GROUP], answers: { 'image/svg+xml': { schema: text } } }),
    },
    '/traffic': {
      get: operation({ summary: 'The shares of each entrance over time, and what met no healthy target', answers: json(refers('Traffic')) }),
    },
    '/traffic-picture': {
      get: operation({ summary: 'The shares of an entrance over time as text', parameters: [ENTRANCE], answers: { 'text/plain': { schema: text } } }),
    },
    '/openapi.json': { get: operation({ summary: 'This document', answers: json({ type: 'object' }) }) },
    ...Object.fromEntries(
      Object.entries(CHANGES).map(([name, body]) => [
        `/${name}`,
        {
          post: operation({ summary: CHANGED[name as keyof typeof CHANGES], body, answers: json(refers('Nothing')) }),
          ...(name === 'faults' && { delete: operation({ summary: 'End all faults', answers: json(refers('Nothing')) }) }),
        },
      ]),
    ),
  },
  components: { schemas: ANSWERS },
} // prettier-ignore
