/** Who must not be written to, and by whose word. What stands in sentences is escaped by the caller. */
import type { BarReason } from '../../consent/bar.ts'

export const doNotContact = {
  title: 'Do not contact',
  submit: 'Do not contact',
  reason: 'Why',
  reasons: {
    asked_not_to: 'They asked us not to',
    agreement: 'An agreement with a client or partner',
    other: 'Another reason',
  } satisfies Record<BarReason, string>,
  note: 'In a few words',
  noteHint: 'Such as “call on 3 March”. Job-related only: they may ask to read this.',
  what: 'Every message to them is refused from now on, those already approved included.',
  liftTitle: 'Allow contact again',
  liftSubmit: 'Allow',
  liftSource: 'Where was that said?',
  liftHint: 'Such as “their mail of 3 March”. Whoever unsubscribed stays unsubscribed.',
  barred: (who: string): string => `Nobody will write to ${who} from now on.`,
  lifted: (who: string): string => `${who} is no longer marked *do not contact*.`,
  undone: 'Undone by whoever marked it',
  undo: 'Undo',
  barredEntry: (reason: string, note: string | undefined): string =>
    `Do not contact: ${reason.toLowerCase()}${note === undefined ? '' : ` (${note})`}`,
  liftedEntry: (source: string): string => `Do not contact was lifted: ${source}`,
} as const

/** `/medallist do-not-contact`: companies whose people must not be approached. */
export const barredCompanies = {
  heading: '*Companies whose people nobody approaches*',
  none: 'No company is on the do-not-contact list.',
  line: (name: string, domain: string | undefined, reason: string | undefined): string =>
    `• *${name}*${domain === undefined ? '' : ` (${domain})`}${reason === undefined ? '' : `: ${reason}`}`,
  more: (most: number): string => `Only the first ${most} are shown.`,
  usage:
    '`/medallist do-not-contact add Acme Ltd acme.com: client until 2027` puts a company on the list, by its name and, where you give them, its mail domain and the reason; `/medallist do-not-contact remove Acme Ltd` takes it off.',
  nameless: 'Say which company.',
  added: (name: string): string => `Nobody will write to people at ${name} from now on.`,
  known: (name: string): string => `${name} is on the list already.`,
  removed: (name: string): string => `${name} is off the list.`,
  unknown: (name: string): string => `${name} is not on the list.`,
  openToAll: (host: string): string =>
    `Anybody may have an address at ${host}, so it does not tell a company. Give the company’s own mail domain, or its name alone.`,
  undo: 'Undo',
} as const
