import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { linkOfTheirOwn } from '../../domain/shared/words/mail.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { MailReading } from '../ports/mail.ts'
import { idInput } from './draft-input.ts'
import { letterOf } from './letter.ts'
import { type OwnDraftRefusal, readOwnDraft } from './own-draft.ts'

/** The mail as the candidate will see it. */
export type PreviewModel = MailReading & {
  /** What would be missing from the mail, or keep it back. */
  readonly lacks: { readonly address: boolean; readonly postalAddress: boolean }
  /** Who sees the preview is shown that the text stands in a colleague's name. */
  readonly textOf: string | undefined
}

/**
 * *Preview*: the current text as the mail that would leave, from whoever would be its sender, by the renderer that writes the mail. Its links
 * are none: they are made for a send, and one that is pressed here would speak for the candidate.
 */
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
      const contact = emails.find(({ id }) => id === send?.contactId) ?? emails.find(({ isPrimary }) => isPrimary)
      const address = (contact ?? emails[0])?.value
      const letter = await letterOf(ctx, tx, {
        revision,
        sender,
        candidate: person,
        address: address ?? '',
        links: { unsubscribe: linkOfTheirOwn, stay: linkOfTheirOwn },
      })
      return ok({
        ...ctx.services.readMail(letter),
        lacks: { address: address === undefined, postalAddress: letter.footer.postalAddress === undefined },
        textOf: senderId === draft.ownerId ? undefined : sender.name,
      })
    }),
})
