/** The file of refused rows goes into the thread of the import's message. */
import { importCard as words } from '../domain/shared/words/file-imports.ts'
import type { ImportCounts } from '../domain/transfer/file-import.ts'
import type { FileImport } from '../usecases/ports/file-imports.ts'
import { importCardKey } from '../usecases/transfer/file-imports.ts'
import { advance, type Held } from './held-import.ts'

/** What may be tried so often; then the people count more than the file. */
const TRIES = 5
const NONE = { id: undefined } as const

/** The id of the file; `undefined` where there is nothing to bring, or it cannot be. `later`: not this time. Going on twice shares it once. */
export async function deliverRefused(
  held: Held,
  found: FileImport,
  { refused }: ImportCounts,
): Promise<{ readonly id: string | undefined } | 'later'> {
  if (refused === 0) return NONE
  const bytes = await held.parts.desk.refusedFile(found.id)
  if (bytes === undefined) return NONE
  const slack = held.parts.poster(held.workspace)
  const late = found.attempts < TRIES ? ('later' as const) : NONE
  const card = await held.system().uow.read((tx) => tx.posts.byKey(importCardKey(found.id)))
  if (card?.channel === undefined || card.ts === undefined) return late
  const thread = { channel: card.channel, ts: card.ts, comment: words.threadComment }
  const name = words.refusedName(found.file)
  let file = found.refusedFile
  if (file === undefined) {
    const uploaded = await slack.upload({ name, alt: undefined, bytes })
    if (uploaded.kind !== 'done') return uploaded.kind === 'permanent' ? NONE : late
    file = uploaded.value
    if (!(await advance(held, found, { refusedFile: file }, false))) return 'later'
  } else {
    const there = await slack.hasFile(thread, file)
    if (there.kind === 'done' && there.value === 'yes') return { id: file }
  }
  const shared = await slack.shareFile({ id: file, title: name }, thread)
  if (shared.kind === 'done') return { id: file }
  return shared.kind === 'permanent' ? NONE : late
}
