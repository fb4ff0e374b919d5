import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { permalink } from '../../simulator/permalink.ts'
import { PATIENT } from '../support/patient.ts'
import { form, nameInput, opened, plain } from './page-forms.ts'
import { chromiumPath, command, opensOnSilver, type Stage, stageForFile, titled } from './page-support.ts'
import { ANA, TOM } from './seed.ts'
import { call } from './support.ts'

const setStage = stageForFile()

/** Tom says something, and much more after it, so that it is out of sight. */
async function longAgo({ simulator }: Stage, text = 'Superb on incident design'): Promise<Message> {
  const tom = simulator.as(TOM)
  await tom.say('recruiting', text)
  for (let n = 0; n < 30; n++) await tom.say('recruiting', `And another thing, number ${n}`)
  return tom.messages('recruiting').find((message) => message.text === text) as Message
}
const linkTo = (message: Pick<Message, 'channel' | 'ts'>) => permalink('acme', message)
const say = (stage: Stage, text: string, blocks?: unknown) =>
  call(stage.simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text, ...(blocks ? { blocks } : {}) })
const rowOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

/** The message is open, in sight, marked and has the keyboard. */
async function expectArrived(page: Page, text: string): Promise<void> {
  await page.locator('article[aria-current=location]').filter({ hasText: text }).waitFor()
  const arrived = await page.evaluate(`(() => {
    const row = document.querySelector('article[aria-current=location]')
    const { top, bottom } = row.getBoundingClientRect()
    const list = row.closest('.messages').getBoundingClientRect()
    return { hasFocus: document.activeElement === row, isInSight: top >= list.top && bottom <= list.bottom }
  })()`)
  expect(arrived).toEqual({ hasFocus: true, isInSight: true })
}

