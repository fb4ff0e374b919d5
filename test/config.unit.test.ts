import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const problemsOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env)
  return 'problems' in read ? read.problems.map(({ variable }) => variable) : []
}
const configOf = (env: NodeJS.ProcessEnv) => {
  const read = readConfig(env)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.config
}

describe('the configuration', () => {
  it('is the local workspace when nothing is set', () => {
    expect(configOf({})).toMatchObject({ slack: { mode: 'local' }, port: 3000, dataDir: './data', logLevel: 'warn' })
  })
  it('counts empty variables as absent, as an .env file has them', () => {
    expect(configOf({ SLACK_BOT_TOKEN: '', DATABASE_URL: '  ', PORT: '' })).toMatchObject({
      slack: { mode: 'local' },
      databaseUrl: undefined,
    })
  })
  it('takes a channel by its id, and by its name with the sign or without', () => {
    const named = { MEDALLIST_TRIAGE_CHANNEL: 'hiring-private', MEDALLIST_NUDGE_CHANNEL: '#nudges' }
    expect(configOf({ ...named, MEDALLIST_DIGEST_CHANNEL: 'C0DIGEST1' })).toMatchObject({
      triageChannel: '#hiring-private',
      nudgeChannel: '#nudges',
      digestChannel: 'C0DIGEST1',
    })
    expect(configOf({}).triageChannel).toBe('#recruiting-triage')
  })
  it('names what is set and means nothing yet', () => {
    const later = { IMAP_URL: 'imaps://mail.example', GREENHOUSE_API_KEY: 'k', PORT: '3001' }
    expect(configOf(later).notYet).toEqual(['IMAP_URL', 'GREENHOUSE_API_KEY'])
    expect(configOf({ IMAP_URL: '' }).notYet).toEqual([])
  })
  it('reads a log level however it is written', () => {
    expect(configOf({ LOG_LEVEL: 'INFO' }).logLevel).toBe('info')
  })
  it('connects by Socket Mode with both tokens, and by HTTP with a signing secret', () => {
    expect(configOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack.mode).toBe('socket')
    expect(configOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack.mode).toBe('http')
  })
  it('lets workspaces install it by themselves with the four variables of that, with a token beside them or without', () => {
    const four = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 's',
      SLACK_STATE_SECRET: 't',
      SLACK_SIGNING_SECRET: 'u',
    }
    const oauth = { clientId: '1.2', clientSecret: 's', stateSecret: 't' }
    expect(configOf(four).slack).toMatchObject({ mode: 'http', botToken: undefined, signingSecret: 'u', oauth })
    expect(configOf({ ...four, SLACK_BOT_TOKEN: 'xoxb-1' }).slack).toMatchObject({ botToken: 'xoxb-1', oauth })
    for (const variable of Object.keys(four)) expect(problemsOf({ ...four, [variable]: '' })).toEqual([variable])
    expect(problemsOf({ ...four, SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_APP_TOKEN'])
  })
  it('lists everything that production misses at once', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).sort()).toEqual([
      'APP_SECRET',
      'PUBLIC_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ])
  })
  it('never starts the local workspace in production', () => {
    const complete = { NODE_ENV: 'production', APP_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://m.example' }
    expect(problemsOf(complete)).toContain('SLACK_BOT_TOKEN')
    expect(configOf({ ...complete, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack.mode).toBe('socket')
  })
  it('takes half a set of Slack variables for a mistake', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN'])
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_BOT_TOKEN'])
  })
  it.each([
    ['PORT', 'seven'],
    ['PORT', '99999'],
    ['DATABASE_URL', 'mysql://x'],
    ['SMTP_URL', 'mail.example'],
    ['MEDALLIST_QUIET_HOURS', '25-99'],
    ['MEDALLIST_UNDO_SECONDS', '-1'],
    ['TZ_DEFAULT', 'Mars/Olympus'],
    ['APP_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'nope'],
    ['MAIL_FROM', 'ana@example.com, ben@example.com'],
    ['MAIL_FROM', 'a@b@example.com'],
    ['MEDALLIST_ADMINS', ','],
  ])('refuses %s=%s and names it', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toContain(variable)
  })
  it('takes admins by their Slack ids alone, and names whatever is none', () => {
    const saying = (env: NodeJS.ProcessEnv) => {
      const read = readConfig(env)
      return 'problems' in read ? read.problems.map(({ message }) => message) : read.config.admins
    }
    expect(saying({ MEDALLIST_ADMINS: 'U0PRIYA001, W012AB3CD' })).toEqual(['U0PRIYA001', 'W012AB3CD'])
    expect(saying({})).toBeUndefined()
    expect(saying({ MEDALLIST_ADMINS: '@ada, U0PRIYA001, priya' })).toEqual([
      'must be Slack user ids such as U012AB3CD, not "@ada" or "priya"',
    ])
  })
  it('says from where to where a number may go', () => {
    const read = readConfig({ MEDALLIST_UNDO_SECONDS: '99999999', PORT: '3000.5' })
    expect('problems' in read ? read.problems : []).toEqual([
      { variable: 'PORT', message: 'must be a port number from 0 to 65535' },
      { variable: 'MEDALLIST_UNDO_SECONDS', message: 'must be a whole number of seconds from 0 to 3600' },
    ])
  })
  it('takes a sender with a name or without', () => {
    expect(configOf({ MAIL_FROM: 'Talent team <talent@example.com>' }).mailFrom).toContain('talent@example.com')
    expect(configOf({ MAIL_FROM: 'talent@example.com' }).mailFrom).toBe('talent@example.com')
  })
  it('reports several mistakes together', () => {
    expect(problemsOf({ PORT: 'x', TZ_DEFAULT: 'y', SLACK_BOT_TOKEN: 'z' })).toEqual(
      expect.arrayContaining(['PORT', 'TZ_DEFAULT', 'SLACK_BOT_TOKEN']),
    )
  })
  it('asks for a sender where mail is to leave', () => {
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual(['MAIL_FROM'])
  })

  it('turns the model on with a key or an address, and wants to know what is served at an address of one’s own', () => {
    expect(configOf({})).toMatchObject({ model: undefined })
    expect(configOf({ OPENAI_API_KEY: 'sk-1' }).model).toEqual({
      apiKey: 'sk-1',
      baseUrl: undefined,
      model: 'gpt-4.1-mini',
      embeddingModel: 'text-embedding-3-small',
    })
    expect(configOf({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'qwen3' }).model).toEqual({
      apiKey: undefined,
      baseUrl: 'http://localhost:11434/v1',
      model: 'qwen3',
      embeddingModel: undefined,
    })
    const served = {
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_MODEL: 'qwen3',
      OPENAI_EMBEDDING_MODEL: 'nomic',
    }
    expect(configOf(served).model).toMatchObject({ embeddingModel: 'nomic' })
    expect(problemsOf({ OPENAI_EMBEDDING_MODEL: 'nomic' })).toEqual(['OPENAI_EMBEDDING_MODEL'])
    expect(problemsOf({ OPENAI_BASE_URL: 'http://localhost:11434/v1' })).toEqual(['OPENAI_MODEL'])
    const gateway = { OPENAI_BASE_URL: 'https://models.example/v1', OPENAI_API_KEY: 'sk-1' }
    expect(configOf(gateway).model).toMatchObject({ model: 'gpt-4.1-mini', embeddingModel: undefined })
    expect(problemsOf({ OPENAI_BASE_URL: 'localhost', OPENAI_MODEL: 'qwen3' })).toEqual(['OPENAI_BASE_URL'])
    expect(problemsOf({ OPENAI_MODEL: 'qwen3' })).toEqual(['OPENAI_MODEL'])
  })
})
