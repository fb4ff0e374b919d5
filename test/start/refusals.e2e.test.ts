import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { dataFolder, runToEnd } from '../support/started.ts'

const SLOW = 10 * PATIENCE_MS

describe('npm start where it cannot', () => {
  it(
    'names the port that is taken, what to do, and leaves the folder free',
    async () => {
      const folder = dataFolder()
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      onTestFinished(() => void server.close())
      const { port } = server.address() as AddressInfo
      for (const PORT of [port, port - 1]) {
        const ended = await runToEnd({ MEDALLIST_DATA_DIR: folder, PORT: String(PORT) })
        expect(ended.code).toBe(1)
        expect(ended.err).toContain(`Port ${port} is taken by another program.`)
        expect(ended.err).toContain('PORT=4000 npm start')
        expect(ended.err).not.toContain('    at ')
        expect(existsSync(path.join(folder, 'database.lock'))).toBe(false)
        expect(existsSync(path.join(folder, 'workspace', 'database.lock'))).toBe(false)
      }
    },
    SLOW,
  )

  it(
    'lists everything that production lacks at once, and starts no local workspace there',
    async () => {
      const folder = path.join(dataFolder(), 'untouched')
      const ended = await runToEnd({ NODE_ENV: 'production', MEDALLIST_DATA_DIR: folder, PORT: 'eleven' })
      expect(ended.code).toBe(1)
      for (const variable of [
        'SLACK_BOT_TOKEN',
        'SLACK_APP_TOKEN',
        'SLACK_SIGNING_SECRET',
        'APP_SECRET',
        'PUBLIC_URL',
        'PORT',
      ])
        expect(ended.err).toContain(variable)
      expect(ended.out).toBe('')
      expect(existsSync(folder)).toBe(false)
    },
    SLOW,
  )

  it(
    'says that Slack cannot be reached or does not accept the token, without repeating it',
    async () => {
      const slack = { SLACK_BOT_TOKEN: 'xoxb-not-a-token', SLACK_APP_TOKEN: 'xapp-not-a-token' }
      const env = { ...slack, MEDALLIST_DATA_DIR: dataFolder(), PORT: '0', SLACK_API_URL: 'http://127.0.0.1:9/api/' }
      const ended = await runToEnd(env)
      expect(ended.code).toBe(1)
      expect(ended.err).toContain('Slack at http://127.0.0.1:9/api/: it cannot be reached.')
      expect(ended.err).not.toContain('not-a-token')
      expect(ended.err).not.toContain('    at ')
    },
    SLOW,
  )

  it(
    'says that the data folder cannot be used',
    async () => {
      const ended = await runToEnd({ MEDALLIST_DATA_DIR: '/dev/null/data', PORT: '0' })
      expect(ended.code).toBe(1)
      expect(ended.err).toContain('The data folder /dev/null/data cannot be used')
      expect(ended.err).toContain('MEDALLIST_DATA_DIR=')
    },
    SLOW,
  )
})
