// Runs after `npm ci`, so that a clone is ready to start. Plain JavaScript, because the Node.js that installs may be older than the one that runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const blank = path.join(import.meta.dirname, 'keep-blank-database.ts')
// npm puts the project's own Node.js first in the path.
const child = spawn('node', ['--disable-warning=ExperimentalWarning', blank], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})
const [code] = await once(child, 'exit')
if (code !== 0) process.stderr.write('No blank database was kept: the first start takes some seconds longer.\n')
