import { type Selectable, sql, type Updateable } from 'kysely'
import type { WouldHire } from '../../../domain/candidate/flag-form.ts'
import type { Referral, Relation } from '../../../domain/candidate/referral.ts'
import type { CandidateId, MemberId, NearMissId } from '../../../domain/shared/ids.ts'
import type { NearMiss, NearMissState, NearMissStore } from '../../../usecases/ports/near-misses.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

type Row = Selectable<Tables['nearMiss']>

const toReferral = ({ seal, workspaceId }: Scope, row: Row): Referral | undefined =>
  row.kind !== 'referral'
    ? undefined
    : {
        relation: (row.relation ?? 'know_of') as Relation,
        knowsOfIt: row.knowsOfIt === true,
        email: row.contactSealed === null ? undefined : seal.open(row.contactSealed, workspaceId),
        creditTo: (row.creditTo ?? undefined) as MemberId | undefined,
      }

const makeToNearMiss =
  (scope: Scope) =>
  (row: Row): NearMiss => ({
    id: row.id as NearMissId,
    fullName: row.fullName,
    role: row.role,
    impressed: row.impressed,
    wouldHire: (row.wouldHire ?? undefined) as WouldHire | undefined,
    quotable: row.quotable,
    flaggedBy: row.flaggedBy as MemberId,
    flaggedAt: toInstant(row.flaggedAt),
    evidenceLink: row.evidenceLink ?? undefined,
    evidence:
      row.evidenceChannel === null || row.evidenceTs === null
        ? undefined
        : { channel: row.evidenceChannel, ts: row.evidenceTs },
    state: row.state as NearMissState,
    decidedBy: (row.decidedBy ?? undefined) as MemberId | undefined,
    decidedAt: toInstantOrNone(row.decidedAt),
    dismissReason: row.dismissReason ?? undefined,
    candidateId: (row.candidateId ?? undefined) as CandidateId | undefined,
    muted: row.muted,
    referral: toReferral(scope, row),
  })

export function makeNearMissStore(scope: Scope): NearMissStore {
  const { db, workspaceId, seal } = scope
  const toNearMiss = makeToNearMiss(scope)
  const lookup = (email: string) => seal.lookup('email', contactKey('email', email), workspaceId)
  const flags = () => db.selectFrom('nearMiss').where('workspaceId', '=', workspaceId)
  const update = (id: NearMissId, set: Updateable<Tables['nearMiss']>) =>
    db
      .updateTable('nearMiss')
      .set(set)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirstOrThrow()
  const referralColumns = (referral: Referral | undefined) =>
    referral === undefined
      ? {}
      : {
          kind: 'referral',
          relation: referral.relation,
          knowsOfIt: referral.knowsOfIt,
          contactSealed: referral.email === undefined ? null : Buffer.from(seal.close(referral.email, workspaceId)),
          contactLookup: referral.email === undefined ? null : Buffer.from(lookup(referral.email)),
          creditTo: referral.creditTo ?? null,
        }
  return {
    async get(id) {
      const row = await flags().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toNearMiss(row)
    },
    async lock(id) {
      const row = await flags().selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toNearMiss(row)
    },
    async insert(nearMiss) {
      await db
        .insertInto('nearMiss')
        .values({
          workspaceId,
          id: nearMiss.id,
          fullName: nearMiss.fullName,
          role: nearMiss.role,
          impressed: nearMiss.impressed,
          wouldHire: nearMiss.wouldHire ?? null,
          quotable: nearMiss.quotable,
          flaggedBy: nearMiss.flaggedBy,
          flaggedAt: new Date(nearMiss.flaggedAt),
          evidenceLink: nearMiss.evidenceLink ?? null,
          evidenceChannel: nearMiss.evidence?.channel ?? null,
          evidenceTs: nearMiss.evidence?.ts ?? null,
          state: nearMiss.state,
          candidateId: nearMiss.candidateId ?? null,
          ...referralColumns(nearMiss.referral),
        })
        .execute()
    },
    async decide(id, decision) {
      await update(id, {
        state: decision.state,
        decidedBy: decision.by,
        decidedAt: new Date(decision.at),
        candidateId: decision.candidateId ?? null,
        dismissReason: decision.dismissReason ?? null,
      })
    },
    async reopen(id) {
      await update(id, { state: 'waiting', decidedBy: null, decidedAt: null, candidateId: null, dismissReason: null })
    },
    async ofMessage(channel, ts, by) {
      const rows = await flags()
        .selectAll()
        .where('evidenceChannel', '=', channel)
        .where('evidenceTs', '=', ts)
        .where('flaggedBy', '=', by)
        .orderBy('flaggedAt')
        .limit(20)
        .execute()
      return rows.map(toNearMiss)
    },
    async flaggedBy(by, limit) {
      const rows = await flags()
        .selectAll()
        .where('flaggedBy', '=', by)
        .orderBy('flaggedAt', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toNearMiss)
    },
    async ofPeople(ids) {
      if (ids.length === 0) return []
      const rows = await flags().selectAll().where('candidateId', 'in', ids).orderBy('flaggedAt').limit(500).execute()
      return rows.map(toNearMiss)
    },
    async referralsOf({ fullName, email }, since) {
      const rows = await flags()
        .selectAll()
        .where('kind', '=', 'referral')
        .where('state', '!=', 'dismissed')
        .where('flaggedAt', '>=', new Date(since))
        .where(({ eb, or }) =>
          or([
            eb(sql`lower(full_name)`, '=', fullName.toLowerCase()),
            ...(email === undefined ? [] : [eb('contactLookup', '=', lookup(email))]),
          ]),
        )
        .orderBy('flaggedAt')
        .limit(50)
        .execute()
      return rows.map(toNearMiss).map(({ flaggedBy, flaggedAt, referral }) => ({
        by: flaggedBy,
        at: flaggedAt,
        email: referral?.email,
        creditTo: referral?.creditTo,
      }))
    },
    async mute(id, muted) {
      await update(id, { muted })
    },
    async countWaiting() {
      const { waiting } = await flags()
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow()
      return waiting
    },
  }
}
