// Runs after `npm ci`, so that a clone is ready to start. Plain JavaScript, because the Node.js that installs may be older than the one that runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const run = async (command, ...args) => {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}

const blank = path.join(import.meta.dirname, 'keep-blank-database.ts')
const [generated, kept] = await Promise.all([
  run('npx', 'prisma', 'generate', '--no-hints'),
  // npm puts the project's own Node.js first in the path.
  run('node', '--disable-warning=ExperimentalWarning', blank),
])
if (kept !== 0) process.stderr.write('No blank database was kept: the first start takes some seconds longer.\n')
process.exit(generated)
