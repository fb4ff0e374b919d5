/** "My day" and `/medallist help`. What stands in sentences is escaped by the caller. */
import { may, type Permission, type Role } from '../roles.ts'

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en-GB')} ${many}`

export const home = {
  title: 'My day',
  due: '*Due today*',
  noneDue: 'Nothing that you promised is due today.',
  dueRow: (who: string, role: string, promise: string | undefined): string =>
    `*${who}* (${role})${promise === undefined ? '' : `: you promised “${promise}”`}`,
  moreDue: 'More are due; `/medallist nudge` says where your list of the day comes.',
  replies: '*Replies waiting*',
  noReplies: 'No reply waits for you.',
  replyRow: (who: string, when: string, said: string): string => `*${who}* · ${when}\n>${said}`,
  moreReplies: '`/outreach replies` shows them all.',
  quiet: '*Your people going stale*',
  noneQuiet: 'Everybody of yours heard from you in time.',
  quietRow: (who: string, role: string, days: number): string =>
    `*${who}* (${role}) · ${count(days, 'day', 'days')} quiet`,
  moreQuiet: (all: string): string => `${all} in all; \`/pool owner:me sort:stale\` shows them.`,
  orMore: (all: number): string => `${all.toLocaleString('en-GB')} or more`,
  read: 'Read',
  reply: 'Reply',
  draft: 'Draft',
  profile: 'Profile',
  goals: '*Goals*',
  goalsNotCounted: 'The goal could not be counted just now. `/metrics goals` tries again.',
  drafts: '*Drafts to approve*',
  noDrafts:
    'No draft waits for you. `/outreach draft Ana Souza` writes one, and so does *Draft* wherever you meet a person.',
  moreDrafts: (number: number): string => `${count(number, 'more waits', 'more wait')}. \`/outreach\` shows them all.`,
  nearMisses: '*Near-misses*',
  noneWaits: 'Every flag was looked at.',
  waiting: (number: number, channel: string): string =>
    `${count(number, 'flag waits', 'flags wait')} for a recruiter in ${channel}.`,
  pools: '*Pools*',
  noPools: 'No pools yet. `/pool new` saves a search as one.',
  pool: (name: string, size: string, stale: string | undefined): string =>
    [`*${name}*`, size, ...(stale === undefined ? [] : [stale])].join(' · '),
  people: (number: number): string => count(number, 'person', 'people'),
  stale: (number: number): string => `${number.toLocaleString('en-GB')} stale`,
  notCounted: 'not counted just now',
  add: 'Add a silver medallist',
  find: 'Find people',
  settings: 'Settings',
  howToFlag: '*Somebody you would hire another time?*',
  howToFlagText:
    'Open the menu of the message that praises them (the three dots), choose *Flag near-miss*, and say what impressed you. A recruiter takes it from there, and you hear what becomes of it. `/silver` does the same without a message.',
  offers: '*Your medals that wait for a word*',
  yourFlags: '*Your flags*',
  flag: (who: string, role: string, state: string, day: string): string => `*${who}* (${role}), ${day}: ${state}`,
  help: '`/medallist help` lists everything that Medallist can do for you.',
} as const

