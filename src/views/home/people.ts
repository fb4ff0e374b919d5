/** "My day", the people in it: due today, replies waiting, going quiet. */
import type { Button, KnownBlock } from '@slack/types'
import { DAY, type Instant } from '../../domain/shared/time.ts'
import { home as words } from '../../domain/shared/words/home.ts'
import type { HomePeople } from '../../usecases/outreach/home-people.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { moment, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { REPLY_OPEN } from '../reply-card/ids.ts'

type Person = HomePeople['due']['rows'][number]['person']

export const dueToday = ({ due: { rows, more } }: HomePeople): readonly KnownBlock[] => [
  section(words.due),
  ...(rows.length === 0 ? [section(words.noneDue)] : []),
  ...rows.flatMap(({ person, promise }) =>
    row('due', person, words.dueRow(name(person), role(person), quoted(promise)), draft(person)),
  ),
  ...(more ? [small(words.moreDue)] : []),
]

export const repliesWaiting = ({ replies: { rows, more } }: HomePeople): readonly KnownBlock[] => [
  section(words.replies),
  ...(rows.length === 0 ? [section(words.noReplies)] : []),
  ...rows.flatMap(({ person, replyId, text, at }) =>
    row(
      'reply',
      person,
      words.replyRow(name(person), moment(at), safe(flat(text), 200)),
      ...(replyId === undefined ? [] : [button(REPLY_OPEN, words.read, replyId)]),
      draft(person, words.reply),
    ),
  ),
  ...(more ? [small(words.moreReplies)] : []),
]

export const goingQuiet = ({ quiet: { rows, more, all, orMore } }: HomePeople, now: Instant): readonly KnownBlock[] => [
  section(words.quiet),
  ...(rows.length === 0 ? [section(words.noneQuiet)] : []),
  ...rows.flatMap(({ person, since }) =>
    row('quiet', person, words.quietRow(name(person), role(person), Math.floor((now - since) / DAY)), draft(person)),
  ),
  ...(more ? [small(words.moreQuiet(orMore ? words.orMore(all) : all.toLocaleString('en-GB')))] : []),
]

const name = ({ fullName }: Person): string => safe(flat(fullName), 150)
const role = ({ consideredRole }: Person): string => safe(flat(consideredRole), 100)
const quoted = (promise: string | undefined): string | undefined => promise && safe(flat(promise), 200)
const draft = ({ id }: Person, label: string = words.draft): Button => button(DRAFT_FOR_PERSON, label, id)

/** The same person may be due and quiet; a block's id says where they stand. */
const row = (where: string, { id }: Person, text: string, ...acts: readonly Button[]): readonly KnownBlock[] => [
  section(text),
  { type: 'actions', block_id: `home_${where}:${id}`, elements: [...acts, button(OPEN_PERSON, words.profile, id)] },
]
