import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { send, toAna } from './mail-support.ts'
import { everyElement } from './page-gallery.ts'
import { ANA, TOM } from './page-seed.ts'
import { call, chromiumPath, command, launch, opensOnSilver, type Stage, setStage } from './page-support.ts'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath) browser = await launch()
})
afterAll(async () => browser?.close())

const title = chromiumPath
  ? 'the local workspace in a browser'
  : 'the local workspace in a browser (skipped: no chromium at /usr/bin/chromium or $CHROMIUM_PATH)'
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const nameInput = {
  type: 'input' as const,
  block_id: 'name',
  label: plain('Full name'),
  element: { type: 'plain_text_input' as const, action_id: 'name' },
}
const form: ModalView = {
  type: 'modal',
  callback_id: 'add',
  title: plain('Add someone'),
  submit: plain('Add'),
  blocks: [nameInput],
}

/** Says what a submission held, then answers it. */
const answers =
  (view: ModalView, answer: Record<string, unknown> | undefined) =>
  (app: App, heard: string[]): void => {
    opensOnSilver(view)(app)
    app.view(view.callback_id ?? '', async ({ ack, view: sent }) => {
      heard.push(JSON.stringify(sent.state.values))
      await (answer ? ack(answer as never) : ack())
    })
  }
const post = (stage: Stage, blocks: unknown, text = 'blocks') =>
  call(stage.simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text, blocks })
const opened = (page: Awaited<ReturnType<Stage['open']>>, name: string) => page.getByRole('dialog', { name })

