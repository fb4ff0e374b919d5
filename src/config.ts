/** The only reader of the environment. Every problem is reported at once, so that nobody has to start six times. */
import { z } from 'zod'
import { parseQuietHours, type QuietHours } from './domain/outreach/quiet-hours.ts'
import { asZone, UTC, type Zone } from './domain/shared/time.ts'

const text = z.string().trim().min(1).optional()
const url = (...schemes: readonly string[]) =>
  z
    .string()
    .trim()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    })
    .optional()

const Environment = z.object({
  NODE_ENV: text,
  SLACK_BOT_TOKEN: text.refine((value) => value === undefined || value.startsWith('xoxb-'), {
    error: 'must be a bot token, which begins with xoxb-',
  }),
  SLACK_APP_TOKEN: text.refine((value) => value === undefined || value.startsWith('xapp-'), {
    error: 'must be an app-level token, which begins with xapp-',
  }),
  SLACK_SIGNING_SECRET: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_API_URL: url('http', 'https'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  DATABASE_URL: url('postgres', 'postgresql'),
  MEDALLIST_DATA_DIR: z.string().trim().min(1).default('./data'),
  SMTP_URL: url('smtp', 'smtps'),
  MAIL_FROM: text,
  INBOUND_MAIL_SECRET: text.refine((value) => value === undefined || value.length >= 16, {
    error: 'must have at least 16 characters; `openssl rand -hex 32` makes one',
  }),
  PUBLIC_URL: url('http', 'https'),
  APP_SECRET: text.refine((value) => value === undefined || value.length >= 32, {
    error: 'must have at least 32 characters; `openssl rand -hex 32` makes one',
  }),
  MEDALLIST_ADMINS: text,
  MEDALLIST_RECRUITERS_GROUP: z.string().trim().min(1).default('recruiters'),
  MEDALLIST_HIRING_MANAGERS_GROUP: z.string().trim().min(1).default('hiring-managers'),
  MEDALLIST_TRIAGE_CHANNEL: z.string().trim().min(1).default('#recruiting-triage'),
  MEDALLIST_NUDGE_CHANNEL: z.string().trim().min(1).default('#recruiting-nudges'),
  MEDALLIST_DIGEST_CHANNEL: z.string().trim().min(1).default('#recruiting-metrics'),
  MEDALLIST_UNDO_SECONDS: z.coerce.number({ error: 'must be a number of seconds' }).int().min(0).max(3_600).optional(),
  MEDALLIST_QUIET_HOURS: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url('http', 'https'),
  OPENAI_MODEL: text,
  OPENAI_EMBEDDING_MODEL: text,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .optional(),
  TZ_DEFAULT: text,
})

export type SlackConfig =
  | { readonly mode: 'local' }
  | {
      readonly mode: 'socket'
      readonly botToken: string
      readonly appToken: string
      /** How long Slack may leave a ping unanswered before the connection counts as lost; five seconds unless said otherwise. */
      readonly pongMs?: number
      readonly apiUrl: string | undefined
    }
  | {
      readonly mode: 'http'
      /** Of one workspace; without it only those are served that install the app by themselves. */
      readonly botToken: string | undefined
      readonly signingSecret: string
      readonly oauth: OAuthConfig | undefined
      readonly apiUrl: string | undefined
    }

/** What lets workspaces install the app at `/slack/install`. */
export type OAuthConfig = { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string }

export type Config = {
  readonly production: boolean
  readonly slack: SlackConfig
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  /** Signs the mails that come back at `/webhooks/inbound`; without it there is no such address. */
  readonly inboundMailSecret: string | undefined
  readonly publicUrl: string | undefined
  /** The present secret first, retired ones behind it (comma-separated in APP_SECRET). */
  readonly appSecret: string | undefined
  readonly admins: readonly string[] | undefined
  readonly recruitersGroup: string
  readonly hiringManagersGroup: string
  readonly triageChannel: string
  readonly nudgeChannel: string
  readonly digestChannel: string
  readonly undoSeconds: number | undefined
  readonly quietHours: QuietHours | undefined
  /** A language model for drafts and for reading what was typed; without it templates and rules do that. */
  readonly model: ModelConfig | undefined
  readonly logLevel: NonNullable<z.output<typeof Environment>['LOG_LEVEL']>
  readonly zone: Zone
}

export type ModelConfig = {
  readonly apiKey: string | undefined
  /** None for OpenAI's own. */
  readonly baseUrl: string | undefined
  readonly model: string
  /** What compares words; none where a server of one's own was named and no such model of it. */
  readonly embeddingModel: string | undefined
}
/** Quick enough for a person who waits four seconds, and good at keeping to a schema. */
const DEFAULT_MODEL = 'gpt-4.1-mini'
const DEFAULT_EMBEDDING_MODEL = 'text-embedding-3-small'

export type ConfigProblem = { readonly variable: string; readonly message: string }

/** Reads settings from `env`; empty variables count as absent, as they do in an `.env` file. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Environment.safeParse(present)
  const problems: ConfigProblem[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message }))
  const values = parsed.success
    ? parsed.data
    : { ...Environment.parse({}), ...(present as Partial<z.output<typeof Environment>>) }
  const production = values.NODE_ENV === 'production'
  const slack = slackConfig(values, production, problems)
  const quietHours =
    values.MEDALLIST_QUIET_HOURS === undefined ? undefined : parseQuietHours(values.MEDALLIST_QUIET_HOURS)
  if (quietHours?.ok === false)
    problems.push({ variable: 'MEDALLIST_QUIET_HOURS', message: 'must look like 20-8 or be off' })
  const zone = values.TZ_DEFAULT === undefined ? UTC : asZone(values.TZ_DEFAULT)
  if (zone === undefined)
    problems.push({ variable: 'TZ_DEFAULT', message: 'must be an IANA time zone such as Europe/Lisbon' })
  if (production && values.APP_SECRET === undefined)
    problems.push({ variable: 'APP_SECRET', message: 'is required in production; `openssl rand -hex 32` makes one' })
  if (production && values.PUBLIC_URL === undefined)
    problems.push({ variable: 'PUBLIC_URL', message: 'is required in production: mails link to it for unsubscribing' })
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined)
    problems.push({ variable: 'MAIL_FROM', message: 'is required with SMTP_URL: the address that mails come from' })
  const model = modelConfig(values, problems)
  if (problems.length > 0) return { problems }
  return {
    config: {
      production,
      slack,
      port: values.PORT,
      databaseUrl: values.DATABASE_URL,
      dataDir: values.MEDALLIST_DATA_DIR,
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM,
      inboundMailSecret: values.INBOUND_MAIL_SECRET,
      publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
      appSecret: values.APP_SECRET,
      admins: values.MEDALLIST_ADMINS?.split(/[\s,]+/).filter((id) => id !== ''),
      recruitersGroup: values.MEDALLIST_RECRUITERS_GROUP.replace(/^@/, ''),
      hiringManagersGroup: values.MEDALLIST_HIRING_MANAGERS_GROUP.replace(/^@/, ''),
      triageChannel: values.MEDALLIST_TRIAGE_CHANNEL,
      nudgeChannel: values.MEDALLIST_NUDGE_CHANNEL,
      digestChannel: values.MEDALLIST_DIGEST_CHANNEL,
      undoSeconds: values.MEDALLIST_UNDO_SECONDS,
      quietHours: quietHours?.ok ? quietHours.value : undefined,
      model,
      // The page is where a person looks in the local workspace; only what is wrong belongs on their terminal.
      logLevel: values.LOG_LEVEL ?? (slack.mode === 'local' ? 'warn' : 'info'),
      zone: zone ?? UTC,
    },
  }
}

/** A key or an address turns the model on; a server of one's own may ask for no key, and then somebody has to name what it serves. */
function modelConfig(values: z.output<typeof Environment>, problems: ConfigProblem[]): ModelConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = values
  const { OPENAI_EMBEDDING_MODEL: named } = values
  if (apiKey === undefined && baseUrl === undefined) {
    const alone = { OPENAI_MODEL: model, OPENAI_EMBEDDING_MODEL: named }
    for (const [variable, value] of Object.entries(alone))
      if (value !== undefined) problems.push({ variable, message: 'needs OPENAI_API_KEY, OPENAI_BASE_URL or both' })
    return undefined
  }
  if (baseUrl !== undefined && model === undefined)
    problems.push({
      variable: 'OPENAI_MODEL',
      message: 'is required with OPENAI_BASE_URL: the model that is served there',
    })
  const embeddingModel = named ?? (baseUrl === undefined ? DEFAULT_EMBEDDING_MODEL : undefined)
  return { apiKey, baseUrl, model: model ?? DEFAULT_MODEL, embeddingModel }
}

