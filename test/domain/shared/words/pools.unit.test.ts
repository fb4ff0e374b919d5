import { describe, expect, it } from 'vitest'
import { type Capacity, capacityOf } from '../../../../src/domain/pool/capacity.ts'
import type { Day } from '../../../../src/domain/shared/time.ts'
import { problems } from '../../../../src/domain/shared/words/find.ts'
import {
  capacity,
  editPool,
  listsModal,
  mergePool,
  messagesInWords,
  poolPage,
  poolRefusals,
  sharePoolWords,
  unworked,
} from '../../../../src/domain/shared/words/pools.ts'

const calendar = { today: '2026-10-16' as Day, holidays: [] }
const asked = (people: number, cadenceDays: number, others: Parameters<typeof capacityOf>[1] = []): Capacity =>
  capacityOf({ people, cadenceDays }, others, calendar)

describe('honest arithmetic', () => {
  it('says what a pool asks for in one sentence', () => {
    expect(capacity.sentence(asked(120, 90), false)).toBe('120 people every 90 days ≈ 2 messages a working day')
    expect(capacity.sentence(asked(1, 7), false)).toBe('1 person every 7 days ≈ 1 message every 5 working days')
    expect(capacity.sentence(asked(10_000, 90), true)).toBe(
      '10,000+ people every 90 days ≈ at least 156 messages a working day',
    )
    expect(capacity.inAll('Ben', asked(64, 90, [{ people: 128, cadenceDays: 90 }]))).toBe(
      'With everything else Ben looks after: 3 messages a working day',
    )
  })

  it.each([
    [0, 'no messages'],
    [0.01, '1 message every 100 working days'],
    [0.5, '1 message every 2 working days'],
    [0.7, '1 message a working day'],
    [0.89, '1 message a working day'],
    [1, '1 message a working day'],
    [1.1, '1 message a working day'],
    [1.4, '1.5 messages a working day'],
    [1.875, '2 messages a working day'],
    [2.5, '2.5 messages a working day'],
    [9.7, '9.5 messages a working day'],
    [12.4, '12 messages a working day'],
    [1_234, '1,234 messages a working day'],
  ])('%d a day is %s', (perDay, words) => {
    expect(messagesInWords(perDay)).toBe(words)
  })
})

describe('a pool’s page', () => {
  it('prints each share with its parts, and a dash of nobody', () => {
    expect(poolPage.fresh(9, 24)).toBe('*Fresh* (all three): 9 / 24 (38 %)')
    expect(poolPage.fresh(0, 0)).toBe('*Fresh* (all three): –')
    expect(poolPage.inTouch(1, 1_200, 90)).toBe('In touch within 90 days: 1 / 1,200 (0 %)')
    expect(poolPage.inTouch(1, 2, 1)).toBe('In touch within 1 day: 1 / 2 (50 %)')
    expect(poolPage.permitted(2, 3)).toBe('Permission to contact: 2 / 3 (67 %)')
    expect(poolPage.checked(3, 3)).toBe('Profile looked through within half a year: 3 / 3 (100 %)')
  })

  it('says that there are more than are counted', () => {
    expect(poolPage.size(10_000, true)).toBe('*10,000+ people*')
    expect(poolPage.size(1, false)).toBe('*1 person*')
    expect(poolPage.counted(10_000)).toBe('Of the first 10,000:')
  })
})

describe('what is said of pools', () => {
  it('leaves no hole where something is not known', () => {
    expect(editPool.noPool('Bnch', undefined)).toBe('There is no pool “Bnch”. `/pool` lists them.')
    expect(editPool.noPool('Bnch', 'Bench')).toBe('There is no pool “Bnch”. Did you mean `/pool edit Bench`?')
    expect(problems.archived_pool('Old', 'New', '"New"')).toBe('The pool “Old” is archived: its people went to “New”.')
    expect(problems.archived_pool('Old', undefined, 'Odd')).toBe(
      'The pool “Old” is archived. Did you mean `Odd`? *Archived pools* behind `/pool` brings it back.',
    )
    expect(problems.archived_pool('Old', undefined, undefined)).toBe(
      'The pool “Old” is archived. *Archived pools* behind `/pool` brings it back.',
    )
    expect(poolRefusals.no_such_list(undefined)).toBe('One of these is no list any more. Close this and open it again.')
    expect(poolRefusals.no_such_list('Bench')).toBe('“Bench” is no list any more. Close this and open it again.')
  })

  it('counts who came along, who was given away and who came back', () => {
    expect(mergePool.done('A', 'B', 0)).toBe('*A* went into *B*.')
    expect(mergePool.done('A', 'B', 2)).toBe('*A* went into *B*: 2 people came along.')
    expect(sharePoolWords.undone(1)).toBe('Undone: 1 person is with whoever looked after them before.')
    expect(sharePoolWords.undone(2)).toBe('Undone: 2 people are with whoever looked after them before.')
  })

  it('says once where somebody was put and what they left', () => {
    expect(listsModal.done('Ana', ['*A*', '*B*'], ['*C*'])).toBe('Ana is in *A*, *B* now. Ana left *C*.')
    expect(listsModal.done('Ana', [], [])).toBe('Ana is in these lists already; nothing was changed.')
  })

  it('says from when on somebody who was imported comes up', () => {
    expect(unworked.unworked('2026-10-19' as Day)).toContain('They come up from 19 October 2026.')
    expect(unworked.unworked(undefined)).toContain('once somebody owns them or a pool holds them')
  })
})
