import { randomUUID } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { answerWhileAlive, stillAnswers } from './embedded/alive-socket.ts'
import { fateOf, ownIdentity, type ProcessIdentity } from './embedded/process-identity.ts'

const LOCK = 'database.lock'
const MINUTE = 60_000

export type DirectoryLock = { readonly release: () => void }

/** Another living process, or another part of this one, has the embedded database open. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError'
  readonly pid: number
  readonly folder: string

  constructor({ pid, host }: ProcessIdentity, folder: string) {
    const where = host === ownIdentity().host ? '' : ` on ${host}`
    super(
      `The embedded database in ${folder} is already in use by process ${pid}${where}. ` +
        'Stop that process, or set DATABASE_URL to a PostgreSQL server, which several processes may share.',
    )
    this.pid = pid
    this.folder = folder
  }
}

/** `nonce` is one per attempt and never comes back. */
type Holder = ProcessIdentity & { readonly nonce: string; readonly socket: boolean }
type Announcement = { readonly nonce: string; readonly file: string; readonly withdraw: () => void }

/**
 * Takes `folder` for this process, for two that write there destroy the database. Only a dead process's lock is taken over, at once, and by
 * exactly one of those who try. Throws a `DatabaseInUseError` where the holder lives.
 *
 * How: everybody writes who they are into a file of their own and hard-links it, which succeeds for one only. The right to replace a dead
 * holder's lock is such a link too, named after the dead one's nonce; and so on, should the heir die. The lock is replaced by renaming, so
 * it never shows the same nonce again: who finds it unchanged after having linked is the only heir.
 */
export async function lockDirectory(folder: string): Promise<DirectoryLock> {
  const mine = await announce(folder)
  try {
    while (!(await take(folder, mine)));
    tidy(folder, mine)
    return { release: () => release(folder, mine) }
  } catch (error) {
    mine.withdraw()
    throw error
  }
}

/** Whether it is taken; if not, somebody else was quicker, and it is worth another look. */
async function take(folder: string, mine: Announcement): Promise<boolean> {
  const lock = path.join(folder, LOCK)
  if (link(mine.file, lock)) return true
  const holder = read(lock)
  if (holder === undefined) return false
  if (await lives(folder, holder)) throw new DatabaseInUseError(holder, folder)

  const claim = await inherit(folder, holder, mine)
  if (claim === undefined) return false
  const unchanged = read(lock)?.nonce === holder.nonce
  if (unchanged) renameSync(mine.file, lock)
  rmSync(claim, { force: true })
  return unchanged
}

/** Links this process as the heir of `dead`, or of its last dead heir; `undefined` where that was settled meanwhile. */
async function inherit(folder: string, dead: Holder, mine: Announcement): Promise<string | undefined> {
  const claim = path.join(folder, `${LOCK}.after-${dead.nonce}`)
  if (link(mine.file, claim)) return claim
  const heir = read(claim)
  if (heir === undefined) return undefined
  if (await lives(folder, heir)) throw new DatabaseInUseError(heir, folder)
  return inherit(folder, heir, mine)
}

function release(folder: string, mine: Announcement): void {
  const lock = path.join(folder, LOCK)
  if (read(lock)?.nonce === mine.nonce) rmSync(lock, { force: true })
  mine.withdraw()
}

/** Says who is here: a file with the identity and, for other containers, a socket. The socket first: whoever reads the file may ask it. */
async function announce(folder: string): Promise<Announcement> {
  const identity = ownIdentity()
  const nonce = randomUUID()
  const file = path.join(folder, `${LOCK}.by-${nonce}`)
  const silence = identity.pidNamespace === '' ? undefined : await answerWhileAlive(folder, socketOf(nonce))
  const holder: Holder = { ...identity, nonce, socket: silence !== undefined }
  writeFileSync(file, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600, flush: true })
  const withdraw = () => {
    silence?.()
    rmSync(file, { force: true })
  }
  return { nonce, file, withdraw }
}

async function lives(folder: string, holder: Holder): Promise<boolean> {
  const fate = fateOf(holder)
  // A wrong "dead" destroys data, a wrong "alive" asks for a hand: without a socket to ask, the hidden one lives.
  if (fate === 'hidden') return !holder.socket || (await stillAnswers(folder, socketOf(holder.nonce)))
  return fate === 'alive'
}

/** Removes what the dead left behind. Attempts take milliseconds, and all older than this lock are void: age is enough to go by. */
function tidy(folder: string, mine: Announcement): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${LOCK}.`) || name === socketOf(mine.nonce)) continue
    const file = path.join(folder, name)
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    if (age > MINUTE || file === mine.file) rmSync(file, { force: true })
  }
}

const socketOf = (nonce: string): string => `${LOCK}.alive-${nonce}`

/** Whether the link was made; `false` where there is one already. */
function link(file: string, as: string): boolean {
  try {
    linkSync(file, as)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Files appear complete, by linking or renaming; one that cannot be read is what a power cut left, so its writer is dead. */
function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (!(error instanceof SyntaxError)) throw error
    return {
      pid: 0,
      bootId: 'unreadable',
      startedAt: '',
      pidNamespace: '',
      host: '',
      nonce: 'unreadable',
      socket: false,
    }
  }
}
