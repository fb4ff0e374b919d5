/** `/medallist setup`: what is connected, and what to do about the rest. What stands in sentences is escaped by the caller. */
import type { ChannelProblem } from './settings.ts'

const list = (items: readonly string[]): string => items.map((item) => `\`${item}\``).join(', ')

export const setup = {
  title: 'Setting up Medallist',
  heading: '*Setting up Medallist*',
  done: ':white_check_mark:',
  todo: ':black_square_button:',
  optional: ':heavy_minus_sign:',
  ready: 'Everything that is needed is there.',
  remaining: (number: number): string => (number === 1 ? '1 thing is left to do.' : `${number} things are left to do.`),
  slack: 'Slack: every permission is granted',
  scopesMissing: (scopes: readonly string[]): string =>
    `Slack: permissions are missing: ${list(scopes)}. Paste \`manifest.json\` anew at api.slack.com/apps and reinstall the app.`,
  scopesUnknown: 'Slack: its permissions could not be read just now. Ask again in a moment.',
  historyMissing: (scopes: readonly string[]): string =>
    `Without ${list(scopes)} a card whose answer from Slack got lost may be posted twice; it then says so.`,
  places: { triage: 'Flags', nudge: 'The daily nudge', digest: 'The weekly digest' },
  placeFine: (what: string, where: string): string => `${what} → ${where}`,
  placeProblem: (what: string, where: string, why: ChannelProblem): string => `${what} → ${where}: ${PLACE[why]}`,
  publicNudge: (where: string): string =>
    `The daily nudge → ${where}. Everybody can read it, so it names nobody there; the people come by DM.`,
  hiring: (number: number): string => (number === 1 ? 'One hiring channel' : `${number} hiring channels`),
  noHiring:
    'No hiring channels yet. In those that you name in the settings, a :second_place_medal: on a message offers to flag somebody.',
  recruiters: (number: number): string => (number === 1 ? '1 recruiter' : `${number} recruiters`),
  noRecruiters: (group: string): string =>
    `Nobody is a recruiter yet. Make the user group \`@${group}\` in Slack, or type \`/medallist roles add @ana recruiter\`.`,
  mail: (from: string): string => `Mail leaves from ${from}`,
  noMail: 'No outgoing mail, so drafts are for copying. Set `SMTP_URL` and `MAIL_FROM`, then start again.',
  links: (url: string): string => `Links in mails lead to ${url}`,
  noLinks:
    'Links in mails lead to this machine alone. Set `PUBLIC_URL`, so that candidates can unsubscribe, and start again.',
  database: {
    postgresql: 'PostgreSQL keeps everything',
    embedded:
      'The embedded database keeps everything: fine for trying out and small teams. `DATABASE_URL` names a PostgreSQL.',
  },
  model: 'A model phrases drafts; people approve them',
  noModel: 'No model, so templates and rules write the drafts. `OPENAI_API_KEY` brings one in.',
  people: 'There are people on record',
  noPeople: 'Nobody is on record yet. `/silver` adds somebody, or load the sample company to try everything out.',
  pools: (number: number): string => (number === 1 ? '1 pool' : `${number} pools`),
  noPools: 'No pools yet. Name the one or two roles that are hardest to fill, and each gets a pool of its own.',
  acts: { settings: 'Settings', roles: 'Name the hardest roles', sample: 'Load the sample company' },
  rolesForm: {
    title: 'The hardest roles',
    submit: 'Make pools',
    close: 'Cancel',
    why: 'For each of them a pool gathers everybody who was ever considered for it, from now on by itself.',
    first: 'The hardest role to fill',
    second: 'Another one',
    hint: 'Such as Senior SRE',
    needed: 'Please name at least one role.',
  },
  poolsMade: (lines: readonly string[]): string => lines.join('\n'),
  poolMade: (name: string, people: string | undefined): string =>
    `:white_check_mark: The pool *${name}* is there${people === undefined ? '' : `, with ${people}`}. Whoever is considered for it joins by themselves.`,
  poolRefused: (name: string, why: string): string => `:warning: *${name}*: ${why}`,
} as const

const PLACE = {
  public: 'everybody can read that channel, and flags name candidates. Choose a private one in the settings.',
  not_member: 'Medallist is not in it. Type `/invite @Medallist` there.',
  unseen:
    'there is no such channel, or it is private and without Medallist. Make it and type `/invite @Medallist` there, or choose another in the settings.',
  archived: 'it is archived. Choose another in the settings.',
  later: 'Slack did not say whether it is there. Ask again in a moment.',
} as const satisfies Record<ChannelProblem, string>
