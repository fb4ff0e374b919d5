/** *Save as candidate note*: what a message says of somebody, kept with them for recruiters' eyes. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { LONGEST_NOTE, NOTE_KINDS, type NoteKind } from '../../domain/candidate/note-form.ts'
import { namesIn } from '../../domain/candidate/parse-flag.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import type { CandidateId, FactId, InteractionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { normaliseSlash, truncate } from '../../domain/shared/text.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { meant } from '../find/find-person.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { textInput } from '../text-input.ts'
import { MOST_NAMES, peopleNamed } from './likely-people.ts'

export type PreparedNote = {
  /** Names in the message, the likeliest first. */
  readonly names: readonly string[]
  /** Chosen already, where one of the names means one person. */
  readonly person: Candidate | undefined
  readonly text: string
}

const MOST_ROLES = 100
const MOST_MEMBERS = 2_000

/** What the form opens with: the words of the message, and whom they may be about. */
export const prepareNote = defineUseCase({
  name: 'prepare-note',
  permission: 'candidate.change',
  input: z.object({ text: z.string().max(100_000) }),
  run: async (ctx, { text }): Promise<Result<PreparedNote, never>> => {
    const known = await ctx.uow.run(async (tx) => ({
      roles: (await tx.jobs.open(MOST_ROLES)).map(({ title }) => title),
      memberNames: (await tx.members.list(MOST_MEMBERS)).map(({ name }) => name),
    }))
    const names = namesIn(text, { ...known, speakers: [ctx.actor.name] }).slice(0, MOST_NAMES)
    const people = await peopleNamed(ctx, names)
    const certain = names.map((name) => meant(name, people)).find(({ kind }) => kind === 'one')
    const person = certain?.kind === 'one' ? certain.person : undefined
    return ok({ names, person, text: truncate(normaliseSlash(text), LONGEST_NOTE) })
  },
})

/** Only a link that can stand in a message without saying anything else. */
const link = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s<>|]+$/)

export type NoteRefusal =
  | { readonly kind: 'no_such_person' }
  /** The very words of that message are among their latest entries. */
  | { readonly kind: 'saved_before' }
  | { readonly kind: 'warned'; readonly warned: readonly SensitiveWarning[] }
export type NoteSaved = { readonly candidateId: CandidateId; readonly noteId: InteractionId }

/** Entries among which the same note is looked for. */
const LATEST = 30

/** **Save**: an entry of the timeline, and a fact that stays internal, both with the message as their source. */
export const saveNote = defineUseCase({
  name: 'save-note',
  permission: 'candidate.change',
  input: z.object({
    candidateId: idInput('candidate'),
    text: textInput(LONGEST_NOTE),
    kind: z.enum(NOTE_KINDS),
    keepWords: z.boolean(),
    link: link.optional().catch(undefined),
    /** Slack id of who wrote the message. */
    author: z.string().max(30).optional(),
  }),
  run: async (ctx, input): Promise<Result<NoteSaved, NoteRefusal>> => {
    const saved = await ctx.uow.once<NoteSaved, NoteRefusal>(ctx.idempotencyKey, 'save-note', async (tx) => {
      const person = await tx.candidates.lock(input.candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const latest = await tx.candidates.timeline(person.id, LATEST)
      if (latest.some((entry) => entry.kind === 'note' && entry.text === input.text && entry.link === input.link))
        return refuse({ kind: 'saved_before' })
      const warned = input.keepWords ? [] : warnSensitive(input.text)
      if (warned.length > 0) return refuse({ kind: 'warned', warned })
      const noteId = ctx.newId<'interaction'>()
      await writeNote(ctx, tx, person.id, { ...input, noteId })
      const key = `note_notice:${noteId}`
      const address = ctx.actor.slackUserId
      await tx.posts.want({ key, kind: 'note_notice', address, subjects: [person.id, noteId] }, ctx.now)
      await tx.posts.redraw(person.id, ctx.now)
      return ok({ candidateId: person.id, noteId })
    })
    if (saved.ok) ctx.services.wake.posts()
    return saved
  },
})

/** Both halves of a note have one id, so that *Undo* finds them. */
const factOf = (id: InteractionId): FactId => id as string as FactId

async function writeNote(
  ctx: Ctx,
  tx: Tx,
  candidateId: CandidateId,
  note: {
    readonly noteId: InteractionId
    readonly text: string
    readonly kind: NoteKind
    readonly link?: string | undefined
    readonly author?: string | undefined
  },
): Promise<void> {
  const { noteId, text, kind, link: source, author } = note
  const { actor, now } = ctx
  const writer = author === undefined ? undefined : await tx.members.bySlackId(author)
  await tx.candidates.record(candidateId, {
    id: noteId,
    kind: 'note',
    at: now,
    memberId: actor.memberId,
    text,
    link: source,
    sendId: undefined,
    oneToOne: false,
  })
  await tx.candidates.addFacts(candidateId, [
    {
      id: factOf(noteId),
      kind,
      text,
      telling: 'internal_only',
      authorId: writer?.id ?? actor.memberId,
      sourceKind: 'note',
      sourceLink: source,
      statedAt: now,
      changedAt: now,
      retractedAt: undefined,
    },
  ])
  await tx.events.append({ stream: `candidate:${candidateId}`, type: 'candidate.note_saved', data: { noteId, kind } })
}

export type UndoNoteRefusal =
  | { readonly kind: 'undone_already' }
  | { readonly kind: 'not_yours' }
  /** Somebody marked it as one that may be mentioned. */
  | { readonly kind: 'too_late' }

/** **Undo** after *Save*: as if it had never been noted. */
export const undoNote = defineUseCase({
  name: 'undo-note',
  permission: 'candidate.change',
  input: z.object({ noteId: idInput('interaction') }),
  run: async (ctx, { noteId }): Promise<Result<null, UndoNoteRefusal>> => {
    const undone = await ctx.uow.once<null, UndoNoteRefusal>(ctx.idempotencyKey, 'undo-note', async (tx) => {
      const entry = await tx.candidates.entry(noteId)
      const person = entry?.kind === 'note' ? await tx.candidates.lock(entry.candidateId) : undefined
      if (entry === undefined || person === undefined) return refuse({ kind: 'undone_already' })
      if (entry.memberId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      const fact = await tx.candidates.fact(factOf(noteId))
      if (fact !== undefined && fact.changedAt !== fact.statedAt) return refuse({ kind: 'too_late' })
      await tx.candidates.unsay(entry.candidateId, { entries: [noteId], facts: [factOf(noteId)] }, ctx.now)
      const data = { noteId }
      await tx.events.append({ stream: `candidate:${entry.candidateId}`, type: 'candidate.note_undone', data })
      await tx.posts.redraw(entry.candidateId, ctx.now)
      return ok(null)
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

/** What the notice after *Save* shows. */
export const loadNote = (
  { uow }: SystemCtx,
  candidateId: CandidateId,
  noteId: InteractionId,
): Promise<{ readonly person: Candidate; readonly isThere: boolean } | undefined> =>
  uow.run(async (tx) => {
    const person = await tx.candidates.get(candidateId)
    return person && { person, isThere: (await tx.candidates.entry(noteId)) !== undefined }
  })
