// A made-up history as plain rows: the same rows go into the database and to the naive computation.
import fc from 'fast-check'
import type pg from 'pg'
import { newUuid } from '../../../../src/adapters/system/ids.ts'
import { DAY, type Day, dayIn, HOUR, type Instant, instant, type Zone } from '../../../../src/domain/shared/time.ts'

export type History = {
  readonly candidates: readonly Person[]
  readonly pools: readonly {
    id: string
    cadence_days: number
    archived_at: number | undefined
    query: string | undefined
  }[]
  readonly members: readonly { pool_id: string; candidate_id: string; added_at: number }[]
  readonly interactions: readonly { candidate_id: string; kind: string; at: number; one_to_one: boolean }[]
  readonly sends: readonly { candidate_id: string; state: string; handed_over_at: number | undefined }[]
  readonly replies: readonly {
    candidate_id: string
    state: string
    received_at: number
    decided_at: number | undefined
  }[]
  readonly drafts: readonly {
    candidate_id: string
    state: string
    created_at: number
    decided_at: number | undefined
  }[]
  readonly events: readonly { candidate_id: string; type: string; from: string; to: string; at: number }[]
  readonly permissions: readonly {
    candidate_id: string
    purpose: string
    granted_at: number
    expires_at: number | undefined
    withdrawn_at: number | undefined
  }[]
  /** Of whom pressed unsubscribe in which message. */
  readonly suppressions: readonly { send: number; reason: string; at: number }[]
  /** What the search found for those pools that are searches. */
  readonly found: readonly { pool_id: string; candidate_id: string }[]
  readonly flags: readonly { flagged_by: string; flagged_at: number; state: string; decided_at: number | undefined }[]
  readonly jobs: readonly { id: string; opened_at: number }[]
  readonly hires: readonly {
    job_id: string
    candidate_id: string | undefined
    source: string
    from_pool: boolean
    applied_on: Day | undefined
    accepted_on: Day
    internal_cost: number | undefined
    external_cost: number | undefined
    currency: string | undefined
  }[]
  readonly nudges: readonly { day: Day; member_id: string; candidate_id: string; state: string }[]
}
export type Person = {
  readonly id: string
  readonly standing: string
  readonly standing_day: Day | undefined
  readonly owner_id: string | undefined
  readonly created_at: number
  readonly last_touch_at: number | undefined
  readonly checked_at: number | undefined
  readonly erased_at: number | undefined
  readonly merged_into: string | undefined
  readonly do_not_contact_at: number | undefined
  readonly snoozed_until: Day | undefined
  readonly seniority: string | undefined
  readonly kind: string
}

/** Moments lie around the end of the week, thickest near its edges and those of the cadences. */
const STEPS = [0, 1, 2, 6, 7, 8, 13, 14, 15, 20, 21, 22, 27, 28, 29, 30, 31, 89, 90, 91, 97, 98, 180]
const moments = (now: Instant) =>
  fc
    .record({ days: fc.constantFrom(...STEPS), off: fc.constantFrom(-HOUR, -1, 0, 1, 5 * HOUR) })
    .map(({ days, off }) => now - days * DAY + off)
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })

