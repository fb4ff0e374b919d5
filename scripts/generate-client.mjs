// Runs after `npm ci`, so that a clone is ready to start. Plain JavaScript, because the Node.js that installs may be older than the one that runs.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['prisma', 'generate', '--no-hints'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
