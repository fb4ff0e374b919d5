import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { BAR_REASONS, type BarReason } from '../../domain/consent/bar.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { doNotContact as words } from '../../domain/shared/words/do-not-contact.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { CandidateStore } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { lineInput, optionalLine } from '../text-input.ts'
import { changePerson, entry } from './change-person.ts'

export type BarRefusal = { readonly kind: 'barred_already' } | { readonly kind: 'not_barred' }

/**
 * **Do not contact…**: from now on the gate refuses every message to them, the approved ones included. Where they asked for it
 * themselves, their addresses are barred too, so that the wish stands even when the record is gone and somebody adds them anew.
 */
export const barPerson = defineUseCase({
  name: 'bar-person',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), reason: z.enum(BAR_REASONS), note: optionalLine(200) }),
  run: (ctx, { candidateId, reason, note }) =>
    changePerson<BarRefusal>(ctx, 'bar-person', candidateId, async (tx, person) => {
      const barred = await barIn(ctx, tx, person, { reason, note })
      return barred.ok ? ok(null) : barred
    }),
})

/** Whether they were not to be contacted before, for another reason or since a merge. */
type Barred = { readonly already: boolean }

/**
 * The same inside another act on the person, who must be locked. A mark that came with a merge goes with its undo, so what is said of the
 * person since is kept in its place; and their own wish is kept beside what we decided before.
 */
export async function barIn(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  { reason, note }: { readonly reason: BarReason; readonly note: string | undefined },
): Promise<Result<Barred, BarRefusal>> {
  const already = await tx.consent.isDoNotContact(person.id)
  let isNew = !already || !(await wasSaid(tx, person, reason))
  if (reason === 'asked_not_to')
    for (const address of addressesOf(await tx.candidates.contacts(person.id)))
      if (await tx.consent.suppress(address, 'asked_not_to', ctx.now, undefined)) isNew = true
  if (!isNew) return refuse({ kind: 'barred_already' })
  await tx.consent.setDoNotContact(person.id, ctx.now)
  await tx.candidates.record(person.id, entry(ctx, 'change', words.barredEntry(words.reasons[reason], note)))
  await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.barred', data: { reason } })
  return ok({ already })
}

/** So often nobody is marked; and where it was said before that, saying it once more does no harm. */
const MOST_MARKS = 20

/** Whether it was said of this very record since the mark was last lifted, for that reason or while the reason is no wish of theirs. */
async function wasSaid(tx: Tx, person: Candidate, reason: BarReason): Promise<boolean> {
  const log = await tx.events.read(`candidate:${person.id}`, MOST_MARKS, ['candidate.barred', 'candidate.bar_lifted'])
  const lifted = log.findIndex(({ type }) => type === 'candidate.bar_lifted')
  const standing = lifted === -1 ? log : log.slice(0, lifted)
  const said = standing.map(({ data }) => data.reason)
  return reason === 'asked_not_to' ? said.includes(reason) : said.length > 0
}

/** **Allow contact again**, with where that was said. It lifts this mark alone: whoever unsubscribed stays unsubscribed. */
export const liftBar = defineUseCase({
  name: 'lift-bar',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), source: lineInput(200) }),
  run: (ctx, { candidateId, source }) =>
    changePerson<BarRefusal>(ctx, 'lift-bar', candidateId, (tx, person) => liftBarIn(ctx, tx, person, source)),
})

/** The same inside another act on the person, who must be locked. */
export async function liftBarIn(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  source: string,
): Promise<Result<null, BarRefusal>> {
  if (!(await tx.consent.isDoNotContact(person.id))) return refuse({ kind: 'not_barred' })
  await tx.consent.setDoNotContact(person.id, undefined)
  for (const address of addressesOf(await tx.candidates.contacts(person.id)))
    await tx.consent.liftSuppression(address, 'asked_not_to')
  await tx.candidates.record(person.id, entry(ctx, 'change', words.liftedEntry(source)))
  await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.bar_lifted', data: {} })
  return ok(null)
}

const addressesOf = (contacts: Awaited<ReturnType<CandidateStore['contacts']>>): readonly string[] =>
  contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value)