/** `/medallist roles`. */
export const roles = {
  names: { recruiter: 'Recruiters', hiring_manager: 'Hiring managers' },
  heading: '*Roles given by hand*, beside those that come from Slack’s user groups',
  line: (role: string, people: readonly string[], more: number): string =>
    `• *${role}*  ${people.length === 0 ? 'nobody yet' : people.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
  usage:
    '`/medallist roles add @ana recruiter` gives a role, `/medallist roles remove @ana recruiter` takes it back. Roles are `recruiter` and `hiring_manager`.',
  unknownRole: (word: string, nearest: string | undefined): string =>
    `There is no role “${word}”.${nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`}`,
  whom: 'Name a colleague with @.',
  unknownPerson: 'Slack knows nobody like that here.',
  given: (who: string, role: string): string => `${who} is among the ${role.toLowerCase()} from now on.`,
  taken: (who: string, role: string): string =>
    `${who} is no longer among the ${role.toLowerCase()}, unless by a user group of Slack.`,
} as const

type Line = { readonly needs: Permission; readonly text: string }

const LINES: readonly Line[] = [
  {
    needs: 'candidate.add',
    text: '`/silver`  adds somebody whom you nearly hired; with a text behind it the form comes filled in',
  },
  {
    needs: 'pool.read',
    text: '`/pool`  shows the pools; `/pool senior SRE London` finds people; `/pool help` lists the filters',
  },
  {
    needs: 'candidate.add',
    text: '`/pool import`  takes in a table of people, and so does sending it to me; a résumé that you send me fills in the form; `/pool export skill:go` sends you people as a file',
  },
  {
    needs: 'job.change',
    text: '`/pool job new Senior SRE in London`  opens a job and says whom you know already; `/pool job` lists the open ones',
  },
  {
    needs: 'candidate.read',
    text: '`/candidate &lt;name, e-mail or phone&gt;`  opens a profile with everything that happened; `catch-up` behind it sums up what was said and promised',
  },
  {
    needs: 'draft.write',
    text: '`/outreach`  shows the drafts that wait for you; `/outreach draft &lt;person&gt;` writes one',
  },
  { needs: 'near_miss.flag', text: '`/silver refer`  refers somebody whom you know; you hear what comes of it' },
  { needs: 'near_miss.flag', text: 'The shortcut *Flag near-miss* on a message  remembers the person whom it praises' },
  {
    needs: 'candidate.change',
    text: 'The shortcut *Save as candidate note* on a message  keeps what it says with the person it is about',
  },
  {
    needs: 'candidate.change',
    text: '`/medallist duplicates`  shows who may be recorded twice, side by side, to merge or to leave apart',
  },
  {
    needs: 'candidate.change',
    text: '`/medallist skills`  shows what your team calls skills, teaches a name and takes it back',
  },
  {
    needs: 'candidate.add',
    text: 'The shortcut *Add a silver medallist*  opens the same form as `/silver`, from anywhere',
  },
  {
    needs: 'settings.change',
    text: '`/medallist do-not-contact`  shows the companies whose people nobody approaches, and puts one on the list',
  },
  {
    needs: 'settings.change',
    text: '`/medallist fields`  lists the custom fields of profiles, adds one, or archives one',
  },
  {
    needs: 'candidate.read',
    text: '`/medallist nudge`  says where your daily nudge comes, and moves it to the channel, your messages or nowhere',
  },
  {
    needs: 'settings.change',
    text: '`/medallist setup`  (or `doctor`) shows what is connected and what is left to do; `/medallist sample-data` brings a fictional company to try',
  },
  {
    needs: 'settings.change',
    text: '`/medallist settings`  says where and when Medallist speaks up, and how restrained messages are',
  },
  {
    needs: 'settings.change',
    text: '`/medallist roles`  shows who was given a role by hand, and gives or takes one',
  },
  {
    needs: 'settings.change',
    text: '`/medallist hand-over @ben`  hands all the people of somebody who leaves to colleagues, with counts first and *Undo*',
  },
  {
    needs: 'settings.change',
    text: '`/medallist jobs`  shows what runs by the clock, and runs the nudge or the digest now',
  },
  {
    needs: 'near_miss.flag',
    text: 'The *Home* tab of Medallist  is your day: what waits for you and what became of your flags',
  },
]

export const help = {
  heading: '*What Medallist can do for you*',
  lines: (roles: Iterable<Role>): readonly string[] => {
    const held = [...roles]
    return LINES.filter(({ needs }) => may(held, needs)).map(({ text }) => `• ${text}`)
  },
  promise: 'Nothing reaches a candidate before a person has approved that very text for that very person.',
  unknown: (word: string, nearest: string | undefined): string =>
    `\`/medallist\` does not know “${word}”.${nearest === undefined ? '' : ` Did you mean \`/medallist ${nearest}\`?`} \`/medallist help\` lists everything.`,
} as const

export const notice = { title: 'Medallist', close: 'Close', waiting: 'Just a moment…' } as const
