// One colleague who would like to move on is on record. Whoever may not see them plays every act there is, and every post is drawn: their
// name comes nowhere, and nothing that is typed tells that they are known.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Id } from '../../src/domain/shared/ids.ts'
import { DAY, plus } from '../../src/domain/shared/time.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import type { PostKind } from '../../src/usecases/ports/slack-posts.ts'
import { approveDraft } from '../support/outreach-rows.ts'
import { SOMEWHERE } from './acts.ts'
import { actionOf, EVERY_BUTTON, FORMS, forged, SEARCHES } from './every-act.ts'
import { type Planted, plant } from './planted.ts'
import { aStrictWorld, BEN, INES, SAM, TOM } from './strict-world.ts'

const strict = aStrictWorld()
const SECRET = /quillhidden/i
const NAME = 'Quillhidden Xavier'
const ADMIN = PEOPLE.priya.id
const CHANNEL = 'C0TRIAGE01'
const word = 'planted'
let some: Planted
let held: string

beforeAll(async () => {
  const { as, world } = strict()
  const system = world.app.contexts.forSystem(world.app.workspace)
  const [ines, lucia, priya] = [await as(INES), await as(PEOPLE.lucia.id), await as(ADMIN)]
  some = await plant(system, { word, owner: ines.actor.memberId, flagger: lucia.actor.memberId })
  // What Ines began with them before they became a colleague is still there.
  const send = await approveDraft(system, ines.actor.memberId, some.candidate, { dueAt: plus(system.now, DAY) })
  held = send.id
  await system.uow.run(async (tx) => {
    await tx.nearMisses.decide(some.flag, {
      state: 'accepted',
      by: ines.actor.memberId,
      at: system.now,
      candidateId: some.candidate,
    })
    await tx.candidates.lock(some.candidate)
    await tx.candidates.change(some.candidate, {
      kind: 'internal',
      fullName: NAME,
      company: 'Quillhidden Works',
      headline: 'Quillhidden headline',
      ownerId: priya.actor.memberId,
    })
  })
})

/** What anybody but the one who looks after them and may see them was told since. */
function tellsOf(since: number): readonly string[] {
  const { recorder } = strict()
  const priyas = new Set(
    recorder.calls.flatMap(({ method, args, answer }) =>
      method === 'conversations.open' && args.users === ADMIN ? [(answer.channel as { id: string }).id] : [],
    ),
  )
  return recorder.calls
    .slice(since)
    .filter(({ args }) => SECRET.test(JSON.stringify(args)) && !priyas.has(String(args.channel)))
    .map(({ method, args }) => `${method} ${JSON.stringify(args).slice(0, 400)}`)
}

/** Every post there is, of everything that hangs on the person. A new kind of post belongs here. */
const POSTS: Readonly<Record<PostKind, (some: Planted) => readonly (readonly [key: string, ...subjects: string[]])[]>> =
  {
    triage_card: ({ flag }) => [[`triage_card:${flag}`, flag]],
    flag_outcome: ({ flag }) => [[`flag_outcome:${flag}`, flag]],
    flag_offer_unseen: ({ flag }) => [[`flag_offer_unseen:${flag}`, flag]],
    flag_news: ({ flag, reply, candidate }) => [
      [`flag_news:${flag}:interested:${reply}`, flag, reply],
      [`flag_news:${flag}:interview:${candidate}`, flag, candidate],
    ],
    added_notice: ({ candidate }) => [[`added_notice:${candidate}`, candidate]],
    merged_notice: ({ candidate }) => [[`merged_notice:${candidate}`, candidate]],
    note_notice: ({ candidate, fact }) => [[`note_notice:${candidate}`, candidate, fact]],
    stay_answer: ({ candidate, send }) => [[`stay_answer:${candidate}`, candidate, send]],
    draft_card: ({ draft }) => [[`draft_card:${draft}`, draft]],
    draft_ask: ({ ask }) => [[`draft_ask:${ask}`, ask]],
    ask_answer: ({ ask }) => [[`ask_answer:${ask}`, ask]],
    in_doubt_card: () => [[`in_doubt_card:${held}`, held]],
    not_sent_card: () => [[`not_sent_card:${held}`, held]],
    bounced_card: () => [[`bounced_card:${held}:dead`, held]],
    reply_card: ({ reply }) => [[`reply_card:${reply}`, reply]],
    job_opened: ({ job, candidate }) => [
      [`job_opened:${job}`, job],
      [`job_opened:${job}:${candidate}`, job, candidate],
    ],
    take_over_ask: ({ takeOver }) => [[`take_over_ask:${takeOver}`, takeOver]],
    take_over_answer: ({ takeOver }) => [[`take_over_answer:${takeOver}`, takeOver]],
    hand_over: ({ handOver }) => [[`hand_over:${handOver}`, handOver]],
    hand_over_received: ({ handOver, leaver }) => [[`hand_over_received:${handOver}`, handOver, leaver]],
    leaver_notice: ({ leaver }) => [[`leaver_notice:${leaver}`, leaver]],
    import_card: ({ fileImport }) => [[`import_card:${fileImport}`, fileImport]],
    file_offer: () => [['file_offer:table:F0PLANTED']],
    nudge: () => [],
    nudge_line: () => [],
    digest: () => [],
    pool_week: () => [],
    unposted_notice: () => [],
  }

