import { z } from 'zod'
import { ok, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { lineInput } from '../text-input.ts'
import { changePerson } from './change-person.ts'

/** Another person of this workspace has it; to whom it belongs is for the merge to find out. */
export type AddressRefusal = { readonly kind: 'taken' }

const email = z.email({ error: 'That does not look like an e-mail address.' }).max(254)

/** **Add an address**: it becomes the one that is written to. */
export const addAddress = defineUseCase({
  name: 'add-address',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), address: lineInput(254).pipe(email) }),
  run: (ctx, { candidateId, address }) =>
    changePerson<AddressRefusal>(ctx, 'add-address', candidateId, async (tx, person) => {
      const added = await tx.candidates.addContact(person.id, { kind: 'email', value: address, isPrimary: true })
      if (typeof added === 'object') return refuse({ kind: 'taken' })
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'contact.added', data: { kind: 'email' } })
      return ok(null)
    }),
})
