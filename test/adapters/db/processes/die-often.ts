// Takes the lock again and again, and each time "dies" holding it: the lock then names a process that does not exist. Says `twice` whenever
// somebody else was inside meanwhile.
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { DatabaseInUseError, lockDirectory } from '../../../../src/adapters/db/lock.ts'

const folder = process.argv[2] ?? ''
const wanted = Number(process.argv[3])
const lock = path.join(folder, 'database.lock')
const inside = path.join(folder, 'inside')
let twice = 0

for (let taken = 0; taken < wanted; ) {
  try {
    await lockDirectory(folder)
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error
    await turn()
    continue
  }
  try {
    mkdirSync(inside)
    await turn()
    rmdirSync(inside)
  } catch {
    twice++
  }
  const dead = `${lock}.dead-${process.pid}`
  writeFileSync(dead, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), pid: 2 ** 30 }))
  renameSync(dead, lock)
  taken++
}
process.stdout.write(`twice ${twice}\n`)
process.exit()
