import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Letter } from '../ports/mail.ts'
import { idInput } from './draft-input.ts'
import { wordsOfLetter } from './letter.ts'
import { type OwnDraftRefusal, readOwnDraft } from './own-draft.ts'

/** The mail as the candidate will see it; `address` is none where no e-mail is on record. */
export type PreviewModel = Pick<Letter, 'from' | 'subject' | 'body' | 'footer'> & {
  readonly to: { readonly name: string; readonly address: string | undefined }
  /** Who sees the preview is shown that the text stands in a colleague's name. */
  readonly textOf: string | undefined
}

/** *Preview*: the current text with everything that the mail says besides, from whoever would be its sender. */
export const previewDraft = defineUseCase({
  name: 'preview-draft',
  permission: 'draft.write',
  input: z.object({ draftId: idInput('draft') }),
  run: (ctx, { draftId }): Promise<Result<PreviewModel, OwnDraftRefusal>> =>
    ctx.uow.run(async (tx) => {
      const own = await readOwnDraft(ctx, tx, draftId)
      if (!own.ok) return own
      const { draft, revision, person } = own.value
      const send = draft.state === 'approved' ? await tx.sends.ofDraft(draftId) : undefined
      const senderId = send?.approvedBy ?? revision.authorId ?? draft.ownerId
      const sender = await tx.members.get(senderId)
      if (sender === undefined) return refuse({ kind: 'no_such_draft' })
      const emails = (await tx.candidates.contacts(person.id)).filter(({ kind }) => kind === 'email')
      const address = (emails.find(({ isPrimary }) => isPrimary) ?? emails[0])?.value
      return ok({
        ...(await wordsOfLetter(ctx, tx, { revision, sender, candidateId: person.id })),
        to: { name: person.fullName, address },
        textOf: senderId === draft.ownerId ? undefined : sender.name,
      })
    }),
})
