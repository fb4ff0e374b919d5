import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerWhileAlive } from '../../../src/adapters/db/embedded/alive-socket.ts'
import { lockDirectory } from '../../../src/adapters/db/lock.ts'
import { PATIENT } from '../../support/patient.ts'
import { type Started, start, startCommand } from './processes/start.ts'

const linux = process.platform === 'linux'
let folder: string
const started: Started[] = []

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'medallist-lock-'))
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.kill()))
  rmSync(folder, { recursive: true, force: true })
})

async function contender(): Promise<Started> {
  const process = start('hold-lock.ts', folder)
  started.push(process)
  expect(await process.next()).toBe('ready')
  return process
}
async function attempt(process: Started): Promise<string> {
  process.tell('go')
  return process.next()
}
const lockFile = () => path.join(folder, 'database.lock')
const holder = () => JSON.parse(readFileSync(lockFile(), 'utf8')) as Record<string, unknown>
const forge = (changes: object) => writeFileSync(lockFile(), JSON.stringify({ ...holder(), ...changes }))

describe('the lock of a data folder', () => {
  it('keeps a second process out, and tells it who is in and what to do', async () => {
    const [first, second] = [await contender(), await contender()]
    expect(await attempt(first)).toBe('locked')
    expect(await attempt(second)).toBe(
      `DatabaseInUseError: The embedded database in ${folder} is already in use by process ${first.child.pid}. ` +
        'Stop that process, or set DATABASE_URL to a PostgreSQL server, which several processes may share.',
    )
  })

  it('keeps the same process out, too', async () => {
    const lock = await lockDirectory(folder)
    await expect(lockDirectory(folder)).rejects.toMatchObject({ name: 'DatabaseInUseError', pid: process.pid, folder })
    lock.release()
    ;(await lockDirectory(folder)).release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over from a killed process at once', async () => {
    const [first, second] = [await contender(), await contender()]
    await attempt(first)
    await first.kill()
    expect(await attempt(second)).toBe('locked')
    expect(holder()).toMatchObject({ pid: second.child.pid })
  })

  it('goes to exactly one of those who race for a dead one’s', async () => {
    for (let round = 0; round < 3; round++) {
      const dead = await contender()
      await attempt(dead)
      const racers = await Promise.all([contender(), contender(), contender()])
      await dead.kill()
      const answers = await Promise.all(racers.map(attempt))
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1)
      expect(answers.filter((answer) => answer.startsWith('DatabaseInUseError'))).toHaveLength(2)
      await Promise.all(racers.map((racer) => racer.kill()))
    }
  })

  it('is never held twice, however often its holders die', async () => {
    const processes = [1, 2, 3].map(() => start('die-often.ts', folder, '150'))
    started.push(...processes)
    expect(await Promise.all(processes.map((process) => process.next()))).toEqual(['twice 0', 'twice 0', 'twice 0'])
  })

  it('is taken over from a process that died while it took it over', async () => {
    const dead = await contender()
    await attempt(dead)
    const { nonce } = holder()
    const heir = { ...holder(), nonce: 'heir' }
    writeFileSync(`${lockFile()}.after-${String(nonce)}`, JSON.stringify(heir))
    await dead.kill()
    expect(await attempt(await contender())).toBe('locked')
    expect(readdirSync(folder).filter((name) => name.includes('.after-'))).toEqual([
      `database.lock.after-${String(nonce)}`,
    ]) // void, and tidied when old
  })

  it('does not take a new process for the old one that had its pid', async () => {
    const lock = await lockDirectory(folder)
    forge({ startedAt: 'earlier' })
    ;(await lockDirectory(folder)).release()
    lock.release()
  })

  it('does not outlive a restart of the machine', async () => {
    const lock = await lockDirectory(folder)
    forge({ bootId: 'another' })
    ;(await lockDirectory(folder)).release()
    lock.release()
  })

  it('is taken over where a power cut left it unreadable', async () => {
    writeFileSync(lockFile(), '')
    ;(await lockDirectory(folder)).release()
    expect(existsSync(lockFile())).toBe(false)
  })

  it.runIf(linux)('is taken over from a zombie, which a container without an init never buries', async () => {
    const script = path.join(import.meta.dirname, 'processes/hold-lock.ts')
    const parent = startCommand(
      'sh',
      '-c',
      `exec 3<&0; '${process.execPath}' '${script}' '${folder}' <&3 & exec sleep 60`,
    )
    started.push(parent)
    expect(await parent.next()).toBe('ready')
    expect(await attempt(parent)).toBe('locked')
    process.kill(Number(holder().pid), 'SIGKILL')
    const other = await contender()
    await expect.poll(() => attempt(other), PATIENT).toBe('locked')
  })

  it.runIf(linux)('of another container is asked by its socket, since its pids cannot be seen', async () => {
    const lock = await lockDirectory(folder)
    forge({ pidNamespace: 'pid:[1]', nonce: 'theirs', socket: true })
    const silence = await answerWhileAlive(folder, 'database.lock.alive-theirs')
    await expect(lockDirectory(folder)).rejects.toThrow('already in use')
    silence?.()
    ;(await lockDirectory(folder)).release()
    lock.release()
  })

  it.runIf(linux)(
    'of another container without a socket counts as held, since a wrong guess would destroy data',
    async () => {
      const lock = await lockDirectory(folder)
      forge({ pidNamespace: 'pid:[1]', socket: false })
      await expect(lockDirectory(folder)).rejects.toThrow('already in use')
      lock.release()
    },
  )
})
