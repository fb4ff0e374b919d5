/** Files that the bot makes for somebody: written to disk first, since Slack wants to know the length, and streamed from there. */
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { SECOND } from '../../domain/shared/time.ts'
import type { Outbox, OutgoingFile, Sent } from '../../usecases/ports/outbox.ts'
import type { SlackAnswer } from '../../usecases/ports/slack.ts'
import { answerOf } from './answer.ts'
import { uploaded } from './files.ts'

const TRIES = 4
/** Longer nobody waits in front of a command. */
const MOST_WAIT_SECONDS = 30

export function makeOutbox(client: WebClient): Outbox {
  return {
    async send(slackUserId, file) {
      const folder = await mkdtemp(join(tmpdir(), 'medallist-outbox-'))
      try {
        const path = join(folder, 'file')
        await pipeline(Readable.from(file.pieces), createWriteStream(path, { mode: 0o600 }))
        return (await file.mayLeave()) ? await bring(client, slackUserId, file, path) : { kind: 'kept_back' }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

async function bring(client: WebClient, user: string, file: OutgoingFile, path: string): Promise<Sent> {
  const bytes = await openAsBlob(path)
  // Doing this again leaves an upload behind that nobody ever sees, and that Slack forgets.
  const there = await patiently(
    () => answerOf(() => uploaded(client, { name: file.name, bytes })),
    ['later', 'unknown'],
  )
  if (there.kind !== 'done') return { kind: 'refused', error: there.error }
  if (!(await file.mayLeave())) return { kind: 'kept_back' }
  const shared = await patiently(
    () =>
      answerOf(async () => {
        const { channel } = await client.conversations.open({ users: user })
        const files: [{ id: string; title: string }] = [{ id: there.value, title: file.title }]
        const where = { channel_id: channel?.id ?? user, initial_comment: file.comment() }
        await client.files.completeUploadExternal({ files, ...where })
      }),
    // Whether it was shared is unknown then: twice would be worse than once more by hand.
    ['later'],
  )
  return shared.kind === 'done' ? { kind: 'sent' } : { kind: 'refused', error: shared.error }
}

/** Again after as long as Slack asks for, else after one, two and four seconds. */
async function patiently<Value>(
  call: () => Promise<SlackAnswer<Value>>,
  again: readonly SlackAnswer<never>['kind'][],
): Promise<SlackAnswer<Value>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await call()
    if (answer.kind === 'done' || !again.includes(answer.kind) || tries === TRIES) return answer
    const asked = answer.kind === 'later' ? answer.seconds : undefined
    if (asked !== undefined && asked > MOST_WAIT_SECONDS) return answer
    await wait((asked ?? 2 ** (tries - 1)) * SECOND)
  }
}
