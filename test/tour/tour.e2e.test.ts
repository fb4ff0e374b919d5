import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { dataFolder } from '../support/started.ts'

const SLOW = 10 * PATIENCE_MS
const ROOT = path.resolve(import.meta.dirname, '../..')

async function run(script: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path.join(ROOT, script)], {
    cwd: dataFolder(),
    env: {
      PATH: process.env.PATH ?? '',
      NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/medallist/compiled'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

describe('npm run tour', () => {
  it(
    'plays the first minutes, prints what Slack showed and the mails, and touches nothing of its user',
    async () => {
      const folder = path.join(dataFolder(), 'mine')
      // A configured installation: the tour must not go near it.
      const mine = {
        NODE_ENV: 'production',
        MEDALLIST_DATA_DIR: folder,
        SLACK_BOT_TOKEN: 'xoxb-mine',
        SMTP_URL: 'smtp://127.0.0.1:9',
      }
      const { code, out, err } = await run('src/tour.ts', mine)
      // The message is the whole transcript: it tells which step did not hold.
      expect([code, err], `${out}\n${err}`).toEqual([0, ''])
      expect(out).toContain('Every step held')
      expect(existsSync(folder)).toBe(false)
      for (const line of [
        '› menu of the message › Flag near-miss',
        '│ Your flag was taken up: @Ines Moreau added Nadia Rahimi (Senior SRE) to the silver medallists. Thank you.',
        '✉ Our answer to your application   from Ines Moreau <people@fernhollow.example>',
        '│ Read as: SRE · Lisbon',
        '│ • “how calmly you led the failover exercise”: Strength, Tom Okafor',
        '✉ Senior SRE at Fernhollow Energy',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        '✓ two presses made one mail',
        'Mei Tan was told no a short while ago. Free on',
        'Omar Aziz was hired on',
        '✓ the draft waits again and no mail left',
        'Jonas Berg unsubscribed on',
        '“Happy to talk next week.”',
        '✓ a tap on the claim shows what Tom wrote about her',
        '│ :tada: Good news of your flag: Ana Souza (Senior SRE) answered and is interested.',
        '│ 2 conversations restarted, 1 interview from the bench',
        '│ Replies  9 / 31 (29 %), interested 4 / 9 (44 %)',
      ])
        expect(out).toContain(line)
      expect(out.match(/✓/g)?.length).toBeGreaterThan(20)
      expect(out).not.toMatch(/<!date|<@U|&amp;|undefined|\[object/)
    },
    SLOW,
  )

  it(
    'ends with 1 and says what was awaited, and what everybody saw, where a step does not hold',
    async () => {
      const { code, out } = await run('test/tour/dead-mailbox.fixture.ts')
      expect(code).toBe(1)
      expect(out).toMatch(/✗ waited \d+ ms for the mail to Nadia Rahimi/)
      expect(out).toContain('Ines Moreau sees:')
      expect(out).not.toContain('Every step held')
    },
    SLOW,
  )
})
