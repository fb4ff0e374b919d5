import { describe, expect, it, vi } from 'vitest'
import { PATIENT } from '../support/patient.ts'
import { send, toAna } from './mail-support.ts'
import { form, nameInput, opened, plain } from './page-forms.ts'
import { chromiumPath, command, opensOnSilver, type Stage, stageForFile, titled } from './page-support.ts'
import { ANA, TOM } from './seed.ts'
import { call } from './support.ts'

const setStage = stageForFile()
const post = (stage: Stage, blocks: unknown, text = 'blocks') =>
  call(stage.simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text, blocks })
describe.skipIf(!chromiumPath)(titled('the local workspace in a browser'), () => {
  describe('who one is', () => {
    it('is kept in the address and changes what is seen', async () => {
      const stage = await setStage()
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
      const stage = await setStage()
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await stage.simulator.as(TOM).say('random', 'Anyone?')
      await page.getByRole('link', { name: 'random unread' }).click()
      await page.getByText('Anyone?').waitFor()
      await page.getByRole('link', { name: 'random', exact: true }).waitFor()
    })
  })

  describe('messages', () => {
    it('arrive live, with time, reactions and threads', async () => {
      const stage = await setStage()
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
      const stage = await setStage()
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
      const stage = await setStage()
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

    it('can carry files', async () => {
      const stage = await setStage()
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Attach files' }).click()
      await (await chooser).setFiles([
        { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nAna') },
        { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
      ])
      await page.getByRole('button', { name: 'Remove wrong.txt' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('link', { name: 'Download people.csv' }).waitFor()
      await page.getByRole('list', { name: 'Files to send' }).waitFor({ state: 'detached' })
    })

    it('offer the message shortcuts of the app', async () => {
      const stage = await setStage((app, heard) =>
        app.shortcut('flag_near_miss', async ({ ack, shortcut }) => {
          await ack()
          heard.push(shortcut.type === 'message_action' ? (shortcut.message.text ?? '') : '')
        }),
      )
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await stage.simulator.as(TOM).say('recruiting', 'a near miss')
      const row = page.getByRole('article', { name: /Tom Okoro/ })
      await row.hover()
      await row.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Flag near-miss' }).press('Enter')
      await vi.waitFor(() => expect(stage.heard).toEqual(['a near miss']), PATIENT)
    })
  })

  describe('commands', () => {
    it('are completed while one types', async () => {
      const stage = await setStage(
        opensOnSilver((sent) => ({ ...form, blocks: [{ ...nameInput, hint: plain(`text: ${sent.text}`) }] })),
      )
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
      const stage = await setStage()
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await command(page, '/nonsense')
      await page.getByRole('alert').filter({ hasText: '/nonsense' }).waitFor()
      await vi.waitFor(
        async () => expect(await page.getByLabel('Message #recruiting').inputValue()).toMatch(/^\/nonsense/),
        PATIENT,
      )
    })

    it('have global shortcuts beside them', async () => {
      const stage = await setStage((app) =>
        app.shortcut('add_silver_medallist', async ({ ack, client, shortcut }) => {
          await ack()
          await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
        }),
      )
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      await page.getByRole('button', { name: 'Shortcuts' }).click()
      await page.getByRole('menuitem', { name: 'Add a silver medallist' }).click()
      await opened(page, 'Add someone').waitFor()
    })
  })

  describe('a control in a message', () => {
    it('asks before it does what cannot be undone', async () => {
      const stage = await setStage((app, heard) =>
        app.action('reject', async ({ ack, action }) => {
          await ack()
          heard.push(action.type === 'button' ? (action.value ?? '') : '')
        }),
      )
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
      await vi.waitFor(() => expect(stage.heard).toEqual(['d1']), PATIENT)
    })
  })

  describe('a choice in a message', () => {
    it('of one person is not shown to the next', async () => {
      const stage = await setStage((app) => app.action('snooze', async ({ ack }) => ack()))
      const options = [{ text: plain('1 month'), value: '1' }]
      await post(stage, [
        {
          type: 'actions',
          elements: [{ type: 'static_select', action_id: 'snooze', placeholder: plain('Snooze'), options }],
        },
      ])
      const page = await stage.open(ANA, { at: 'C0RECRUIT' })
      const menu = page.getByRole('combobox', { name: 'Snooze' })
      await menu.click()
      await page.getByRole('option', { name: '1 month' }).click()
      expect(await menu.inputValue()).toBe('1 month')
      await stage.open(TOM, { at: 'C0RECRUIT' })
      expect(await menu.inputValue()).toBe('')
    })
  })

  describe("the app's own place", () => {
    it('draws its Home, tells the app of it, and has the conversation in the other tab', async () => {
      const stage = await setStage((app, heard) => {
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
      const stage = await setStage()
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
