import { describe, expect, it } from 'vitest'
import { ANA, BOT, manifest, seed, TOM } from './seed.ts'
import { call, isEvent, startBarebones, startWorkspace } from './support.ts'

const listening = (...events: string[]) => ({
  seed: {
    ...seed,
    app: {
      ...seed.app,
      manifest: { ...manifest, settings: { ...manifest.settings, event_subscriptions: { bot_events: events } } },
    },
  },
})

describe('what admins do', () => {
  it('reaches the app as events: people, groups and membership', async () => {
    const simulator = await startWorkspace(
      listening('team_join', 'subteam_updated', 'subteam_created', 'member_left_channel'),
    )
    const app = await startBarebones(simulator)
    simulator.admin.addPerson({
      id: 'U00NEW',
      name: 'new',
      realName: 'New Person',
      email: 'new@acme.example',
      title: '',
      tz: 'Asia/Tokyo',
      isAdmin: false,
      isOwner: false,
    })
    simulator.admin.setGroup({ id: 'S0RECRUIT', handle: 'recruiters', name: 'Recruiters', users: [ANA, TOM] })
    simulator.admin.setGroup({ id: 'S0NEW', handle: 'managers', name: 'Managers', users: [TOM] })
    simulator.admin.remove('C0RECRUIT', TOM)

    expect((await app.received(isEvent('team_join'))).payload.event).toMatchObject({
      user: { id: 'U00NEW', tz: 'Asia/Tokyo', tz_offset: 32_400 },
    })
    expect((await app.received(isEvent('subteam_updated'))).payload.event).toMatchObject({
      subteam: { id: 'S0RECRUIT', users: [ANA, TOM] },
    })
    expect((await app.received(isEvent('subteam_created'))).payload.event).toMatchObject({
      subteam: { handle: 'managers' },
    })
    expect((await app.received(isEvent('member_left_channel'))).payload.event).toMatchObject({
      user: TOM,
      channel: 'C0RECRUIT',
    })
    expect(simulator.as('U00NEW').see().me.realName).toBe('New Person')
  })

  it('lets the bot into a private channel and out of the open ones', async () => {
    const simulator = await startWorkspace()
    simulator.admin.invite('C0SECRET', BOT)
    simulator.admin.archive('C0RECRUIT')

    expect(await call(simulator, 'chat.postMessage', { channel: 'C0SECRET', text: 'a' })).toMatchObject({ ok: true })
    expect(await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'a' })).toMatchObject({
      error: 'is_archived',
    })
  })
})
