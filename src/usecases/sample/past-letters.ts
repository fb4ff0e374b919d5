/** What was written to the sample people three weeks ago, and what they answered. */
import type { CandidateId, ContactId } from '../../domain/shared/ids.ts'
import { DAY, HOUR, type Instant, plus } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Interaction } from '../ports/candidates.ts'
import type { Reply } from '../ports/replies.ts'
import type { PastLetter } from '../ports/samples.ts'
import { beforeMonday } from './moments.ts'
import type { Colleagues, SampleAnswer, SamplePerson } from './sample-person.ts'

type To = { readonly candidateId: CandidateId; readonly contactId: ContactId; readonly colleagues: Colleagues }

/** The week of three weeks ago is whole, and whoever was written to in it has had the time to answer. */
const WEEK = 21

export function pastLetters(ctx: SystemCtx, to: To, person: SamplePerson): readonly PastLetter[] {
  const { letter } = person
  if (letter === undefined) return []
  const { newId } = ctx
  const { candidateId, contactId, colleagues } = to
  const by = colleagues[letter.by]
  const at = beforeMonday(ctx, WEEK - letter.weekday)
  const [draftId, revisionId, sendId] = [newId<'draft'>(), newId<'draft_revision'>(), newId<'send'>()]
  const messageId = `<${sendId}@${ctx.services.defaults.mailDomain}>`
  const { subject, body } = letterFor(person)
  const reply = letter.answer === undefined ? undefined : answered(ctx, { ...to, by, at, sendId }, letter.answer)
  const decided = { decidedBy: by, decidedAt: at, rejectReason: undefined }
  return [
    {
      draft: {
        id: draftId,
        candidateId,
        ownerId: by,
        jobId: undefined,
        purpose: 'keep_warm',
        whyNow: 'A word after a long time.',
        state: 'approved',
        revisionId,
        ...decided,
        createdAt: plus(at, -HOUR),
      },
      revision: {
        id: revisionId,
        draftId,
        number: 1,
        subject,
        body,
        author: 'person',
        authorId: by,
        template: undefined,
        createdAt: plus(at, -HOUR),
        claims: [],
      },
      send: {
        id: sendId,
        draftId,
        revisionId,
        candidateId,
        contactId,
        purpose: 'keep_warm',
        state: 'handed_over',
        approvedBy: by,
        approvedAt: at,
        dueAt: at,
        attempts: 1,
        messageId,
        handedOverAt: at,
        lastError: undefined,
        refusals: [],
        resolvedBy: undefined,
        resolvedAt: undefined,
        replacesId: undefined,
      },
      reply,
      touches: [
        touch(ctx, { kind: 'message_sent', at, memberId: by, text: subject, sendId }),
        ...(reply === undefined
          ? []
          : [touch(ctx, { kind: 'reply', at: reply.receivedAt, memberId: by, text: `"${reply.text}"`, sendId })]),
      ],
    },
  ]
}

const touch = (
  { newId }: SystemCtx,
  what: Pick<Interaction, 'kind' | 'at' | 'memberId' | 'text' | 'sendId'>,
): Interaction => ({ id: newId(), link: undefined, oneToOne: true, ...what })

function answered(
  { newId }: SystemCtx,
  {
    candidateId,
    contactId,
    by,
    at,
    sendId,
  }: To & { readonly by: Reply['decidedBy']; at: Instant; sendId: Reply['sendId'] },
  { text, meant }: SampleAnswer,
): Reply {
  const id = newId<'reply'>()
  return {
    id,
    candidateId,
    sendId,
    contactId,
    messageId: `<${id}@example.com>`,
    receivedAt: plus(at, DAY + 2 * HOUR),
    text,
    original: undefined,
    state: meant,
    laterOn: undefined,
    decidedBy: by,
    decidedAt: plus(at, DAY + 3 * HOUR),
  }
}

/** Short and about them, as a colleague would write. */
function letterFor({ name, role, facts = [] }: SamplePerson): { readonly subject: string; readonly body: string } {
  const first = name.split(' ')[0] ?? name
  const memory = facts.find(({ kind }) => kind === 'strength')?.text
  return {
    subject: 'A word from Fernhollow',
    body: [
      `Hi ${first},`,
      memory === undefined
        ? `I was thinking of our talks about the ${role} role.`
        : `I was telling a colleague about ${memory}, and it made me wonder how you are.`,
      'Nothing to decide and no vacancy to sell: how is the year going?',
    ].join('\n\n'),
  }
}