describe.each([
  ['a recruiter who does not look after them', BEN],
  ['a recruiter who wrote to them once', INES],
  ['a hiring manager who flagged them once', PEOPLE.lucia.id],
  ['another hiring manager', TOM],
  ['an employee', SAM],
])('%s', (_who, user) => {
  it('hears their name from no command', async () => {
    const { client, recorder, posted } = strict()
    const since = recorder.mark()
    for (const text of [
      '',
      'xavier',
      'kind:internal',
      'company:"Works"',
      'export xavier',
      'export kind:internal',
      'match headline',
      'job new Headline',
      'jobs',
      'planted pool',
    ])
      await client.command(user, '/pool', text)
    for (const text of ['xavier', `${word}@example.com`, 'xavier catch-up'])
      await client.command(user, '/candidate', text)
    for (const text of ['', 'replies', 'draft xavier', `draft ${word}@example.com`])
      await client.command(user, '/outreach', text)
    for (const text of ['', 'duplicates', 'jobs', 'settings']) await client.command(user, '/medallist', text)
    await client.command(user, '/metrics', '')
    await client.command(user, '/silver', `${word}@example.com for Analyst`)
    await client.event({ type: 'app_home_opened', user, channel: 'D0X', tab: 'home', event_ts: '1.2' })
    await posted()
    expect(tellsOf(since)).toEqual([])
  })

  it('hears it from no button, menu and form', async () => {
    const { client, recorder, posted } = strict()
    const since = recorder.mark()
    for (const [name, value] of EVERY_BUTTON())
      await client.press(user, SOMEWHERE, { actionId: actionOf(name), value: value(some) }, { quiet: true })
    for (const actionId of SEARCHES) await client.press(user, SOMEWHERE, { actionId, value: actionId }, { quiet: true })
    for (const name of Object.keys(FORMS)) {
      const { view, state } = forged(name, some)
      expect(JSON.stringify(await client.submit(user, view, state)), name).not.toMatch(SECRET)
    }
    await posted()
    expect(tellsOf(since)).toEqual([])
  })

  it('hears it in no message that is drawn for them', async () => {
    const { recorder, posted, world } = strict()
    const since = recorder.mark()
    const system = world.app.contexts.forSystem(world.app.workspace)
    await system.uow.run(async (tx) => {
      for (const [kind, posts] of Object.entries(POSTS))
        for (const [key, ...subjects] of posts(some)) {
          const post = { kind: kind as PostKind, subjects: subjects as Id<string>[] }
          for (const address of [user, CHANNEL])
            await tx.posts.want({ ...post, key: `${key}#${address}`, address }, system.now)
        }
    })
    system.services.wake.posts()
    await posted()
    expect(tellsOf(since)).toEqual([])
  })
})

it('is told in the morning to nobody but who looks after them, and in no channel', async () => {
  const { recorder, posted, world, pass } = strict()
  const since = recorder.mark()
  for (let days = 0; days < 8; days += 1) {
    pass(DAY)
    await world.app.tick()
  }
  await posted()
  expect(tellsOf(since)).toEqual([])
})

it('is there all the same for the admin who looks after them', async () => {
  const { client } = strict()
  expect(JSON.stringify(await client.command(ADMIN, '/candidate', 'xavier'))).toMatch(SECRET)
})
