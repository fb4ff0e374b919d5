import type { Locator } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { PATIENT } from '../support/patient.ts'
import { answers, form, nameInput, opened, plain } from './page-forms.ts'
import { everyElement } from './page-gallery.ts'
import { chromiumPath, command, opensOnSilver, stageForFile, titled } from './page-support.ts'
import { ANA, TOM } from './seed.ts'

const setStage = stageForFile()
describe.skipIf(!chromiumPath)(titled('a modal in a browser'), () => {
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
    const stage = await setStage((app, heard) => {
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
    const stage = await setStage(answers(form, { response_action: 'errors', errors: { name: 'Already in the pool' } }))
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
    const stage = await setStage(answers(everyElement, undefined))
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
    // The focus returns.
    await page.getByLabel('Message #recruiting').and(page.locator(':focus')).waitFor()
  })

  it('takes every kind of input', async () => {
    const stage = await setStage((app, heard) => {
      answers(everyElement, undefined)(app, heard)
      app.options('value', async ({ ack, options }) =>
        ack({ options: [{ text: plain(`${options.value} engineer`), value: 'r1' }] }),
      )
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
    const stage = await setStage((app, heard) => {
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
    })
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await command(page, '/silver')
    const modal = opened(page, 'Add someone')
    await modal.getByLabel('Full name').fill('Ana')
    await modal.getByLabel('Full name').press('Enter')
    await vi.waitFor(() => expect(stage.heard).toEqual(['name Ana']), PATIENT)
    await modal.getByRole('combobox', { name: 'Where things stand' }).click()
    await page.getByRole('option', { name: 'untold' }).click()
    await vi.waitFor(() => expect(stage.heard).toEqual(['name Ana', 'stands untold']), PATIENT)
    await modal.waitFor()
  })

  it('shows that it waits, and tells the app when it is closed where the app asked to know', async () => {
    let answer = () => {}
    const stage = await setStage((app, heard) => {
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
    })
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await command(page, '/silver')
    const modal = opened(page, 'Add someone')
    await modal.getByLabel('Full name').fill('Ana')
    await modal.getByRole('button', { name: 'Add', exact: true }).click()
    await modal.locator('button[type=submit][aria-busy=true] .spinner').waitFor()
    await vi.waitFor(() => answer(), PATIENT)
    await modal.getByText('Try again').waitFor()
    await modal.locator('.spinner').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    await vi.waitFor(() => expect(stage.heard).toEqual(['closed']), PATIENT)
  })

  it('stacks, and gives the one below back as it was left', async () => {
    const push = {
      type: 'actions' as const,
      block_id: 'p',
      elements: [{ type: 'button' as const, action_id: 'push', text: plain('Compare') }],
    }
    const stage = await setStage((app) => {
      opensOnSilver({ ...form, blocks: [nameInput, push] })(app)
      app.action('push', async ({ ack, client, body }) => {
        await ack()
        if ('trigger_id' in body)
          await client.views.push({ trigger_id: body.trigger_id, view: { ...form, title: plain('Merge?') } })
      })
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