export function histories(now: Instant, zone: Zone, members: readonly string[]): fc.Arbitrary<History> {
  const at = moments(now)
  const day = at.map((moment) => dayIn(instant(moment), zone))
  const person = fc.record({
    id: fc.constant(0).map(() => newUuid() as string),
    standing: fc.constantFrom('told_no', 'told_no', 'withdrew', 'declined_offer', 'not_told', 'interviewing', 'hired'),
    standing_day: day,
    owner_id: sometimes(fc.constantFrom(...members)),
    created_at: at,
    last_touch_at: sometimes(at),
    // Thickest around the half year after which a profile counts as unchecked.
    checked_at: fc.option(
      fc.oneof(
        at,
        fc.constantFrom(-1, 0, 1).map((off) => now - 182 * DAY + off),
      ),
      { nil: undefined, freq: 3 },
    ),
    erased_at: fc
      .option(at, { nil: undefined, freq: 1 })
      .map((gone) => (gone !== undefined && gone % 5 === 0 ? gone : undefined)),
    merged_into: fc.constant(undefined),
    do_not_contact_at: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? now - DAY : undefined)),
    snoozed_until: sometimes(day),
    seniority: sometimes(fc.constantFrom('mid', 'senior')),
    kind: fc.constantFrom('near_miss', 'referral'),
  })
  return fc
    .record({
      candidates: fc.array(person, { minLength: 1, maxLength: 14 }),
      pools: fc.array(
        fc.record({
          id: fc.constant(0).map(() => newUuid() as string),
          cadence_days: fc.constantFrom(7, 30, 90, 180),
          archived_at: fc.integer({ min: 0, max: 5 }).map((n) => (n === 0 ? now - DAY : undefined)),
          query: fc.option(fc.constant('skill:kubernetes'), { nil: undefined, freq: 2 }),
        }),
        { maxLength: 3 },
      ),
      jobs: fc.array(fc.record({ id: fc.constant(0).map(() => newUuid() as string), opened_at: at }), {
        minLength: 8,
        maxLength: 8,
      }),
    })
    .chain(({ candidates, pools, jobs }) => {
      const who = fc.constantFrom(...candidates.map(({ id }) => id))
      const of = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { maxLength })
      const unique = <T>(one: fc.Arbitrary<T>, key: (value: T) => string, maxLength: number) =>
        fc.uniqueArray(one, { selector: key, maxLength })
      return fc.record({
        candidates: fc.constant(candidates),
        pools: fc.constant(pools),
        jobs: fc.constant(jobs),
        members:
          pools.length === 0
            ? fc.constant([])
            : unique(
                fc.record({ pool_id: fc.constantFrom(...pools.map(({ id }) => id)), candidate_id: who, added_at: at }),
                (row) => row.pool_id + row.candidate_id,
                20,
              ),
        interactions: of(
          fc.record({
            candidate_id: who,
            kind: fc.constantFrom('reply', 'call', 'message_sent', 'note'),
            at,
            one_to_one: fc.boolean(),
          }),
          20,
        ),
        sends: of(
          fc.record({
            candidate_id: who,
            state: fc.constantFrom('handed_over', 'handed_over', 'failed', 'in_doubt'),
            handed_over_at: at,
          }),
          20,
        ),
        replies: of(
          fc.record({
            candidate_id: who,
            state: fc.constantFrom('waiting', 'interested', 'later', 'done'),
            received_at: at,
            decided_at: sometimes(at),
          }),
          12,
        ),
        drafts: of(
          fc.record({
            candidate_id: who,
            state: fc.constantFrom('waiting', 'approved', 'rejected'),
            created_at: at,
            decided_at: sometimes(at),
          }),
          10,
        ),
        events: of(
          fc.record({
            candidate_id: who,
            type: fc.constantFrom(
              'candidate.standing_changed',
              'candidate.standing_changed',
              'candidate.told_no',
              'candidate.snoozed',
              'mail.bounced',
            ),
            from: fc.constantFrom('told_no', 'withdrew', 'not_told', 'interviewing'),
            to: fc.constantFrom('interviewing', 'hired', 'told_no', 'not_told', 'not_told'),
            at,
          }),
          14,
        ),
        permissions: of(
          fc.record({
            candidate_id: who,
            purpose: fc.constantFrom('contact', 'contact', 'store'),
            granted_at: at,
            expires_at: sometimes(at),
            withdrawn_at: sometimes(at),
          }),
          12,
        ),
        suppressions: of(
          fc.record({ send: fc.nat(19), reason: fc.constantFrom('unsubscribed', 'asked_not_to'), at }),
          6,
        ),
        found:
          pools.length === 0
            ? fc.constant([])
            : unique(
                fc.record({ pool_id: fc.constantFrom(...pools.map(({ id }) => id)), candidate_id: who }),
                (row) => row.pool_id + row.candidate_id,
                12,
              ),
        flags: of(
          fc.record({
            flagged_by: fc.constantFrom(...members),
            flagged_at: at,
            state: fc.constantFrom('waiting', 'accepted', 'merged', 'dismissed'),
            decided_at: sometimes(at),
          }),
          10,
        ),
        hires: unique(
          fc.record({
            job_id: fc.constantFrom(...jobs.map(({ id }) => id)),
            candidate_id: sometimes(who),
            source: fc.constantFrom('referral', 'pool', 'board'),
            from_pool: fc.boolean(),
            applied_on: sometimes(day),
            accepted_on: day,
            internal_cost: sometimes(fc.constantFrom(0, 120_050)),
            external_cost: sometimes(fc.constantFrom(900_000, 2_147_483_647)),
            currency: fc.constantFrom('EUR', 'GBP'),
          }),
          (row) => row.job_id,
          8,
        ),
        nudges: unique(
          fc.record({ day, member_id: fc.constantFrom(...members), candidate_id: who, state: fc.constant('due') }),
          (row) => row.day + row.member_id + row.candidate_id,
          10,
        ),
      })
    })
}

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())

