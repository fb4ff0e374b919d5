// Takes the lock of a folder when told to, says what came of it, holds it until killed or until its input ends.
import { createInterface } from 'node:readline'
import { lockDirectory } from '../../../../src/adapters/db/lock.ts'

const folder = process.argv[2] ?? ''
const say = (line: string) => process.stdout.write(`${line}\n`)
say('ready')
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'go') continue
  await lockDirectory(folder).then(
    () => say('locked'),
    (error: Error) => say(`${error.name}: ${error.message}`),
  )
}
