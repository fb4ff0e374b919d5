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
  SLACK_API_URL: url('http', 'https'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  DATABASE_URL: url('postgres', 'postgresql'),
  MEDALLIST_DATA_DIR: z.string().trim().min(1).default('./data'),
  SMTP_URL: url('smtp', 'smtps'),
  MAIL_FROM: text,
  PUBLIC_URL: url('http', 'https'),
  APP_SECRET: text.refine((value) => value === undefined || value.length >= 32, {
    error: 'must have at least 32 characters; `openssl rand -hex 32` makes one',
  }),
  MEDALLIST_ADMINS: text,
  MEDALLIST_RECRUITERS_GROUP: z.string().trim().min(1).default('recruiters'),
  MEDALLIST_HIRING_MANAGERS_GROUP: z.string().trim().min(1).default('hiring-managers'),
  MEDALLIST_TRIAGE_CHANNEL: z.string().trim().min(1).default('#recruiting-triage'),
  MEDALLIST_UNDO_SECONDS: z.coerce.number({ error: 'must be a number of seconds' }).int().min(0).max(3_600).optional(),
  MEDALLIST_QUIET_HOURS: text,
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
      readonly apiUrl: string | undefined
    }
  | {
      readonly mode: 'http'
      readonly botToken: string
      readonly signingSecret: string
      readonly apiUrl: string | undefined
    }

export type Config = {
  readonly production: boolean
  readonly slack: SlackConfig
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  readonly publicUrl: string | undefined
  /** The present secret first, retired ones behind it (comma-separated in APP_SECRET). */
  readonly appSecret: string | undefined
  readonly admins: readonly string[] | undefined
  readonly recruitersGroup: string
  readonly hiringManagersGroup: string
  readonly triageChannel: string
  readonly undoSeconds: number | undefined
  readonly quietHours: QuietHours | undefined
  readonly logLevel: NonNullable<z.output<typeof Environment>['LOG_LEVEL']>
  readonly zone: Zone
}

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
      publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
      appSecret: values.APP_SECRET,
      admins: values.MEDALLIST_ADMINS?.split(/[\s,]+/).filter((id) => id !== ''),
      recruitersGroup: values.MEDALLIST_RECRUITERS_GROUP.replace(/^@/, ''),
      hiringManagersGroup: values.MEDALLIST_HIRING_MANAGERS_GROUP.replace(/^@/, ''),
      triageChannel: values.MEDALLIST_TRIAGE_CHANNEL,
      undoSeconds: values.MEDALLIST_UNDO_SECONDS,
      quietHours: quietHours?.ok ? quietHours.value : undefined,
      // The page is where a person looks in the local workspace; only what is wrong belongs on their terminal.
      logLevel: values.LOG_LEVEL ?? (slack.mode === 'local' ? 'warn' : 'info'),
      zone: zone ?? UTC,
    },
  }
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
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl }
  if (botToken !== undefined && signingSecret !== undefined) return { mode: 'http', botToken, signingSecret, apiUrl }
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
