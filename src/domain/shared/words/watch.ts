/** Watching a company: what happened there, and who surfaces. What stands in sentences is escaped by the caller. */
import type { Warmth, WatchKind } from '../../nurture/company-watch.ts'
import { truncate } from '../text.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

export const watch = {
  title: 'Watch a company',
  submit: 'Watch',
  cancel: 'Cancel',
  open: 'Watch a company…',
  labels: {
    company: 'Company',
    kind: 'What happened?',
    day: 'On which day?',
    link: 'Where can that be read?',
    lasts: 'For how long do its people surface?',
  },
  companyHint: 'However it is written: Acme, Acme Ltd. and ACME GmbH are one.',
  linkHint: 'A link to the news, for whoever asks where it is from.',
  pickDay: 'Pick a day',
  kinds: {
    layoff: 'Layoffs',
    merger: 'Merger or takeover',
    office_closing: 'Office closing',
    funding_trouble: 'Funding trouble',
  } as const satisfies Record<WatchKind, string>,
  lasts: { 30: '30 days', 60: '60 days', 90: '90 days' },
  news: {
    layoff: (company: string): string => `${company} announced layoffs`,
    merger: (company: string): string => `${company} is merging`,
    office_closing: (company: string): string => `${company} is closing an office`,
    funding_trouble: (company: string): string => `${company} is in funding trouble`,
  } as const satisfies Record<WatchKind, (company: string) => string>,
  chooseKind: 'Please choose what happened.',
  chooseLasts: 'Please choose for how long.',
  badLink: 'A link begins with https:// and has at most 500 characters.',
  begun: (news: string, when: string, until: string): string =>
    `:eyes: *${news}* on ${when}. Until ${until} two of its people a morning come up in the reminders of whoever looks after them.`,
  promise: 'Nothing is sent by this, and nobody is written to by itself.',
  nobody: 'Nobody of this company is on record.',
  more: (number: number, company: string): string =>
    `and ${number === 200 ? '200 or more' : number} more: \`/pool company:"${company}"\``,
  person: (name: string, role: string, standing: string): string => `*${name}* · ${role} · ${standing}`,
  reasons: {
    tier_a: 'tier A',
    close_second: 'close second',
    declined_offer: 'declined our offer',
    wants: 'said what would bring them back',
    spoke_lately: 'spoken with in the last half year',
  } as const satisfies Record<Warmth, string>,
  noReason: 'on record',
  source: 'The news',
  list: {
    heading: '*Companies that are watched*',
    none: 'No company is watched.',
    line: (news: string, when: string, until: string): string => `*${news}* on ${when} · until ${until}`,
    usage: '`/pool watch Acme` watches one; `/pool watch` shows them.',
  },
  employment: {
    open: 'Record employment…',
    title: 'Record employment',
    submit: 'Record',
    preview: (company: string, count: number, as: string): string =>
      count === 0
        ? `Everybody on record of *${company}* is *${as}* already. Choose otherwise below where that is wrong.`
        : `This marks ${people(count)} of *${company}* as *${as}*. Leave out whom it is not true of.`,
    as: 'They are now',
    choose: 'Please choose how they are employed now.',
    who: 'Who',
    whoHint: 'What is on record of each stands behind the name.',
    person: (name: string, employment: string | undefined): string =>
      truncate(employment === undefined ? name : `${name} · ${employment.toLowerCase()}`, 75),
    more: (more: number, most: number): string =>
      `${people(more)} more of this company are on record: one act marks ${most} at most, so record these first and do it again.`,
    promise: 'Nobody is contacted by this. Each timeline gets a line, and *Undo* takes it back for all of them.',
    marked: (count: number, as: string, left: number): string =>
      `:white_check_mark: *${people(count)}* ${count === 1 ? 'is' : 'are'} marked as *${as}*.${left === 0 ? '' : ` ${people(left)} stayed as they were: they are so already, or are no longer on record there.`}`,
    undone: (count: number, left: number): string =>
      `*Taken back.* ${people(count)} ${count === 1 ? 'is' : 'are'} as before.${left === 0 ? '' : ` ${people(left)} stayed as they are: somebody changed them since.`}`,
  },
  show: 'Show people',
  stop: 'Stop',
  undo: 'Undo',
  stopped: (company: string): string =>
    `${company} is not watched any more; its people come up as everybody does. \`/pool watch ${company}\` begins anew.`,
  refusals: {
    no_name: 'That is no name of a company.',
    no_such_day: 'Please choose a day.',
    day_ahead: 'That day is still to come. Watch the company when it is news.',
    day_too_old: 'That is more than half a year ago, and no news any more.',
    watched_already: (company: string, until: string): string =>
      `${company} is watched already, until ${until}. /pool watch shows it and stops it.`,
    no_such_watch: 'I can’t find that watch any more. `/pool watch` shows those that run.',
    nobody_chosen: 'Please choose at least one person.',
    so_already: 'All of them are so already. Nothing was changed.',
    undone_already: 'That was taken back already, or is more than 30 days ago. Profiles show what is on record now.',
    over_already: 'That was stopped already. Nothing was changed.',
  },
} as const
