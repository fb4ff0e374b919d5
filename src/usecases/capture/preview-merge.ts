import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type Difference, mergeCandidate } from '../../domain/candidate/merge.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { asId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { ContactKind } from '../ports/candidates.ts'
import type { KeptFormId } from '../ports/kept-forms.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { contactsOf, lookUp } from './look-up.ts'
import { fieldsOnRecord, fieldsTyped } from './profile-fields.ts'
import { readSilver, type SilverProblems } from './read-silver.ts'
import type { SilverDetails } from './silver-details.ts'
import { SilverInput } from './silver-input.ts'

/** How it is known that both are one: by a contact, or because a recruiter chose the person for a flag. */
export type MergeBy = ContactKind | 'choice'

/** Both records side by side, as the modal *Merge with …?* shows them. */
export type MergePreview = {
  /** Where what was typed is kept meanwhile. */
  readonly formId: KeptFormId
  readonly candidateId: CandidateId
  readonly version: number
  readonly name: string
  readonly by: MergeBy
  readonly differences: readonly Difference[]
  /** Names of the owners on either side. */
  readonly members: ReadonlyMap<string, string>
  /** Contacts of the form that are new to the record. */
  readonly newContacts: readonly ContactKind[]
  /** Contacts of the form that belong to a third person. */
  readonly elsewhere: readonly ContactKind[]
  readonly addsWords: boolean
}

export type PreviewRefusal = { readonly kind: 'gone' } | { readonly kind: 'fields'; readonly problems: SilverProblems }

/** Somebody is on record with the same contact: what the form would change, and the form kept until the person has decided. */
export const previewMerge = defineUseCase({
  name: 'preview-merge',
  permission: 'candidate.change',
  input: SilverInput.extend({ candidateId: idInput('candidate'), by: z.enum(['email', 'phone', 'profile']) }),
  run: async (ctx, { candidateId, by, ...form }): Promise<Result<MergePreview, PreviewRefusal>> => {
    const read = readSilver(form.entry, { today: dayIn(ctx.now, ctx.actor.zone), zone: ctx.actor.zone })
    if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal })
    return ctx.uow.run(async (tx): Promise<Result<MergePreview, PreviewRefusal>> => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'gone' })
      const compared = await compare(ctx, tx, person, read.value)
      if (!compared.ok) return refuse({ kind: 'fields', problems: compared.refusal })
      const formId = ctx.newId<'kept_form'>()
      await tx.forms.keep(formId, ctx.actor.memberId, { ...form, by }, ctx.now)
      return ok({ ...compared.value, formId, by })
    })
  },
})

export type Compared = Omit<MergePreview, 'formId' | 'by'>

export async function compare(
  ctx: Ctx,
  tx: Tx,
  person: Candidate,
  details: SilverDetails,
): Promise<Result<Compared, SilverProblems>> {
  const found = await lookUp(ctx, tx, details)
  if (!found.ok) return found
  const { differences } = mergeCandidate(
    fieldsOnRecord(person, await tx.candidates.contacts(person.id)),
    fieldsTyped(details, found.value),
  )
  const owners = differences.flatMap(({ field, existing, typed }) => (field === 'ownerId' ? [existing, typed] : []))
  const ids = owners.flatMap((owner) => asId<'member'>(String(owner)) ?? [])
  const members = new Map((await tx.members.getMany(ids)).map((member) => [member.id as string, member.name]))
  const newContacts: ContactKind[] = []
  const elsewhere: ContactKind[] = []
  for (const { kind, value } of contactsOf(details)) {
    const whose = await tx.candidates.findByContact(kind, value)
    if (whose === undefined) newContacts.push(kind)
    else if (whose !== person.id) elsewhere.push(kind)
  }
  const { id: candidateId, version, fullName: name } = person
  const addsWords = details.impressed !== undefined
  return ok({ candidateId, version, name, differences, members, newContacts, elsewhere, addsWords })
}
