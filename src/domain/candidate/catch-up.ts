/** What a colleague must know of somebody to go on where another stopped: a few lines, each with the entry that it is from. Pure. */
import type { FactKind } from '../outreach/fact.ts'
import type { FactId, InteractionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** `entry` and `fact` lead to what was written down; `record` is a field of the profile. */
export type Source =
  | { readonly kind: 'entry'; readonly id: InteractionId }
  | { readonly kind: 'fact'; readonly id: FactId }
  | { readonly kind: 'record' }
export const CATCH_UP_TOPICS = ['last_said', 'we_said', 'promised', 'wants', 'strength', 'avoid', 'lately'] as const
export type CatchUpTopic = (typeof CATCH_UP_TOPICS)[number]
export type CatchUpLine = {
  readonly topic: CatchUpTopic
  readonly text: string
  readonly at: Instant
  readonly source: Source
}

type Said = {
  readonly id: InteractionId
  readonly kind: string
  readonly at: Instant
  readonly text: string
  readonly oneToOne: boolean
}
type Known = {
  readonly id: FactId
  readonly kind: FactKind
  readonly text: string
  readonly statedAt: Instant
  readonly retractedAt: Instant | undefined
}

/** Of each topic the newest, at most so many. */
const MOST = { promised: 3, wants: 2, strength: 2, avoid: 2, lately: 3 } as const
const TOPIC_OF: Partial<Record<FactKind, keyof typeof MOST>> = {
  promise: 'promised',
  wish: 'wants',
  strength: 'strength',
  praise: 'strength',
  reason: 'avoid',
}

/** `timeline` and `facts` are newest first. What was taken back is not told. */
export function catchUp(timeline: readonly Said[], facts: readonly Known[]): readonly CatchUpLine[] {
  const theirs = timeline.find(({ kind }) => kind === 'reply' || kind === 'call')
  const ours = timeline.find(({ kind }) => kind === 'message_sent' || kind === 'told_outcome')
  const used = new Set([theirs?.id, ours?.id])
  const entry = (topic: CatchUpTopic, { id, text, at }: Said): CatchUpLine => ({
    topic,
    text,
    at,
    source: { kind: 'entry', id },
  })
  const known = facts
    .filter(({ retractedAt }) => retractedAt === undefined)
    .flatMap(({ id, kind, text, statedAt }): CatchUpLine[] => {
      const topic = TOPIC_OF[kind]
      return topic === undefined ? [] : [{ topic, text, at: statedAt, source: { kind: 'fact', id } }]
    })
  const lines = [
    ...(theirs === undefined ? [] : [entry('last_said', theirs)]),
    ...(ours === undefined ? [] : [entry('we_said', ours)]),
    ...known,
    ...timeline.filter(({ id, text }) => !used.has(id) && text.trim() !== '').map((one) => entry('lately', one)),
  ]
  return CATCH_UP_TOPICS.flatMap((topic) =>
    lines.filter((line) => line.topic === topic).slice(0, topic in MOST ? MOST[topic as keyof typeof MOST] : 1),
  )
}
