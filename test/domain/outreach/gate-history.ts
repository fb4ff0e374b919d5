/** Made-up histories of one person, and the fold that the use cases do. */
import * as fc from 'fast-check'
import type { Standing } from '../../../src/domain/candidate/candidate.ts'
import type { PermissionBasis } from '../../../src/domain/consent/permission.ts'
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../../src/domain/consent/suppression.ts'
import type { GateFacts, PlannedSend } from '../../../src/domain/outreach/gate-facts.ts'
import type { Purpose } from '../../../src/domain/outreach/purpose.ts'
import { SEND_STATES, type SendState } from '../../../src/domain/outreach/send.ts'
import { DEFAULT_OUTREACH_SETTINGS, type OutreachSettings } from '../../../src/domain/outreach/settings.ts'
import type { ReplyState } from '../../../src/domain/replies/reply.ts'
import type { FactId, MemberId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, plus, UTC } from '../../../src/domain/shared/time.ts'
import { aPermission, ben, daysAgo, daysAhead, id, ines, noon, tom } from '../../support/outreach-builders.ts'

type Happening =
  | { readonly what: 'stands'; readonly standing: Standing; readonly dayKnown: boolean }
  | {
      readonly what: 'granted'
      readonly basis: PermissionBasis
      readonly days: number
      readonly purpose: 'contact' | 'store'
    }
  | { readonly what: 'withdrew_permission' }
  | { readonly what: 'suppressed'; readonly reason: SuppressionReason }
  | {
      readonly what: 'sent'
      readonly by: MemberId
      readonly purpose: Purpose
      readonly state: SendState
      readonly givenUp: boolean
      /** Not sent yet: so many days from now. */
      readonly ahead: number | undefined
    }
  | { readonly what: 'wrote'; readonly state: ReplyState }
  | { readonly what: 'talked'; readonly with: MemberId }
  | { readonly what: 'fact_changed' | 'fact_retracted' | 'fact_made_internal'; readonly fact: FactId }
  | { readonly what: 'barred_person' | 'barred_company' | 'erased' | 'merged' | 'lost_address' | 'job_closed' }
export type Happened = Happening & { readonly at: Instant }
export type History = readonly Happened[]
export const FACTS = [id<'fact'>(1), id<'fact'>(2), id<'fact'>(3)] as const

const who = fc.constantFrom(ines, ben, tom)
const purpose = fc.constantFrom<Purpose>('keep_warm', 'new_role', 'decline')
const of = <Arb extends fc.Arbitrary<Happening>>(weight: number, arbitrary: Arb) => ({ weight, arbitrary })
const happening = fc.oneof(
  of(
    6,
    fc.record({
      what: fc.constant('stands' as const),
      standing: fc.constantFrom<Standing>(
        'told_no',
        'told_no',
        'told_no',
        'not_told',
        'interviewing',
        'withdrew',
        'declined_offer',
        'hired',
      ),
      dayKnown: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    }),
  ),
  of(
    6,
    fc.record({
      what: fc.constant('granted' as const),
      basis: fc.constantFrom<PermissionBasis>('applied_here', 'consent', 'legitimate_interest', 'referral'),
      days: fc.integer({ min: 1, max: 400 }),
      purpose: fc.constantFrom('contact', 'contact', 'contact', 'store'),
    }),
  ),
  of(
    5,
    fc.record({
      what: fc.constant('sent' as const),
      by: who,
      purpose,
      state: fc.constantFrom(...SEND_STATES),
      givenUp: fc.boolean(),
      ahead: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 2 }),
    }),
  ),
  of(
    3,
    fc.record({
      what: fc.constant('wrote' as const),
      state: fc.constantFrom<ReplyState>('waiting', 'interested', 'later', 'done', 'not_interested', 'wrong_person'),
    }),
  ),
  of(3, fc.record({ what: fc.constant('talked' as const), with: who })),
  of(
    2,
    fc.record({
      what: fc.constantFrom('fact_changed', 'fact_retracted', 'fact_made_internal'),
      fact: fc.constantFrom(...FACTS),
    }),
  ),
  of(1, fc.record({ what: fc.constant('withdrew_permission' as const) })),
  of(1, fc.record({ what: fc.constant('suppressed' as const), reason: fc.constantFrom(...SUPPRESSION_REASONS) })),
  of(
    1,
    fc.record({
      what: fc.constantFrom('barred_person', 'barred_company', 'erased', 'merged', 'lost_address', 'job_closed'),
    }),
  ),
)

const hours = (most: number) =>
  fc.integer({ min: 0, max: most * 24 }).map((number) => plus(daysAgo(0), -number * (DAY / 24)))
