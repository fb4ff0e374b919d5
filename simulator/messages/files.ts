import { createHash } from 'node:crypto'
import type { Message, NewFile, UserId } from '../contract.ts'
import type { Workspace } from '../workspace.ts'
import type { StoredFile } from '../world/state.ts'

/** Keeps a file that somebody brings. The same file brought again, as with each press in a modal, stays the same one. */
export function keepFile(ws: Workspace, as: UserId, { name, mimetype, content }: NewFile): StoredFile {
  const digest = createHash('sha256').update(`${as}\n${name}\n${content}`).digest('hex').slice(0, 10).toUpperCase()
  const known = ws.world.state.files.get(`F${digest}`)
  if (known) return known.deleted === true ? restored(ws, known) : known
  const file: StoredFile = {
    id: `F${digest}`,
    name,
    title: name,
    mimetype,
    size: Buffer.from(content, 'base64').length,
    user: as,
    created: Math.floor(ws.clock.now() / 1000),
    complete: true,
    channels: [],
    base64: content,
  }
  ws.world.commit({ t: 'file', file })
  return file
}

function restored(ws: Workspace, file: StoredFile): StoredFile {
  const again = { ...file, deleted: false }
  ws.world.commit({ t: 'file', file: again })
  return again
}

/** Takes away a file that somebody brought; what was said with it stays. */
export function deleteFile(ws: Workspace, as: UserId, id: string): boolean {
  const file = ws.world.state.files.get(id)
  if (file === undefined || file.user !== as || file.deleted === true) return false
  ws.world.commit({ t: 'file', file: { ...file, deleted: true } })
  return true
}

/** A file as a message shows it. Its address is one of this server, whatever its port is today. */
export const shownFile = (file: StoredFile): NonNullable<Message['files']>[number] => ({
  id: file.id,
  title: file.title,
  mimetype: file.mimetype,
  url: `/page/api/files/${file.id}`,
  ...(file.altText === undefined ? {} : { altText: file.altText }),
})
