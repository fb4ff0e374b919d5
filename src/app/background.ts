/** What happens without anybody's asking: what Slack said is taken in, what is due is sent and posted. */
import type { ReceiverEvent } from '@slack/bolt'
import { analyzePeople } from '../adapters/db/analyze.ts'
import type { Database } from '../adapters/db/open.ts'
import { makeBossBus } from '../adapters/db/wake-bus.ts'
import type { SlackLink } from '../adapters/slack/bolt.ts'
import type { EventEnvelope } from '../adapters/slack/receiver.ts'
import type { Voices } from '../adapters/slack/voices.ts'
import type { Instant } from '../domain/shared/time.ts'
import { makePlaceCheck } from '../jobs/check-places.ts'
import { importRound } from '../jobs/import-worker.ts'
import { inboxRound } from '../jobs/inbox-worker.ts'
import { postRound } from '../jobs/post-worker.ts'
import { realTimers } from '../jobs/pump.ts'
import { renderers, undeliverable } from '../jobs/renderers.ts'
import { sendRound } from '../jobs/send-worker.ts'
import { makeWorker, type Worker } from '../jobs/worker.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { Mailer, MailLinks } from '../usecases/ports/mail.ts'
import type { TableDesk } from '../usecases/ports/tables.ts'

export type BackgroundParts = {
  readonly contexts: Contexts
  readonly database: Database
  readonly link: SlackLink
  readonly voices: Voices
  readonly mailer: Mailer | undefined
  readonly links: MailLinks
  readonly log: Log
  readonly now: () => Instant
  readonly leaseSeconds: number
  readonly sweepSeconds: number | undefined
  readonly desk: TableDesk
}

export function makeBackground(parts: BackgroundParts): Worker {
  const { contexts, database, link, voices, mailer, links, log, now, leaseSeconds, sweepSeconds, desk } = parts
  const posting = { contexts, poster: voices.poster, renderers, undeliverable, leaseSeconds }
  const checkPlaces = makePlaceCheck(posting, log)
  const importing = {
    contexts,
    desk,
    files: voices.files,
    poster: voices.poster,
    analyze: () => analyzePeople(database),
    timers: realTimers,
    leaseSeconds,
  }
  const pace = new Map<string, Instant>()
  return makeWorker({
    bus: makeBossBus({ pool: database.pool, kind: database.kind, log }),
    now,
    timers: realTimers,
    ...(sweepSeconds === undefined ? {} : { sweepSeconds }),
    onFault: (error, pump) => log.error({ err: error, pump }, 'a round of work failed'),
    rounds: {
      // Without outgoing mail nothing is approved, and what was approved before waits until there is some again.
      sends: async (signs) =>
        mailer === undefined
          ? undefined
          : sendRound({ contexts, mailer, links, leaseSeconds, timers: realTimers }, log, signs),
      posts: async (signs) => {
        await checkPlaces()
        return postRound(posting, pace, log, signs)
      },
      imports: (signs) => importRound(importing, log, signs),
      inbox: (signs) =>
        inboxRound({ contexts, handle: (_workspace, body) => link.app.processEvent(unacknowledged(body)) }, log, signs),
    },
  })
}

/** The receiver acknowledged it when it was kept. */
const unacknowledged = (body: unknown): ReceiverEvent => ({
  body: body as ReceiverEvent['body'],
  ack: async () => undefined,
})

/** Keeps an event as a row, so that it can be acknowledged; the inbox gives it to the listeners. */
export async function keepEvent(contexts: Contexts, wake: () => void, envelope: EventEnvelope): Promise<void> {
  const ctx = await contexts.forTeam(envelope.team_id)
  if (ctx === undefined) return
  await ctx.uow.run((tx) =>
    tx.inbox.keep({ eventId: envelope.event_id, type: envelope.event.type, body: envelope }, ctx.now),
  )
  wake()
}