/** Writes it as a superuser without the checks of foreign keys: only what the numbers read has to be there. */
export async function keepHistory(pool: pg.Pool, workspaceId: string, member: string, history: History): Promise<void> {
  const own = (row: object) => ({ workspace_id: workspaceId, id: newUuid(), ...row })
  const now = iso(Date.UTC(2026, 0, 1))
  const sendIds = history.sends.map(() => newUuid())
  const tables: Readonly<Record<string, readonly object[]>> = {
    candidate: history.candidates.map((one) => ({
      ...own(one),
      full_name: 'Somebody',
      considered_role: 'SRE',
      skills: [],
      version: 1,
      created_at: iso(one.created_at),
      last_touch_at: iso(one.last_touch_at),
      checked_at: iso(one.checked_at),
      unworked: false,
      erased_at: iso(one.erased_at),
      do_not_contact_at: iso(one.do_not_contact_at),
    })),
    pool: history.pools.map((one, index) => ({
      ...own(one),
      name: `pool ${index}`,
      name_key: `pool ${index}`,
      version: 1,
      owner_id: member,
      created_at: now,
      archived_at: iso(one.archived_at),
    })),
    pool_member: history.members.map((one) => ({ ...own(one), added_at: iso(one.added_at) })),
    interaction: history.interactions.map((one) => ({ ...own(one), at: iso(one.at), text: '' })),
    send: history.sends.map((one, index) => ({
      ...own(one),
      id: sendIds[index],
      draft_id: newUuid(),
      revision_id: newUuid(),
      contact_id: newUuid(),
      purpose: 'keep_warm',
      approved_by: member,
      approved_at: now,
      due_at: now,
      attempts: 1,
      message_id: newUuid(),
      refusals: [],
      handed_over_at: iso(one.handed_over_at),
    })),
    reply: history.replies.map((one) => ({
      ...own(one),
      message_id: newUuid(),
      text: '',
      received_at: iso(one.received_at),
      decided_at: iso(one.decided_at),
    })),
    draft: history.drafts.map((one) => ({
      ...own(one),
      owner_id: member,
      purpose: 'keep_warm',
      why_now: '',
      revision_id: newUuid(),
      created_at: iso(one.created_at),
      decided_at: iso(one.decided_at),
    })),
    permission: history.permissions.map((one) => ({
      ...own(one),
      basis: 'consent',
      source: '',
      wording: '',
      granted_at: iso(one.granted_at),
      expires_at: iso(one.expires_at),
      withdrawn_at: iso(one.withdrawn_at),
    })),
    suppression: history.suppressions.map(({ send, reason, at }, index) => ({
      workspace_id: workspaceId,
      lookup: `\\x${index.toString(16).padStart(4, '0')}`,
      reason,
      send_id: sendIds[send] ?? null,
      at: iso(at),
    })),
    event: history.events.map(({ candidate_id, type, from, to, at }, version) => ({
      workspace_id: workspaceId,
      stream: `candidate:${candidate_id}`,
      version,
      type,
      at: iso(at),
      correlation_id: 'x',
      data: { from, to },
    })),
    near_miss: history.flags.map((one) => ({
      ...own(one),
      kind: 'near_miss',
      muted: false,
      full_name: 'Somebody',
      role: 'SRE',
      impressed: '',
      quotable: false,
      flagged_at: iso(one.flagged_at),
      decided_at: iso(one.decided_at),
    })),
    job: history.jobs.map((one) => ({
      ...own(one),
      title: 'SRE',
      remote_ok: false,
      skills: [],
      opened_at: iso(one.opened_at),
    })),
    hire: history.hires.map((one) => ({
      ...own(one),
      currency: one.internal_cost === undefined && one.external_cost === undefined ? undefined : one.currency,
      recorded_by: member,
      recorded_at: now,
    })),
    nudge_item: history.nudges.map((one) => ({ ...own(one), why: 'quiet', place: 0 })),
  }
  const client = await pool.connect()
  try {
    await client.query("SET session_replication_role = 'replica'")
    for (const [table, rows] of Object.entries(tables))
      await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ])
  } finally {
    await client.query("SET session_replication_role = 'origin'")
    client.release()
  }
}
