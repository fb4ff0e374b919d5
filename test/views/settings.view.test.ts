import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { DEFAULT_OUTREACH_SETTINGS } from '../../src/domain/outreach/settings.ts'
import { SETTING_SECTIONS } from '../../src/domain/settings/workspace-settings.ts'
import { addDays, type Day, type Zone } from '../../src/domain/shared/time.ts'
import type { SettingsModel } from '../../src/usecases/settings/load-settings.ts'
import type { SetupModel } from '../../src/usecases/settings/load-setup.ts'
import { renderSettings, renderSettingsSaved } from '../../src/views/settings-modal/blocks.ts'
import { renderSettingsForm } from '../../src/views/settings-modal/forms.ts'
import { renderRolesForm, renderSetup, type SlackSeen } from '../../src/views/setup/blocks.ts'

const channels = Array.from({ length: 20 }, (_, n) => `C0HIRING${String(n).padStart(3, '0')}`)
/** As much as the forms take, of what would break out of the markup. */
const biggest: SettingsModel = {
  workspace: {
    channels: { triage: `#${'<&>'.repeat(27)}`, nudge: 'C0NUDGES01', digest: `#${'x'.repeat(79)}` },
    hiringChannels: channels,
    nudgeAt: 1_439,
    digest: { weekday: 7, at: 0 },
    holidays: Array.from({ length: 100 }, (_, n) => addDays('2026-09-01' as Day, n)),
    cadenceDays: 730,
    postalAddress: '<&>'.repeat(100),
    matchLikeness: true,
    modelDailyTokens: 100_000_000,
    goals: { poolHiresPercent: 100, by: '2030-12-31' as Day },
  },
  outreach: { ...DEFAULT_OUTREACH_SETTINGS, holdSeconds: 3_600, recontactDays: 730 },
  embedder: '<!channel>'.repeat(20),
  mailFrom: `"${'<!channel>'.repeat(30)}" <people@example.com>`,
}
const setup: SetupModel = {
  workspace: biggest.workspace,
  mailFrom: biggest.mailFrom,
  publicUrl: `https://${'x'.repeat(300)}.example`,
  database: 'embedded',
  hasModel: false,
  recruiters: 0,
  recruitersGroup: '<!here>'.repeat(20),
  hasPeople: false,
  pools: 0,
}
const worst: SlackSeen = {
  missing: { needed: Array.from({ length: 12 }, (_, n) => `scope:${n}`), history: ['im:history', 'groups:history'] },
  channels: { triage: 'public', nudge: 'unseen', digest: 'archived' },
}
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value)) as never

describe('the settings at their biggest', () => {
  it('are a modal that Slack takes, in which nothing typed is markup', () => {
    expect(() => checkView(asSent(renderSettings(biggest)))).not.toThrow()
    expect(JSON.stringify(renderSettings(biggest))).not.toContain('<!channel>')
  })

  it.each(SETTING_SECTIONS)('have a form for %s that Slack takes', (section) => {
    const form = renderSettingsForm(biggest, section, 'America/Argentina/ComodRivadavia' as Zone)
    expect(() => checkView(asSent(form))).not.toThrow()
  })

  it('say all that was changed, with every warning', () => {
    const changed = [
      'channels.hiring',
      'mail.postalAddress',
      'holidays',
      'goals',
      'outreach.quietHours',
      'something.else',
    ]
    const { blocks } = renderSettingsSaved(biggest, { changed, undoId: 'x'.repeat(36) }, ['a', 'b'])
    expect(() => checkMessageBlocks(asSent(blocks))).not.toThrow()
    expect(JSON.stringify(blocks)).not.toContain('something.else')
  })
})

describe('the setup where everything is missing', () => {
  it('is a message that Slack takes, in which nothing configured is markup', () => {
    const { blocks } = renderSetup(setup, worst)
    expect(() => checkMessageBlocks(asSent(blocks))).not.toThrow()
    expect(JSON.stringify(blocks)).not.toMatch(/<!(?:here|channel)>/)
    expect(() => checkView(asSent(renderRolesForm()))).not.toThrow()
  })

  it('says so where Slack did not tell its permissions', () => {
    const { blocks } = renderSetup(setup, { ...worst, missing: undefined })
    expect(JSON.stringify(blocks)).toContain('its permissions could not be read')
  })

  it('names the permissions that are missing, and is ready where nothing is', () => {
    expect(JSON.stringify(renderSetup(setup, worst).blocks)).toContain('`scope:0`, `scope:1`')
    const fine = { triage: 'fine', nudge: 'public', digest: 'fine' } as const
    const ready = renderSetup(
      { ...setup, hasPeople: true, recruiters: 1, mailFrom: 'a@example.com' },
      { missing: { needed: [], history: [] }, channels: fine },
    )
    expect(ready.text).toContain('Everything that is needed is there.')
    expect(JSON.stringify(ready.blocks)).not.toContain('Load the sample company')
  })
})