describe.skipIf(!chromiumPath)(titled('a link to a message of this workspace'), () => {
  it('opens the channel at the message, and Back returns', async () => {
    const stage = await setStage()
    const message = await longAgo(stage)
    await stage.simulator.as(TOM).say('random', `As I said: ${linkTo(message)}`)
    const page = await stage.open(ANA, { at: 'C0RANDOM' })
    await page.getByRole('link', { name: linkTo(message) }).click()
    await expectArrived(page, 'Superb on incident design')
    await page.getByRole('heading', { name: 'recruiting' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'random' }).waitFor()
    expect(stage.trouble).toEqual([])
  })

  it('leads there again when it is followed again, and from a new tab', async () => {
    const stage = await setStage()
    const message = await longAgo(stage)
    await say(stage, `<${linkTo(message)}|the source>`)
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    const link = page.getByRole('link', { name: 'the source' })
    await link.press('Enter')
    await expectArrived(page, 'Superb on incident design')
    await link.press('Enter')
    await expectArrived(page, 'Superb on incident design')
    const address = new URL((await link.getAttribute('href')) ?? '', page.url())
    await page.goto(address.href)
    await expectArrived(page, 'Superb on incident design')
  })

  it('opens the thread where the message is an answer', async () => {
    const stage = await setStage()
    const root = await longAgo(stage)
    const { ts } = await call(stage.simulator, 'chat.postMessage', {
      channel: 'C0RECRUIT',
      text: 'An answer to this',
      thread_ts: root.ts,
    })
    const { permalink: link } = await call(stage.simulator, 'chat.getPermalink', {
      channel: 'C0RECRUIT',
      message_ts: ts,
    })
    await stage.simulator.as(TOM).say('random', String(link))
    const page = await stage.open(ANA, { at: 'C0RANDOM' })
    await page.getByRole('link', { name: /archives/ }).click()
    await page.getByRole('complementary', { name: 'Thread' }).getByText('An answer to this').waitFor()
    await expectArrived(page, 'An answer to this')
  })

  it('works as a button too, and tells the app of the press', async () => {
    const stage = await setStage((app, heard) =>
      app.action('source', async ({ ack }) => {
        await ack()
        heard.push('pressed')
      }),
    )
    const message = await longAgo(stage)
    const button = { type: 'button', action_id: 'source', text: plain('See the source'), url: linkTo(message) }
    await say(stage, 'a claim', [{ type: 'actions', elements: [button] }])
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await page.getByRole('link', { name: 'See the source' }).click()
    await expectArrived(page, 'Superb on incident design')
    await expect.poll(() => stage.heard, PATIENT).toEqual(['pressed'])
  })

  it('in a form sets the form aside, with what was typed, until one comes back', async () => {
    let evidence = ''
    const link = () => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text: evidence } })
    const stage = await setStage(opensOnSilver(() => ({ ...form, blocks: [nameInput, link()] })))
    evidence = `<${linkTo(await longAgo(stage))}|the evidence>`
    const page = await stage.open(ANA, { at: 'C0RANDOM' })
    await command(page, '/silver')
    const modal = opened(page, 'Add someone')
    await modal.getByLabel('Full name').fill('Ana Lima')
    await modal.getByRole('link', { name: 'the evidence' }).click()
    await expectArrived(page, 'Superb on incident design')
    expect(await modal.count()).toBe(0)
    await page.getByRole('button', { name: 'Back to it' }).click()
    await modal.waitFor()
    expect(await modal.getByLabel('Full name').inputValue()).toBe('Ana Lima')
    expect(stage.trouble).toEqual([])
  })

  it('leaves the way free for a form that opens there', async () => {
    const stage = await setStage(opensOnSilver(form))
    await stage.simulator.as(TOM).say('random', linkTo(await longAgo(stage)))
    const page = await stage.open(ANA, { at: 'C0RANDOM' })
    await page.getByRole('link', { name: /archives/ }).click()
    await expectArrived(page, 'Superb on incident design')
    await command(page, '/silver')
    await opened(page, 'Add someone').waitFor()
  })

  it.each([
    [
      'is private',
      async ({ simulator }: Stage) => {
        await simulator.as(ANA).say('leadership', 'Between us')
        return linkTo(simulator.as(ANA).messages('leadership')[0] as Message)
      },
    ],
    [
      'was deleted',
      async (stage: Stage) => {
        const { ts } = await say(stage, 'gone')
        await call(stage.simulator, 'chat.delete', { channel: 'C0RECRUIT', ts })
        return linkTo({ channel: 'C0RECRUIT', ts: String(ts) })
      },
    ],
  ])('says so where the message %s, and stays where one is', async (_why, link) => {
    const stage = await setStage()
    await say(stage, `<${await link(stage)}|the source>`)
    const page = await stage.open(TOM, { at: 'C0RECRUIT' })
    await page.getByRole('link', { name: 'the source' }).click()
    await page.getByRole('alert').filter({ hasText: 'That message cannot be shown' }).waitFor()
    expect(new URL(page.url()).search).toBe(`?as=${TOM}&at=C0RECRUIT`)
  })

  it('says so as well where an address leads to nothing that one may see', async () => {
    const stage = await setStage()
    await stage.simulator.as(ANA).say('leadership', 'Between us')
    const [secret] = stage.simulator.as(ANA).messages('leadership')
    const page = await stage.open(TOM)
    await page.goto(`${stage.simulator.url}/?as=${TOM}&at=C0SECRET&message=${secret?.ts}`)
    await page.getByRole('alert').filter({ hasText: 'That message cannot be shown' }).waitFor()
    expect(await page.getByText('Between us').count()).toBe(0)
  })

  it('is marked no more once one goes elsewhere', async () => {
    const stage = await setStage()
    const message = await longAgo(stage)
    await say(stage, `<${linkTo(message)}|the source>`)
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await page.getByRole('link', { name: 'the source' }).click()
    await expectArrived(page, 'Superb on incident design')
    await page.getByRole('link', { name: 'random' }).click()
    await page.getByRole('link', { name: 'recruiting', exact: true }).click()
    await rowOf(page, 'Superb on incident design').waitFor({ state: 'attached' })
    expect(await page.locator('article[aria-current=location]').count()).toBe(0)
  })

  it('leaves the page where it leads to another workspace', async () => {
    const stage = await setStage()
    await say(stage, '<https://elsewhere.slack.com/archives/C0RECRUIT/p1773738300000123|theirs>')
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    const link = page.getByRole('link', { name: 'theirs' })
    expect(await link.getAttribute('target')).toBe('_blank')
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/elsewhere\.slack\.com/)
  })
})
