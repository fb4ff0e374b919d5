/** The only reader of the environment. Every problem is reported at once, so that nobody has to start six times. */
import { type ConfigProblem, Environment, idsIn, notYet, type Values } from './config/environment.ts'
import { type ModelConfig, modelConfig } from './config/model.ts'
import { type SlackConfig, slackConfig } from './config/slack.ts'
import { parseQuietHours, type QuietHours } from './domain/outreach/quiet-hours.ts'
import { asZone, UTC, type Zone } from './domain/shared/time.ts'

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
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>
  readonly zone: Zone
  /** Variables that are set and mean nothing yet. */
  readonly notYet: readonly string[]
}

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
  const values = parsed.success ? parsed.data : { ...Environment.parse({}), ...(present as Partial<Values>) }
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
      admins: values.MEDALLIST_ADMINS === undefined ? undefined : idsIn(values.MEDALLIST_ADMINS),
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
      notYet: notYet(present),
    },
  }
}
