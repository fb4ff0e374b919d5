import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { registerCommands } from '../src/commands/register.ts'

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as {
  features: {
    slash_commands: { command: string; should_escape: boolean }[]
    shortcuts: { callback_id: string; name: string; type: string }[]
  }
  oauth_config: { scopes: { bot: string[]; bot_optional: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}
const readme = readFileSync('README.md', 'utf8')

/** What the code listens to, heard by an app that only writes it down. */
function registered() {
  const heard = { commands: new Set<string>(), shortcuts: new Set<string>(), events: new Set<string>() }
  const app = {
    command: (name: string) => heard.commands.add(name),
    shortcut: ({ callback_id, type }: { callback_id: string; type: string }) =>
      heard.shortcuts.add(`${type}:${callback_id}`),
    event: (name: string) => heard.events.add(name),
    action: () => undefined,
    view: () => undefined,
    options: () => undefined,
  }
  const nobody = async () => undefined
  registerCommands(app as never, { contexts: { forPerson: nobody }, log: console } as never)
  return heard
}

const schemas = join(process.env.MEDALLIST_SHARED_DATA ?? '../shared/data', 'slack')

describe('manifest.json', () => {
  it('names the commands that the code answers, no more and no less', () => {
    expect(new Set(manifest.features.slash_commands.map(({ command }) => command))).toEqual(registered().commands)
  })
  it('names the shortcuts that the code answers, each of its kind', () => {
    const named = manifest.features.shortcuts.map(
      ({ type, callback_id }) => `${type === 'message' ? 'message_action' : 'shortcut'}:${callback_id}`,
    )
    expect(new Set(named)).toEqual(registered().shortcuts)
  })
  it('subscribes to the events that the code listens for', () => {
    expect(new Set(manifest.settings.event_subscriptions.bot_events)).toEqual(registered().events)
  })
  it('has Slack escape what people type, so that mentions arrive as ids', () => {
    expect(manifest.features.slash_commands.every(({ should_escape }) => should_escape)).toBe(true)
  })
  it('asks for the scopes that the README gives a reason for, and no others', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes
    const table = readme
      .split('\n')
      .filter((line) => /^\| `[a-z]+(:[a-z.]+)*`/.test(line) && line.split('|').length === 4)
    const justified = table.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([a-z:.]+)`/g)].map(([, scope]) => scope),
    )
    expect(new Set(justified)).toEqual(new Set([...bot, ...bot_optional]))
    expect(justified).toHaveLength(bot.length + bot_optional.length)
  })
  it('lists every command and shortcut in the README', () => {
    for (const { command } of manifest.features.slash_commands) expect(readme).toContain(`| \`${command}`)
    for (const { name } of manifest.features.shortcuts) expect(readme).toContain(`**${name}**`)
  })
  it.skipIf(!existsSync(schemas))(
    `is valid by Slack's own schema${existsSync(schemas) ? '' : ' (skipped: no published schema here)'}`,
    () => {
      const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
      addFormats.default(ajv)
      const validate = ajv.compile(
        JSON.parse(readFileSync(join(schemas, 'manifest.schema.2.0.0.json'), 'utf8')) as object,
      )
      expect(validate(manifest), JSON.stringify(validate.errors, null, 1)).toBe(true)
    },
  )
})