export const histories: fc.Arbitrary<History> = fc
  .array(fc.tuple(happening, fc.oneof(hours(30), hours(300))), { maxLength: 9 })
  .map((list) =>
    list
      .map(([event, at]) => ({
        ...event,
        at: event.what === 'sent' && event.ahead !== undefined ? daysAhead(event.ahead) : at,
      }))
      .sort((a, b) => a.at - b.at),
  )

export const settings: fc.Arbitrary<OutreachSettings> = fc
  .record({
    recontactDays: fc.integer({ min: 0, max: 200 }),
    capCount: fc.integer({ min: 1, max: 3 }),
    capDays: fc.integer({ min: 1, max: 60 }),
    collisionDays: fc.integer({ min: 0, max: 60 }),
  })
  .map((changes) => ({ ...DEFAULT_OUTREACH_SETTINGS, ...changes }))

export const plans: fc.Arbitrary<PlannedSend> = fc.record({
  sendId: fc.constant(undefined),
  purpose,
  members: fc.constantFrom([ines], [ines, tom], [ben]),
  revisionMadeAt: hours(20),
  approvedAt: fc.option(hours(20), { nil: undefined }),
  cites: fc.subarray([...FACTS]),
  notBefore: fc.option(
    fc.integer({ min: 0, max: 40 }).map((days) => plus(noon, days * DAY)),
    { nil: undefined },
  ),
})

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10) as Day

/** As a use case would: one pass over what happened, latest wins. */
export function fold(history: History, settings: OutreachSettings): GateFacts {
  let result: GateFacts = {
    person: { kind: 'here' },
    standing: { standing: 'withdrew', day: undefined },
    permissions: [],
    suppressions: [],
    doNotContact: { person: false, company: undefined },
    ats: { kind: 'not_connected' },
    job: { kind: 'open' },
    address: 'present',
    sends: [],
    conversations: [],
    lastReply: undefined,
    cited: FACTS.map((fact) => ({ id: fact, changedAt: daysAgo(400), now: 'tellable' as const })),
    zone: UTC,
    settings,
  }
  const list = <Item>(items: 'unknown' | readonly Item[]): readonly Item[] => (items === 'unknown' ? [] : items)
  for (const [index, event] of history.entries()) {
    const { at } = event
    switch (event.what) {
      case 'stands':
        result = { ...result, standing: { standing: event.standing, day: event.dayKnown ? dayOf(at) : undefined } }
        break
      case 'granted':
        result = {
          ...result,
          permissions: [
            ...list(result.permissions),
            aPermission({
              id: id<'permission'>(index),
              purpose: event.purpose,
              basis: event.basis,
              grantedAt: at,
              expiresAt: plus(at, event.days * DAY),
            }),
          ],
        }
        break
      case 'withdrew_permission':
        result = {
          ...result,
          permissions: list(result.permissions).map((record) =>
            record.purpose === 'contact' && record.withdrawnAt === undefined ? { ...record, withdrawnAt: at } : record,
          ),
        }
        break
      case 'suppressed':
        result = { ...result, suppressions: [...list(result.suppressions), { reason: event.reason, at }] }
        break
      case 'sent':
        result = {
          ...result,
          sends: [
            ...list(result.sends),
            {
              id: id<'send'>(index),
              by: [event.by],
              purpose: event.purpose,
              state: event.state,
              lastError: event.givenUp ? 'given_up_in_doubt' : '550',
              at,
            },
          ],
        }
        break
      case 'wrote':
        result = { ...result, lastReply: { at, state: event.state } }
        break
      case 'talked':
        result = { ...result, conversations: [...list(result.conversations), { with: event.with, at }] }
        break
      case 'fact_changed':
      case 'fact_retracted':
      case 'fact_made_internal': {
        const now = {
          fact_changed: undefined,
          fact_retracted: 'retracted',
          fact_made_internal: 'may_not_be_told',
        } as const
        result = {
          ...result,
          cited: list(result.cited).map((fact) =>
            fact.id === event.fact ? { id: fact.id, changedAt: at, now: now[event.what] ?? fact.now } : fact,
          ),
        }
        break
      }
      case 'barred_person':
        result = { ...result, doNotContact: { person: true, company: undefined } }
        break
      case 'barred_company':
        result = {
          ...result,
          doNotContact: { person: result.doNotContact !== 'unknown' && result.doNotContact.person, company: 'Acme' },
        }
        break
      case 'erased':
        result = { ...result, person: { kind: 'erased' } }
        break
      case 'merged':
        result = { ...result, person: { kind: 'merged', into: id<'candidate'>(9) } }
        break
      case 'job_closed':
        result = { ...result, job: { kind: 'closed', at } }
        break
      case 'lost_address':
        result = { ...result, address: 'none' }
        break
    }
  }
  return result
}
