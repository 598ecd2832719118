/** One line of a history, read without trust: it may come from any version, or be anything. */
import { verdictOf } from '../../domain/audit/audit.ts'
import type { AuditLine, AuditRowLine, ChangeLine, HistoryLine, Place } from '../../domain/history/records.ts'

/** What is wrong with a line, a clause. */
export class WrongLine extends Error {}

/** Throws WrongLine. */
export function readLine(text: string): HistoryLine {
  const fields = fieldsOf(text)
  switch (fields['kind']) {
    case 'audit':
      return auditLine(fields)
    case 'audit-row':
      return auditRowLine(fields)
    case undefined:
      if (fields['mode'] !== undefined && fields['result'] !== undefined) return changeLine(fields)
      throw new WrongLine('is neither of an audit, with `kind`, nor of a run, with `mode` and `result`')
    default:
      throw new WrongLine('has a `kind` that is neither `audit` nor `audit-row`')
  }
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  } catch {
    throw new WrongLine('is no JSON')
  }
  throw new WrongLine('is no JSON object')
}

const auditLine = (fields: Fields): AuditLine => ({
  kind: 'audit',
  at: time(fields, 'at'),
  account: optionalText(fields, 'account'),
  regions: texts(fields, 'regions'),
  whole: fields['whole'] === true,
})

function auditRowLine(fields: Fields): AuditRowLine {
  const [group, id] = [optionalText(fields, 'group'), optionalText(fields, 'instanceId')]
  if (group === undefined && id === undefined) throw new WrongLine('has neither `group` nor `instanceId`')
  const verdict = verdictOf(text(fields, 'verdict'))
  if (verdict === undefined) throw new WrongLine('has a `verdict` that there is not')
  return {
    kind: 'audit-row',
    at: time(fields, 'at'),
    ...placeOf(fields),
    region: text(fields, 'region'),
    group,
    instance: id === undefined ? undefined : { id, name: optionalText(fields, 'instanceName') },
    service: optionalText(fields, 'service'),
    owner: optionalText(fields, 'owner') ?? optionalText(fields, 'ownerTag'),
    stack: optionalText(fields, 'stack'),
    imageId: optionalText(fields, 'imageId'),
    imageName: optionalText(fields, 'imageName'),
    newestImageName: optionalText(fields, 'newestImageName'),
    instances: optionalNumber(fields, 'instances') ?? 0,
    daysBehind: optionalNumber(fields, 'daysBehind'),
    imageAgeDays: optionalNumber(fields, 'imageAgeDays'),
    verdict,
    reason: optionalText(fields, 'reason'),
  }
}

const changeLine = (fields: Fields): ChangeLine => ({
  kind: 'change',
  at: time(fields, 'at'),
  startedAt: fields['startedAt'] === undefined || fields['startedAt'] === null ? undefined : time(fields, 'startedAt'),
  run: text(fields, 'run'),
  actor: text(fields, 'actor'),
  mode: text(fields, 'mode'),
  ...placeOf(fields),
  service: optionalText(fields, 'service'),
  owner: optionalText(fields, 'owner'),
  group: optionalText(fields, 'group'),
  result: text(fields, 'result'),
  reason: optionalText(fields, 'reason'),
  breakGlass: optionalText(fields, 'breakGlass'),
  floor: floorOf(fields['floor']),
})

const placeOf = (fields: Fields): Place => ({
  account: optionalText(fields, 'account'),
  region: optionalText(fields, 'region'),
  environment: optionalText(fields, 'environment'),
})

function floorOf(value: unknown): ChangeLine['floor'] {
  if (value === undefined || value === null) return undefined
  const floor = typeof value === 'object' ? (value as Fields) : {}
  const [promised, lowest] = [optionalNumber(floor, 'promised'), optionalNumber(floor, 'lowest')]
  if (promised === undefined || lowest === undefined)
    throw new WrongLine('has a `floor` without `promised` and `lowest`')
  return { promised, lowest }
}

/** Seconds since the Unix epoch of an ISO 8601 time in UTC. */
function time(fields: Fields, name: string): number {
  const value = fields[name]
  const milliseconds = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(milliseconds)) throw new WrongLine(`needs a time like 2026-01-31T09:05:07Z as \`${name}\``)
  return milliseconds / 1000
}

function text(fields: Fields, name: string): string {
  const value = optionalText(fields, name)
  if (value === undefined) throw new WrongLine(`has no \`${name}\``)
  return value
}

function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw new WrongLine(`needs a text as \`${name}\``)
  return value === '' ? undefined : value
}

function optionalNumber(fields: Fields, name: string): number | undefined {
  const value = fields[name] ?? undefined
  if (value !== undefined && typeof value !== 'number') throw new WrongLine(`needs a number as \`${name}\``)
  return value
}

function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name]
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw new WrongLine(`needs a list of texts as \`${name}\``)
  return value
}
