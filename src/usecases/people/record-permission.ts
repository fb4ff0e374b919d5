import { z } from 'zod'
import { defaultExpiry, PERMISSION_BASES } from '../../domain/consent/permission.ts'
import { ok, refuse } from '../../domain/shared/result.ts'
import { permissionBases } from '../../domain/shared/words/candidates.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { lineInput } from '../text-input.ts'
import { changePerson, entry } from './change-person.ts'

/** Version of the wording that *Applied here* and the others refer to. */
const WORDING = 'privacy-notice-1'

/** They withdrew: only their own consent lifts that. */
export type PermissionRefusal = { readonly kind: 'needs_their_consent' }

/** **Record permission**: on which ground we may write, and where that was said. */
export const recordPermission = defineUseCase({
  name: 'record-permission',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), basis: z.enum(PERMISSION_BASES), source: lineInput(200) }),
  run: (ctx, { candidateId, basis, source }) =>
    changePerson<PermissionRefusal>(ctx, 'record-permission', candidateId, async (tx, person) => {
      const records = await tx.consent.permissions(person.id)
      const withdrew = records.some((record) => record.purpose === 'contact' && record.withdrawnAt !== undefined)
      if (withdrew && basis !== 'consent') return refuse({ kind: 'needs_their_consent' })
      await tx.consent.grant(person.id, {
        id: ctx.newId<'permission'>(),
        purpose: 'contact',
        basis,
        source,
        wording: WORDING,
        grantedAt: ctx.now,
        expiresAt: defaultExpiry(basis, ctx.now),
        withdrawnAt: undefined,
      })
      await tx.candidates.record(person.id, entry(ctx, 'change', permissionBases[basis]))
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'permission.recorded', data: { basis } })
      return ok(null)
    }),
})
