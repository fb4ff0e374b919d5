/** `/candidate … catch-up`. What stands in sentences is escaped by the caller. */
import type { CatchUpTopic } from '../../candidate/catch-up.ts'

export const catchUp = {
  title: 'Catch up',
  heading: (who: string, role: string): string => `*Catch up on ${who}* · ${role}`,
  stands: (standing: string, owner: string | undefined): string =>
    `*Stands:* ${standing} · ${owner === undefined ? 'nobody looks after them' : `with ${owner}`}`,
  topics: {
    last_said: 'They said last',
    we_said: 'We wrote last',
    promised: 'Promised',
    wants: 'Wants',
    strength: 'Strong in',
    avoid: 'Keep to yourself',
    lately: 'Lately',
  } as const satisfies Record<CatchUpTopic, string>,
  line: (topic: string, text: string, when: string): string => `*${topic}:* ${text} · ${when}`,
  nextTouch: (day: string): string => `*To be in touch by* ${day}`,
  wants: (text: string): string => `*Would bring them back:* ${text}`,
  avoid: '*Avoid:* they are marked *do not contact*.',
  snoozed: (day: string): string => `*Avoid:* left in peace until ${day}`,
  drafts: (number: number): string =>
    number === 1 ? 'One draft for them waits for somebody.' : `${number} drafts for them wait for somebody.`,
  nothing: 'Nothing was ever said or noted beyond this.',
  entry: 'Entry',
  profile: 'Profile',
  note: 'Each line leads to the entry that it is from.',
  fallback: 'A summary of a person',
  by: (name: string): string => `by ${name}`,
  message: 'The message',
  gone: 'That entry is not there any more: somebody took it back, or the person is gone.',
} as const
