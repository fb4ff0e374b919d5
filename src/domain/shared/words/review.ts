/** The review deck and *Draft for all…*. What stands in sentences is escaped by the caller. */
import { people } from '../counted.ts'

const drafts = (count: number): string => (count === 1 ? '1 draft' : `${count} drafts`)

export const review = {
  open: (count: number): string => `Review ${drafts(count)}`,
  title: 'Review',
  close: 'Close',
  place: (at: number, of: number): string => `*${at} of ${of}*`,
  tally: (approved: number, skipped: number): string =>
    [...(approved === 0 ? [] : [`${approved} approved`]), ...(skipped === 0 ? [] : [`${skipped} skipped`])].join(' · '),
  highlighted: 'In bold: what only they could hear.',
  nothingOwn: ':warning: Nothing in it is only theirs: it could go to anybody. *Edit* it, or *Skip*.',
  alike: (count: number, of: number, percent: number): string =>
    `:busts_in_silhouette: ${count === of ? `These ${count}` : `${count} of these ${of}`} are ${percent} % the same. Whoever knows another of them notices: *Edit* in what only they could hear, or send fewer.`,
  approve: 'Approve & next',
  edit: 'Edit',
  skip: 'Skip',
  openCard: 'Open the draft',
  undo: 'Undo send',
  approved: (who: string, when: string): string => `:white_check_mark: Approved for *${who}*. It leaves ${when}.`,
  skipped: (who: string): string => `Skipped *${who}*; the draft waits on.`,
  saved: 'Your text is saved; this is what you approve now.',
  decidedMeanwhile: 'A draft of this sitting was decided meanwhile, so it is left out.',
  done: '*That is all for this sitting.*',
  doneTally: (approved: number, skipped: number): string => `${approved} approved · ${skipped} skipped`,
  moreWait: (count: number): string =>
    `${count === 1 ? '1 more waits' : `${count} more wait`}. A break does the reading good.`,
  goOn: 'Go on',
  none: 'No draft waits for you. `/outreach draft &lt;person&gt;` writes one.',
  stale: 'This sitting is too old to go on with. Begin again with `/outreach`.',
} as const

export const forAll = {
  button: 'Draft for all…',
  title: 'Draft for all',
  submit: (count: number): string => `Write ${drafts(count)}`,
  close: 'Cancel',
  close0: 'Close',
  will: (count: number): string =>
    `*${people(count)} can get a draft now.* You review them one by one; nothing is sent before you approve it.`,
  nobody: '*Nobody of these can get a draft now.*',
  waiting: (count: number): string =>
    `${people(count)} ${count === 1 ? 'has' : 'have'} a draft of yours waiting already.`,
  cannot: '*Not yet*',
  line: (who: string, why: string): string => `• *${who}*: ${why}`,
  others: (count: number): string => `… and ${count} more.`,
  more: (most: number): string => `A sitting has ${most} drafts at most. Press *Draft for all…* again for the next.`,
  noneWritten: 'No draft was written: what stood in the way changed meanwhile, or they have one already.',
  tooSlow: 'Looking these people up took too long. Narrow the query and try again.',
} as const