/** Half a set of Slack variables is a mistake, not a wish for the local workspace. */
function slackConfig(
  values: z.output<typeof Environment>,
  production: boolean,
  problems: ConfigProblem[],
): SlackConfig {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = values
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values
  if (clientId !== undefined || clientSecret !== undefined || stateSecret !== undefined) {
    problems.push(...oauthProblems(values))
    return {
      mode: 'http',
      botToken,
      apiUrl,
      signingSecret: signingSecret ?? '',
      oauth: { clientId: clientId ?? '', clientSecret: clientSecret ?? '', stateSecret: stateSecret ?? '' },
    }
  }
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl }
  if (botToken !== undefined && signingSecret !== undefined)
    return { mode: 'http', botToken, signingSecret, apiUrl, oauth: undefined }
  const some = botToken !== undefined || appToken !== undefined || signingSecret !== undefined || apiUrl !== undefined
  if (!some && !production) return { mode: 'local' }
  const why = production ? 'is required in production' : 'is missing while other Slack variables are set'
  if (botToken === undefined) problems.push({ variable: 'SLACK_BOT_TOKEN', message: why })
  if (appToken === undefined && signingSecret === undefined) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      message: `${why} (Socket Mode); or set SLACK_SIGNING_SECRET for HTTP`,
    })
  }
  return { mode: 'local' }
}

/** All four belong together, and requests must be able to say which workspace they are from: by HTTP. */
function oauthProblems(values: z.output<typeof Environment>): readonly ConfigProblem[] {
  const needed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET'] as const
  const missing = needed.filter((variable) => values[variable] === undefined)
  const problems: ConfigProblem[] = missing.map((variable) => ({
    variable,
    message: `is missing: installing at /slack/install needs ${needed.join(', ')}`,
  }))
  if (values.SLACK_APP_TOKEN !== undefined) {
    const message =
      'is for Socket Mode, which serves one workspace: leave it out, or the four variables of /slack/install'
    problems.push({ variable: 'SLACK_APP_TOKEN', message })
  }
  return problems
}
