/** What the configuration makes of the outside: mail, Slack's transport, and the defaults that use cases go by. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { makeOpenAiEmbedder } from '../adapters/ai/openai-embedder.ts'
import { makeOpenAiModel } from '../adapters/ai/openai-model.ts'
import { readMail } from '../adapters/mail/mime.ts'
import { senderOf } from '../adapters/mail/sender.ts'
import { makeSmtpMailer } from '../adapters/mail/smtp-mailer.ts'
import type { SlackLinkOptions } from '../adapters/slack/bolt.ts'
import type { Installing } from '../adapters/slack/installer.ts'
import { makeTemplates } from '../adapters/templates/make-templates.ts'
import type { SlackConfig } from '../config/slack.ts'
import type { Config } from '../config.ts'
import type { Mailer, ReadMail } from '../usecases/ports/mail.ts'
import type { Services, Wake } from '../usecases/ports/services.ts'

/** A Slack that is there already; the local one is started by whoever starts us. */
export type ConnectedSlack = Exclude<SlackConfig, { mode: 'local' }>

/** Everything but the search, which belongs to one workspace, and what lasts as long as the process does. */
export const sharedServices = (
  config: Config,
  canMail: boolean,
  wake: Wake,
): Omit<Services, 'search' | 'metrics' | 'afterwards' | 'clock' | 'files' | 'outbox' | 'resumes'> => ({
  model: config.model === undefined ? undefined : makeOpenAiModel(config.model),
  embedder: embedderOf(config),
  templates: makeTemplates(),
  readMail: readerOf(config),
  wake,
  places: {
    triageChannel: config.triageChannel,
    nudgeChannel: config.nudgeChannel,
    digestChannel: config.digestChannel,
    recruitersGroup: config.recruitersGroup,
    admins: config.admins,
  },
  defaults: {
    outreach: outreachDefaults(config),
    mailDomain: domainOf(config.mailFrom),
    mailAddress: addressOf(config.mailFrom),
    canMail,
    mailFrom: config.mailFrom,
    database: config.databaseUrl === undefined ? 'embedded' : 'postgresql',
    publicUrl: config.publicUrl,
    scopes: manifestScopes(),
  },
})

function embedderOf({ model }: Config): Services['embedder'] {
  if (model?.embeddingModel === undefined) return undefined
  const { apiKey, baseUrl, embeddingModel } = model
  return makeOpenAiEmbedder({ apiKey, baseUrl, model: embeddingModel })
}

/** The permissions that the app was made with. */
function manifestScopes(): NonNullable<Services['defaults']['scopes']> {
  const text = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')
  const { bot, bot_optional: optional } = Manifest.parse(JSON.parse(text)).oauth_config.scopes
  return { needed: bot.filter((scope) => !optional.includes(scope)), optional }
}
const Manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }) }),
})

const outreachDefaults = ({ undoSeconds, quietHours }: Config): Services['defaults']['outreach'] => ({
  ...(undoSeconds === undefined ? {} : { holdSeconds: undoSeconds }),
  ...(quietHours === undefined ? {} : { quietHours }),
})

/** Where no sender is set up no mail leaves, and a preview names whose it would be. */
function readerOf({ mailFrom }: Config): ReadMail {
  const sender = mailFrom === undefined ? '' : senderOf(mailFrom)
  return (letter) => readMail(letter, sender)
}

/** `Talent <People@example.com>` → `people@example.com` */
const addressOf = (mailFrom: string | undefined): string | undefined =>
  mailFrom === undefined ? undefined : senderOf(mailFrom).toLowerCase()

const domainOf = (mailFrom: string | undefined): string => addressOf(mailFrom)?.split('@').at(-1) ?? 'medallist.invalid'

export const mailerOf = ({ smtpUrl, mailFrom }: Config): Mailer | undefined =>
  smtpUrl === undefined || mailFrom === undefined ? undefined : makeSmtpMailer({ url: smtpUrl, from: mailFrom })

export const transportOf = (
  slack: ConnectedSlack,
  installing: Installing | undefined,
): SlackLinkOptions['transport'] =>
  slack.mode === 'socket'
    ? { mode: 'socket', appToken: slack.appToken, pongMs: slack.pongMs }
    : { mode: 'http', signingSecret: slack.signingSecret, installing }

/** Where a `response_url` may point besides Slack's own host. */
export const apiOriginOf = ({ apiUrl }: ConnectedSlack): string | undefined =>
  apiUrl === undefined ? undefined : new URL(apiUrl).origin
