import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

type Box = 'out' | 'reply'
/** One message as it came; `out` from the app, `reply` from a candidate. */
export type StoredMail = { readonly id: string; readonly box: Box; readonly at: Date; readonly source: Buffer }

/** Where messages are kept. */
export type MailStore = {
  /** Keeps one message; when this resolves it outlives a crash of the process and of the machine. */
  keep(box: Box, at: Date, source: Buffer): Promise<StoredMail>
  /** Everything kept so far, oldest first. */
  all(): Promise<StoredMail[]>
}

const NAME = /^(out|reply)-(\d{13})-[0-9a-f]{8}\.eml$/

/** One `.eml` file a message, so that a person can open the directory with any mail program. */
export async function openDirectoryStore(directory: string): Promise<MailStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return {
    async keep(box, at, source) {
      const id = makeId(box, at)
      await writeDurably(directory, `${id}.eml`, source)
      return { id, box, at, source }
    },
    async all() {
      const mails: StoredMail[] = []
      for (const file of await readdir(directory)) {
        // A half-written file is what a crash left of a message that was never accepted.
        if (file.endsWith('.part')) await rm(join(directory, file), { force: true })
        const match = NAME.exec(file)
        if (!match) continue
        const source = await readFile(join(directory, file))
        mails.push({ id: file.slice(0, -4), box: match[1] as Box, at: new Date(Number(match[2])), source })
      }
      return mails.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id))
    },
  }
}

/** For tests and for a workspace that should forget: nothing outlives the process. */
export function openMemoryStore(): MailStore {
  const mails: StoredMail[] = []
  return {
    keep(box, at, source) {
      const mail = { id: makeId(box, at), box, at, source }
      mails.push(mail)
      return Promise.resolve(mail)
    },
    all: () => Promise.resolve([...mails]),
  }
}

function makeId(box: Box, at: Date): string {
  return `${box}-${String(at.getTime()).padStart(13, '0')}-${randomBytes(4).toString('hex')}`
}

async function writeDurably(directory: string, name: string, content: Buffer): Promise<void> {
  const part = join(directory, `${name}.part`)
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, join(directory, name))
  // The rename itself lives in the directory, so the directory is synced too before anybody hears "250".
  const folder = await open(directory, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
