/** The form *Close job*, judged: what becomes of it as rows, or what is wrong beside which field. */
import { z } from 'zod'
import { HIRE_SOURCES, type HireSource } from '../../domain/jobs/hire.ts'
import { CURRENCY_CODES, type Currency, type MoneyProblem, parseMoney } from '../../domain/jobs/money.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { asDay, at, type Day, dayIn, type Instant } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Job } from '../ports/workspace.ts'

const money = z.string().max(60).default('')
export const CloseInput = z.object({
  jobId: idInput('job'),
  outcome: z.enum(['hired', 'cancelled'], { error: 'Please choose what became of it.' }),
  /** Who was hired, where they are on record. */
  candidateId: idInput('candidate').optional(),
  source: z.enum(HIRE_SOURCES).optional(),
  openedOn: z.string().default(''),
  acceptedOn: z.string().default(''),
  appliedOn: z.string().default(''),
  internalCost: money,
  externalCost: money,
  currency: z.enum(CURRENCY_CODES).optional(),
})
export type CloseEntry = z.output<typeof CloseInput>

export type CloseField =
  | 'source'
  | 'openedOn'
  | 'acceptedOn'
  | 'appliedOn'
  | 'internalCost'
  | 'externalCost'
  | 'currency'
export type CloseProblem =
  | 'source_needed'
  | 'day_needed'
  | 'no_such_day'
  | 'day_in_future'
  | 'before_opening'
  | 'after_acceptance'
  | 'currency_needed'
  | MoneyProblem['kind']
export type CloseProblems = Partial<Record<CloseField, CloseProblem>>

export type HireDetails = {
  readonly source: HireSource
  readonly acceptedOn: Day
  readonly appliedOn: Day | undefined
  readonly internalCost: number | undefined
  readonly externalCost: number | undefined
  readonly currency: Currency | undefined
}
/** `hire` is there where somebody took the offer. */
export type CloseDetails = { readonly openedAt: Instant; readonly hire: HireDetails | undefined }

/** Noon, so that no zone makes another day of it. */
const NOON = 12 * 60

export function readClose(ctx: Ctx, entry: CloseEntry, job: Job): Result<CloseDetails, CloseProblems> {
  const problems: CloseProblems = {}
  const today = dayIn(ctx.now, ctx.actor.zone)
  const day = (field: 'openedOn' | 'acceptedOn' | 'appliedOn'): Day | undefined => {
    if (entry[field] === '') return undefined
    const given = asDay(entry[field])
    if (given === undefined) problems[field] = 'no_such_day'
    else if (given > today) problems[field] = 'day_in_future'
    return given
  }
  const was = dayIn(job.openedAt, ctx.actor.zone)
  const openedOn = day('openedOn') ?? was
  const openedAt = openedOn === was ? job.openedAt : at(openedOn, NOON, ctx.actor.zone)
  if (entry.outcome === 'cancelled') return done(problems, { openedAt, hire: undefined })
  const acceptedOn = day('acceptedOn')
  const appliedOn = day('appliedOn')
  if (entry.source === undefined) problems.source = 'source_needed'
  if (acceptedOn === undefined) problems.acceptedOn ??= 'day_needed'
  else if (acceptedOn < openedOn) problems.acceptedOn ??= 'before_opening'
  if (appliedOn !== undefined && acceptedOn !== undefined && appliedOn > acceptedOn)
    problems.appliedOn ??= 'after_acceptance'
  const costs = readCosts(entry, problems)
  if (entry.source === undefined || acceptedOn === undefined) return refuse(problems)
  return done(problems, { openedAt, hire: { source: entry.source, acceptedOn, appliedOn, ...costs } })
}

function readCosts(
  entry: CloseEntry,
  problems: CloseProblems,
): Pick<HireDetails, 'internalCost' | 'externalCost' | 'currency'> {
  const { currency } = entry
  const some = entry.internalCost.trim() !== '' || entry.externalCost.trim() !== ''
  if (some && currency === undefined) problems.currency = 'currency_needed'
  const cost = (field: 'internalCost' | 'externalCost') => {
    const parsed = parseMoney(entry[field], currency ?? 'GBP')
    if (parsed.ok) return parsed.value
    problems[field] = parsed.refusal.kind
    return undefined
  }
  return {
    internalCost: cost('internalCost'),
    externalCost: cost('externalCost'),
    currency: some ? currency : undefined,
  }
}

const done = (problems: CloseProblems, details: CloseDetails): Result<CloseDetails, CloseProblems> =>
  Object.keys(problems).length === 0 ? ok(details) : refuse(problems)