describe.skipIf(!chromiumPath)(title, () => {
  describe('who one is', () => {
    it('is kept in the address and changes what is seen', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA)
      await page.getByRole('link', { name: 'leadership' }).waitFor()
      await page.getByRole('button', { name: /Be this person/ }).click()
      await page.getByRole('menuitemradio', { name: /Tom Okoro.*Engineering manager/ }).click()
      await page.waitForURL(/as=U00TOM/)
      await page.getByRole('button', { name: /Be this person.*Tom Okoro/ }).waitFor()
      expect(await page.getByRole('link', { name: 'leadership' }).count()).toBe(0)
      await page.reload()
      await page.getByRole('button', { name: /Be this person.*Tom Okoro/ }).waitFor()
      expect(stage.trouble).toEqual([])
    })

    it('marks channels where something arrived since they were looked at', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await stage.simulator.as(TOM).say('random', 'Anyone?')
      await page.getByRole('link', { name: 'random unread' }).click()
      await page.getByText('Anyone?').waitFor()
      await page.getByRole('link', { name: 'random', exact: true }).waitFor()
    })
  })

  describe('messages', () => {
    it('arrive live, with time, reactions and threads', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await stage.simulator.as(TOM).say('recruiting', 'She was a *close* second')
      const row = page.getByRole('article', { name: /Tom Okoro/ })
      await row.hover()
      await row.getByRole('button', { name: 'React with second place medal' }).click()
      await row.getByRole('button', { name: 'second place medal, 1: You' }).waitFor()
      await row.getByRole('button', { name: 'Reply in thread' }).click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByRole('textbox', { name: 'Reply…' }).fill('Agreed')
      await page.keyboard.press('Enter')
      await thread.getByText('Agreed').waitFor()
      await row.getByRole('button', { name: /1 reply/ }).waitFor()
    })

    it('for one person alone say so, and can be dismissed', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await call(stage.simulator, 'chat.postEphemeral', {
        channel: 'C0RECRUIT',
        user: ANA,
        text: 'Only Ana reads this',
      })
      const row = page.getByRole('article').filter({ hasText: 'Only Ana reads this' })
      await row.getByText('Only visible to you').waitFor()
      await row.getByRole('button', { name: 'Dismiss message' }).click()
      await row.waitFor({ state: 'detached' })
    })

    it('have one stop for Tab, and arrows between their tools', async () => {
      const stage = await setStage(browser)
      await stage.simulator.as(TOM).say('recruiting', 'Hello')
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await page.getByRole('group', { name: 'Messages' }).focus()
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.getAttribute('aria-label')).toBe('React with white check mark')
      await page.keyboard.press('ArrowLeft')
      expect(await focused.getAttribute('aria-label')).toBe('More actions')
      await page.keyboard.press('Tab')
      expect(await focused.getAttribute('aria-label')).toBe('Message #recruiting')
    })

    it('offer the message shortcuts of the app', async () => {
      const stage = await setStage(browser, {
        app: (app, heard) =>
          app.shortcut('flag_near_miss', async ({ ack, shortcut }) => {
            await ack()
            heard.push(shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '')
          }),
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await stage.simulator.as(TOM).say('recruiting', 'a near miss')
      const row = page.getByRole('article', { name: /Tom Okoro/ })
      await row.hover()
      await row.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Flag near-miss' }).press('Enter')
      await vi.waitFor(() => expect(stage.heard).toEqual(['a near miss']))
    })
  })

  describe('commands', () => {
    it('are completed while one types', async () => {
      const stage = await setStage(browser, {
        app: opensOnSilver((sent) => ({ ...form, blocks: [{ ...nameInput, hint: plain(`text: ${sent.text}`) }] })),
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      const composer = page.getByLabel('Message #recruiting')
      await composer.pressSequentially('/si')
      await page.getByRole('option', { name: /\/silver \[text\].*Add a silver medallist/ }).waitFor()
      await composer.press('Tab')
      await composer.pressSequentially('Ana Lima')
      await composer.press('Enter')
      await opened(page, 'Add someone').getByText('text: Ana Lima').waitFor()
    })

    it('that fail say so as Slack does, and give the text back', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/nonsense')
      await page.getByRole('alert').filter({ hasText: '/nonsense' }).waitFor()
      await vi.waitFor(async () =>
        expect(await page.getByLabel('Message #recruiting').inputValue()).toMatch(/^\/nonsense/),
      )
    })

    it('have global shortcuts beside them', async () => {
      const stage = await setStage(browser, {
        app: (app) =>
          app.shortcut('add_silver_medallist', async ({ ack, client, shortcut }) => {
            await ack()
            await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
          }),
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await page.getByRole('button', { name: 'Shortcuts' }).click()
      await page.getByRole('menuitem', { name: 'Add a silver medallist' }).click()
      await opened(page, 'Add someone').waitFor()
    })
  })

  describe('a modal', () => {
    it('keeps what was typed when the app updates it, and takes new fields as they come', async () => {
      const more = {
        type: 'actions' as const,
        block_id: 'more',
        elements: [{ type: 'button' as const, action_id: 'more', text: plain('More details') }],
      }
      const level = {
        type: 'input' as const,
        block_id: 'level',
        label: plain('Level'),
        element: { type: 'plain_text_input' as const, action_id: 'level', initial_value: 'Senior' },
      }
      const stage = await setStage(browser, {
        app: (app, heard) => {
          answers({ ...form, blocks: [nameInput, more] }, undefined)(app, heard)
          app.action('more', async ({ ack, client, body }) => {
            await ack()
            if ('view' in body && body.view)
              await client.views.update({
                view_id: body.view.id,
                view: {
                  ...form,
                  blocks: [{ ...nameInput, element: { ...nameInput.element, initial_value: 'Not this' } }, level],
                },
              })
          })
        },
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      const modal = opened(page, 'Add someone')
      await modal.getByLabel('Full name').fill('Ana Lima')
      await modal.getByRole('button', { name: 'More details' }).click()
      await modal.getByLabel('Level').waitFor()
      expect(await modal.getByLabel('Full name').inputValue()).toBe('Ana Lima')
      expect(await modal.getByLabel('Level').inputValue()).toBe('Senior')
      await modal.getByRole('button', { name: 'Add', exact: true }).click()
      await modal.waitFor({ state: 'detached' })
      expect(stage.heard.join()).toContain('"value":"Ana Lima"')
    })

    it('shows errors on their fields, its own and the ones of the app', async () => {
      const stage = await setStage(browser, {
        app: answers(form, { response_action: 'errors', errors: { name: 'Already in the pool' } }),
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      const modal = opened(page, 'Add someone')
      await modal.getByRole('button', { name: 'Add', exact: true }).click()
      await modal.getByRole('alert').filter({ hasText: 'Please complete this required field.' }).waitFor()
      expect(stage.heard).toEqual([])
      const field = modal.getByLabel('Full name')
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      await field.fill('Ana')
      await modal.getByRole('alert').waitFor({ state: 'detached' })
      await field.press('Enter')
      await modal.getByText('Already in the pool').waitFor()
      expect(await field.inputValue()).toBe('Ana')
    })

    it('can be filled and sent with the keyboard alone', async () => {
      const stage = await setStage(browser, { app: answers(everyElement, undefined) })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      const hasFocus = async (locator: Locator) => (await locator.and(page.locator(':focus')).count()) === 1
      await page.getByLabel('Message #recruiting').focus()
      await page.keyboard.type('/silver ')
      await page.keyboard.press('Enter')
      const modal = opened(page, 'Every element')
      await modal.waitFor()
      const tabTo = async (target: Locator) => {
        for (let presses = 0; !(await hasFocus(target)); presses++) {
          expect(presses, 'presses of Tab').toBeLessThan(60)
          await page.keyboard.press('Tab')
          // Not by `:focus`, which does not match while one of the parts of a date field has it.
          const inside = "document.querySelector('.modal').contains(document.activeElement)"
          expect(await page.evaluate(inside), 'the focus stays inside').toBe(true)
        }
      }
      await page.keyboard.type('Ana Lima')
      await tabTo(modal.getByRole('combobox', { name: /Why they were not hired/ }))
      await page.keyboard.type('tim')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.type('go')
      await page.keyboard.press('Enter')
      await tabTo(modal.getByRole('button', { name: 'Save' }))
      await page.keyboard.press('Tab')
      expect(await hasFocus(modal.getByRole('button', { name: 'Close' })), 'Tab goes round').toBe(true)
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await modal.waitFor({ state: 'detached' })
      expect(JSON.parse(stage.heard[0] ?? '{}')).toMatchObject({
        name: { value: { value: 'Ana Lima' } },
        reason: { value: { selected_option: { value: 'timing' } } },
        skills: { value: { selected_options: [{ value: 'go' }] } },
        owner: { value: { selected_user: TOM } },
        datetime: { value: { selected_date_time: 1772442000 } },
      })
      expect(await hasFocus(page.getByLabel('Message #recruiting')), 'the focus returns').toBe(true)
    })

    it('takes every kind of input', async () => {
      const stage = await setStage(browser, {
        app: (app, heard) => {
          answers(everyElement, undefined)(app, heard)
          app.options('value', async ({ ack, options }) =>
            ack({ options: [{ text: plain(`${options.value} engineer`), value: 'r1' }] }),
          )
        },
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      const modal = opened(page, 'Every element')
      await modal.getByLabel('Full name').fill('Ana Lima')
      await modal.getByLabel(/What impressed you/).fill('Calm in a storm')
      await modal.getByLabel(/Email/).fill('ana@example.com')
      await modal.getByLabel(/Years/).fill('7')
      await modal.getByLabel(/Profile link/).fill('https://example.com/ana')
      await modal.getByLabel(/Next touchpoint/).fill('2026-04-01')
      await modal.getByLabel(/^Time/).fill('09:30')
      await modal.getByLabel(/Send at/).fill('2026-07-01T10:00')
      await modal.getByRole('combobox', { name: /^Role/ }).fill('platform')
      await page.getByRole('option', { name: 'platform engineer' }).click()
      await modal.getByRole('combobox', { name: /^Channel/ }).click()
      await page.getByRole('option', { name: '#recruiting' }).click()
      await modal
        .getByLabel(/Résumé/)
        .setInputFiles({ name: 'ana.txt', mimeType: 'text/plain', buffer: Buffer.from('SRE') })
      await modal.getByText('ana.txt').waitFor()
      await modal.getByRole('radio', { name: 'Not told yet' }).check()
      await modal.getByRole('checkbox', { name: 'Applied here' }).check()
      await modal.getByRole('combobox', { name: 'Tier' }).click()
      await page.getByRole('option', { name: 'B', exact: true }).click()
      await modal.getByRole('button', { name: 'Save' }).click()
      await modal.waitFor({ state: 'detached' })
      expect(JSON.parse(stage.heard[0] ?? '{}')).toMatchObject({
        notes: { value: { value: 'Calm in a storm' } },
        email: { value: { value: 'ana@example.com' } },
        years: { value: { value: '7' } },
        url: { value: { value: 'https://example.com/ana' } },
        date: { value: { selected_date: '2026-04-01' } },
        time: { value: { selected_time: '09:30' } },
        datetime: { value: { selected_date_time: Date.UTC(2026, 6, 1, 9) / 1000 } },
        role: { value: { selected_option: { text: { text: 'platform engineer' }, value: 'r1' } } },
        where: { value: { selected_channel: 'C0RECRUIT' } },
        file: { value: { files: [{ name: 'ana.txt', size: 3 }] } },
        told: { value: { selected_option: { value: 'untold' } } },
        consent: { value: { selected_options: [{ value: 'applied' }] } },
        sec: { tier: { selected_option: { value: 'b' } } },
      })
    })

    it('tells the app at once of inputs that ask for it, on Enter or on a choice, and does not submit', async () => {
      const options = ['told', 'untold'].map((value) => ({ text: plain(value), value }))
      const select = { type: 'static_select' as const, action_id: 'stands', options }
      const blocks = [
        { ...nameInput, dispatch_action: true },
        {
          type: 'input' as const,
          block_id: 'stands',
          label: plain('Where things stand'),
          element: select,
          dispatch_action: true,
        },
      ]
      const stage = await setStage(browser, {
        app: (app, heard) => {
          opensOnSilver({ ...form, blocks })(app)
          app.action(/name|stands/, async ({ ack, action }) => {
            await ack()
            heard.push(
              'value' in action
                ? `name ${action.value}`
                : 'selected_option' in action
                  ? `stands ${action.selected_option?.value}`
                  : '',
            )
          })
        },
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      const modal = opened(page, 'Add someone')
      await modal.getByLabel('Full name').fill('Ana')
      await modal.getByLabel('Full name').press('Enter')
      await vi.waitFor(() => expect(stage.heard).toEqual(['name Ana']))
      await modal.getByRole('combobox', { name: 'Where things stand' }).click()
      await page.getByRole('option', { name: 'untold' }).click()
      await vi.waitFor(() => expect(stage.heard).toEqual(['name Ana', 'stands untold']))
      await modal.waitFor()
    })

    it('shows that it waits, and tells the app when it is closed where the app asked to know', async () => {
      let answer = () => {}
      const stage = await setStage(browser, {
        app: (app, heard) => {
          opensOnSilver({ ...form, notify_on_close: true })(app)
          app.view('add', async ({ ack }) => {
            await new Promise<void>((resolve) => {
              answer = resolve
            })
            await ack({ response_action: 'errors', errors: { name: 'Try again' } })
          })
          app.view({ callback_id: 'add', type: 'view_closed' }, async ({ ack }) => {
            await ack()
            heard.push('closed')
          })
        },
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      const modal = opened(page, 'Add someone')
      await modal.getByLabel('Full name').fill('Ana')
      await modal.getByRole('button', { name: 'Add', exact: true }).click()
      await modal.locator('button[type=submit][aria-busy=true] .spinner').waitFor()
      await vi.waitFor(() => answer())
      await modal.getByText('Try again').waitFor()
      await modal.locator('.spinner').waitFor({ state: 'detached' })
      await page.keyboard.press('Escape')
      await modal.waitFor({ state: 'detached' })
      await vi.waitFor(() => expect(stage.heard).toEqual(['closed']))
    })

    it('stacks, and gives the one below back as it was left', async () => {
      const push = {
        type: 'actions' as const,
        block_id: 'p',
        elements: [{ type: 'button' as const, action_id: 'push', text: plain('Compare') }],
      }
      const stage = await setStage(browser, {
        app: (app) => {
          opensOnSilver({ ...form, blocks: [nameInput, push] })(app)
          app.action('push', async ({ ack, client, body }) => {
            await ack()
            if ('trigger_id' in body)
              await client.views.push({ trigger_id: body.trigger_id, view: { ...form, title: plain('Merge?') } })
          })
        },
      })
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/silver')
      await opened(page, 'Add someone').getByLabel('Full name').fill('Ana')
      await page.getByRole('button', { name: 'Compare' }).click()
      await opened(page, 'Merge?').waitFor()
      await page.keyboard.press('Escape')
      expect(await opened(page, 'Add someone').getByLabel('Full name').inputValue()).toBe('Ana')
      await page.getByRole('button', { name: 'Close', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })
  })

  describe('a control in a message', () => {
    it('asks before it does what cannot be undone', async () => {
      const stage = await setStage(browser, {
        app: (app, heard) =>
          app.action('reject', async ({ ack, action }) => {
            await ack()
            heard.push(action.type === 'button' ? (action.value ?? '') : '')
          }),
      })
      const confirm = {
        title: plain('Reject this draft?'),
        text: plain('It goes for good.'),
        confirm: plain('Reject it'),
        deny: plain('Keep it'),
        style: 'danger',
      }
      await post(stage, [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'reject', value: 'd1', text: plain('Reject'), confirm }],
        },
      ])
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      const question = page.getByRole('alertdialog', { name: 'Reject this draft?' })
      await page.getByRole('button', { name: 'Reject' }).click()
      await question.getByRole('button', { name: 'Keep it' }).click()
      await page.getByRole('button', { name: 'Reject' }).click()
      await page.keyboard.press('Escape')
      await question.waitFor({ state: 'detached' })
      expect(stage.heard).toEqual([])
      await page.getByRole('button', { name: 'Reject' }).click()
      await question.getByRole('button', { name: 'Reject it' }).click()
      await vi.waitFor(() => expect(stage.heard).toEqual(['d1']))
    })
  })

  describe("the app's own place", () => {
    it('draws its Home, tells the app of it, and has the conversation in the other tab', async () => {
      const stage = await setStage(browser, {
        app: (app, heard) => {
          app.event('app_home_opened', async ({ client, event }) => {
            heard.push(`opened by ${event.user}`)
            const blocks = [
              { type: 'header' as const, text: plain('My day') },
              {
                type: 'actions' as const,
                elements: [{ type: 'button' as const, action_id: 'find', text: plain('Find people') }],
              },
            ]
            await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
          })
          app.action('find', async ({ ack, body, client }) => {
            await ack()
            await client.chat.postMessage({ channel: body.user.id, text: 'Whom do you look for?' })
          })
        },
      })
      const page = await stage.open(ANA)
      await page.getByRole('link', { name: /Medallist/ }).click()
      await page.getByRole('heading', { name: 'My day' }).waitFor()
      expect(stage.heard).toEqual(['opened by U00ANA'])
      await page.getByRole('button', { name: 'Find people' }).click()
      await page.getByRole('link', { name: 'Medallist APP unread' }).waitFor()
      await page.getByRole('tab', { name: 'Messages' }).click()
      await page.getByText('Whom do you look for?').waitFor()
      await page.getByRole('link', { name: 'Medallist APP', exact: true }).waitFor()
    })
  })

  describe('the mailbox', () => {
    it('shows what the app sent as message, text, headers and source, and answers as the candidate', async () => {
      const stage = await setStage(browser)
      const page = await stage.open(ANA, { at: 'mail' })
      await page.getByText('No mail yet').waitFor()
      await send(stage.mailbox, {
        ...toAna,
        html: `${toAna.html}<script>document.body.textContent='owned'</script><img src="https://elsewhere.example/pixel.gif" onerror="parent.owned=1">`,
      })
      await page.getByRole('button', { name: /To Ana Souza.*A Senior SRE role opened again/ }).click()
      const message = page.frameLocator('iframe')
      const link = message.getByRole('link', { name: 'the role' })
      await link.waitFor()
      expect(await link.getAttribute('target')).toBe('_blank')
      expect(await message.locator('body').textContent()).toContain('Hello Ana')
      await page.getByRole('tab', { name: 'Plain text' }).click()
      await page.getByRole('tabpanel').getByText('the role we spoke about is open again.').waitFor()
      await page.getByRole('tab', { name: 'Headers' }).click()
      await page.getByRole('rowheader', { name: 'Message-ID' }).waitFor()
      await page.getByRole('tab', { name: 'Source' }).click()
      await page.getByRole('tabpanel').getByText('Return-Path: <rita@northwind.example>').waitFor()
      await page.getByLabel(/Reply as candidate/).fill('Yes, gladly.')
      await page.getByRole('button', { name: 'Send reply' }).click()
      await page.getByRole('button', { name: /Ana Souza.*Reply Re: A Senior SRE/ }).waitFor()
      expect(stage.mailbox.replies()).toHaveLength(1)
      expect(stage.trouble).toEqual([])
    })
  })
})
