import { expect, it } from 'vitest'
import { handOver as words } from '../../../../src/domain/shared/words/hand-over.ts'

const none = { people: 0, promises: 0, replies: 0, drafts: 0, scheduled: 0, pools: 0 }

it('a leaver’s people are counted before anything happens, and what is none is not mentioned', () => {
  expect(words.has('Ben', { ...none, people: 1 })).toBe('Ben looks after *1 person*.')
  expect(words.has('Ben', { people: 1240, promises: 12, replies: 2, drafts: 3, scheduled: 2, pools: 1 })).toBe(
    'Ben looks after *1,240 people*, with 12 promises of a next touchpoint and 2 replies that wait; and has 3 drafts to approve, 2 approved messages on the way and 1 pool.',
  )
  expect(words.has('Ben', { people: 2, promises: 1, replies: 1, drafts: 1, scheduled: 1, pools: 2 })).toBe(
    'Ben looks after *2 people*, with 1 promise of a next touchpoint and 1 reply that waits; and has 1 draft to approve, 1 approved message on the way and 2 pools.',
  )
})

it('messages that were approved are named, and it is said that they do not leave', () => {
  expect(words.scheduled(['Ana', 'Jonas'], 0)).toBe(
    'Approved and not sent yet: Ana and Jonas. They *do not leave in that name*: each waits as a draft again, until its new owner approves it.',
  )
  expect(words.scheduled(['Ana'], 7)).toMatch(/^Approved and not sent yet: Ana and 7 more\. /)
  expect(words.card.held(['Ana', 'Mei'], 3)).toBe(
    '*Decide about these*: approved by the one who left, stopped, and waiting as drafts: Ana, Mei and 3 more.',
  )
  expect(words.card.held(['Ana'], 0)).toMatch(/drafts: Ana\.$/)
})

it('each colleague’s part is said with what they then have', () => {
  expect(words.gets('<@U1>', 210, 620)).toBe('• <@U1> gets *620*, and then looks after 830 people')
  expect(words.card.got('<@U1>', 620, 0)).toBe('• <@U1>: 620 people')
  expect(words.card.got('<@U1>', 1, 2)).toBe('• <@U1>: 1 person, 2 drafts')
  expect(words.card.running('Ben', 200, 1240)).toMatch(/: 200 of 1,240\. It goes on by itself\.$/)
  expect(words.card.undone('Ben', 1)).toMatch(/: 1 person is with Ben again\. /)
  expect(words.card.undone('Ben', 2)).toMatch(/: 2 people are with Ben again\. /)
  expect(words.received.drafts(1)).toMatch(/^1 draft waits for you: /)
  expect(words.received.drafts(2)).toMatch(/^2 drafts wait for you: /)
})

it('the timeline says from whom to whom', () => {
  expect(words.history('Ben', 'Ines')).toBe('Handed over by Ben; looked after by Ines now')
  expect(words.history('Ben', undefined)).toBe('Handed over by Ben; nobody looks after them now')
})
