/** The variables, each by itself: what it may be, and what it is where nothing was said. */
import { z } from 'zod'
import { senderIn } from '../adapters/mail/sender.ts'

const text = z.string().trim().min(1).optional()
const url = (...schemes: readonly string[]) =>
  z
    .string()
    .trim()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    })
    .optional()

/** A channel by its id or by its name, with the sign in front or without. */
const channel = (name: string) =>
  z
    .string()
    .trim()
    .min(1)
    .default(name)
    .transform((said) => (/^[CG][A-Z0-9]{2,}$/.test(said) || said.startsWith('#') ? said : `#${said}`))

const whole = (least: number, most: number, what: string) => {
  const error = `must be a ${what} from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

export const idsIn = (list: string): readonly string[] => list.split(/[\s,]+/).filter((id) => id !== '')
const MEMBER_ID = /^[UW][A-Z0-9]{4,}$/
/** A name among the ids would give the role to nobody, and its bearer would never learn why. */
const noMembers = (list: string | undefined): string | undefined => {
  if (list === undefined) return undefined
  const ids = idsIn(list)
  const others = ids.filter((id) => !MEMBER_ID.test(id))
  if (ids.length > 0 && others.length === 0) return undefined
  const said = others.length === 0 ? '' : `, not ${others.map((id) => `"${id.slice(0, 60)}"`).join(' or ')}`
  return `must be Slack user ids such as U012AB3CD${said}`
}

export const Environment = z.object({
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
  PORT: whole(0, 65_535, 'port number').default(3000),
  DATABASE_URL: url('postgres', 'postgresql'),
  MEDALLIST_DATA_DIR: z.string().trim().min(1).default('./data'),
  SMTP_URL: url('smtp', 'smtps').refine(
    (value) => value === undefined || !URL.canParse(value) || new URL(value).hostname !== '',
    {
      error: 'must name a host, such as smtps://user:password@mail.example',
    },
  ),
  MAIL_FROM: text.refine((value) => value === undefined || senderIn(value) !== undefined, {
    error: 'must hold one address, such as "Talent team <talent@example.com>"',
  }),
  INBOUND_MAIL_SECRET: text.refine((value) => value === undefined || value.length >= 16, {
    error: 'must have at least 16 characters; `openssl rand -hex 32` makes one',
  }),
  PUBLIC_URL: url('http', 'https'),
  APP_SECRET: text.refine((value) => value === undefined || value.length >= 32, {
    error: 'must have at least 32 characters; `openssl rand -hex 32` makes one',
  }),
  MEDALLIST_ADMINS: text.refine((list) => noMembers(list) === undefined, {
    error: ({ input }) => noMembers(String(input)),
  }),
  MEDALLIST_RECRUITERS_GROUP: z.string().trim().min(1).default('recruiters'),
  MEDALLIST_HIRING_MANAGERS_GROUP: z.string().trim().min(1).default('hiring-managers'),
  MEDALLIST_TRIAGE_CHANNEL: channel('#recruiting-triage'),
  MEDALLIST_NUDGE_CHANNEL: channel('#recruiting-nudges'),
  MEDALLIST_DIGEST_CHANNEL: channel('#recruiting-metrics'),
  MEDALLIST_UNDO_SECONDS: whole(0, 3_600, 'whole number of seconds').optional(),
  MEDALLIST_QUIET_HOURS: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url('http', 'https'),
  OPENAI_MODEL: text,
  OPENAI_EMBEDDING_MODEL: text,
  LOG_LEVEL: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'must be fatal, error, warn, info, debug, trace or silent',
      }),
    )
    .optional(),
  TZ_DEFAULT: text,
})
export type Values = z.output<typeof Environment>
export type ConfigProblem = { readonly variable: string; readonly message: string }

/** Of things that Medallist cannot do yet; whoever sets one should not believe that it works. */
const NOT_YET = /^(?:IMAP_URL|(?:TWILIO|GREENHOUSE|LEVER|ASHBY|WORKABLE)_\w+)$/
export const notYet = (present: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.keys(present).filter((variable) => NOT_YET.test(variable))
