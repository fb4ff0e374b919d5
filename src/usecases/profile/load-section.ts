import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { entryOf, type ProfileEntry } from '../../domain/candidate/profile-form.ts'
import { type ContactValues, type ProfileValues, valuesOf } from '../../domain/candidate/profile-values.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NoSuchPerson } from '../people/change-person.ts'
import type { Contact } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type LoadedSection = {
  readonly candidateId: CandidateId
  readonly fullName: string
  readonly entry: ProfileEntry
}

/** What the form of a section begins with. Follows a merge to the one who lives. */
export const loadSection = defineUseCase({
  name: 'load-section',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<LoadedSection, NoSuchPerson>> =>
    ctx.uow.run(async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const { entry } = await onRecord(tx, person)
      return ok({ candidateId: person.id, fullName: person.fullName, entry })
    }),
})

/** The profile as it is, and as its forms show it. */
export async function onRecord(
  tx: Tx,
  person: Candidate,
): Promise<{ readonly entry: ProfileEntry; readonly values: ProfileValues }> {
  const [owner, contacts, ratings] = await Promise.all([
    person.ownerId === undefined ? undefined : tx.members.get(person.ownerId),
    tx.candidates.contacts(person.id),
    tx.ratings.newest(person.id),
  ])
  const values = valuesOf(person, contactValues(contacts), ratings)
  return { entry: entryOf(values, owner?.slackUserId), values }
}

function contactValues(contacts: readonly Contact[]): ContactValues {
  const of = (kind: Contact['kind']) => contacts.filter((one) => one.kind === kind).map(({ value }) => value)
  return { email: of('email'), phone: of('phone'), profile: of('profile') }
}
