import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { afterEach, expect, it } from 'vitest'
import { clientOptions } from '../../../src/adapters/slack/bolt.ts'
import { makeDirectory } from '../../../src/adapters/slack/directory.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const RECRUITERS = { ok: true, usergroups: [{ id: 'S1', handle: 'recruiters', users: ['UINES'] }] }
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A Slack that answers as it is told, and remembers how often it was asked. */
async function slackThat(
  answers: (asked: number) => {
    readonly status?: number
    readonly headers?: Record<string, string>
    readonly body?: object
  },
) {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    const { status = 200, headers = {}, body = RECRUITERS } = answers(asked)
    request
      .resume()
      .on('end', () =>
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)),
      )
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  const directory = makeDirectory(new WebClient('xoxb-test', clientOptions(apiUrl, log)), 'THERE')
  return { directory, asked: () => asked }
}

it('one question to Slack answers for both groups of one moment', async () => {
  const { directory, asked } = await slackThat(() => ({}))
  expect(await Promise.all([directory.group('recruiters'), directory.group('hiring-managers')])).toEqual([
    { slackGroupId: 'S1', slackUserIds: ['UINES'] },
    'none',
  ])
  expect(asked()).toBe(1)
  await directory.group('recruiters')
  expect(asked()).toBe(2)
})

it.each([
  [true, 'of this workspace', { team_id: 'THERE' }],
  [
    true,
    'of an organisation that this workspace belongs to',
    { team_id: 'TORG', enterprise_user: { teams: ['THERE'] } },
  ],
  [false, 'of another workspace, over a shared channel', { team_id: 'TELSEWHERE' }],
  [false, 'of another workspace, unseen so far', { team_id: 'THERE', is_stranger: true }],
  [false, 'deactivated', { team_id: 'THERE', deleted: true }],
  [false, 'a bot', { team_id: 'THERE', is_bot: true }],
])('it is %s that somebody works here who is %s', async (isColleague, _, user) => {
  const { directory } = await slackThat(() => ({ body: { ok: true, user: { id: 'UEVE', name: 'eve', ...user } } }))
  expect(await directory.person('UEVE')).toMatchObject({ isColleague })
})

it('who was asked to wait fails at once, without asking again', async () => {
  const { directory, asked } = await slackThat(() => ({ status: 429, headers: { 'retry-after': '30' }, body: {} }))
  for (let times = 0; times < 5; times += 1) await expect(directory.group('recruiters')).rejects.toThrow()
  expect(asked()).toBe(1)
})

it.each(['plan_upgrade_required', 'missing_scope'])('a workspace without groups (%s) has none', async (error) => {
  const { directory } = await slackThat(() => ({ body: { ok: false, error } }))
  expect(await directory.group('recruiters')).toBe('none')
})
