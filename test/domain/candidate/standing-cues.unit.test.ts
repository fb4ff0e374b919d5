import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../src/domain/candidate/standing-cues.ts'

describe('where things stand', () => {
  it.each([
    ['not told yet', 'not_told', undefined, undefined],
    ['nobody informed her', 'not_told', undefined, undefined],
    ['still to be told', 'not_told', undefined, undefined],
    ['untold', 'not_told', undefined, undefined],
    ['told her no on 3 March', 'told_no', '3 March', undefined],
    ['rejected in  march', 'told_no', 'march', undefined],
    ['we said no back in 2025', 'told_no', '2025', undefined],
    ['got our no yesterday', 'told_no', 'yesterday', undefined],
    ['heard the bad news', 'told_no', undefined, undefined],
    ['told no, on hold', undefined, undefined, undefined],
    ['currently in process with us', 'interviewing', undefined, undefined],
    ['mid-process', 'interviewing', undefined, undefined],
    ['withdrew her application over pay', 'withdrew', undefined, 'pay'],
    ['dropped out', 'withdrew', undefined, undefined],
    ['they declined our offer because of relocation', 'declined_offer', undefined, 'relocation'],
    ['rejected our offer', 'declined_offer', undefined, undefined],
    ['rejected the offer over pay', 'declined_offer', undefined, 'pay'],
    ['declined our offer in March', 'declined_offer', 'March', undefined],
    ['declined our offer in March over pay', 'declined_offer', 'March', 'pay'],
    ['declined our offer over pay last week', 'declined_offer', 'last week', 'pay'],
    ['withdrew on the 3rd of May 2025', 'withdrew', '3rd of May 2025', undefined],
    ['withdrew 3 weeks ago', 'withdrew', '3 weeks ago', undefined],
    ['withdrew on salary', 'withdrew', undefined, 'salary'],
    ['told no last week', 'told_no', 'last week', undefined],
    ['told no on Monday', 'told_no', 'Monday', undefined],
    ['hired two months ago', 'hired', 'two months ago', undefined],
    ['said no to the offer', 'declined_offer', undefined, undefined],
    ['hired by us in May', 'hired', 'May', undefined],
    ['got hired', 'hired', undefined, undefined],
    ['hired a plumber', undefined, undefined, undefined],
  ] as const)('%s', (clause, standing, when, cause) =>
    expect(standingOf(clause)).toEqual(standing === undefined ? undefined : { standing, when, cause }),
  )
})

describe('what denies something without saying where things stand', () => {
  it.each([
    "doesn't know Kubernetes yet",
    "doesn't yet know enough Kubernetes",
    "doesn't know it",
    "don't know yet",
    'has not told her employer yet',
    'has not told them yet',
    'not told her rate',
    'never told us she was leaving',
    'she told them no',
    'told no one yet',
    'never heard of Terraform',
    'not sure she knows Go',
    "hasn't heard back from Google yet",
    'nobody in the room knows',
    'not informed about the move',
    'we withdrew over pay',
    'said no',
  ])('%s', (clause) => expect(standingOf(clause)).toBeUndefined())

  it.each([
    'not yet told',
    'never told',
    'was never told',
    'has not been told yet',
    "hasn't yet been informed",
    'not told the outcome yet',
    "hasn't been told no yet",
    'is yet to be told',
    'has yet to hear from us',
    "hasn't heard",
    "hasn't heard back from us yet",
    'not heard our decision',
    "doesn't know yet",
    'she does not yet know',
    "they don't know the outcome",
    "we haven't told her yet",
    'we did not tell him the outcome',
    'nobody has told them',
    'we have yet to tell her',
    'still need to tell her',
  ])('but not told: %s', (clause) => expect(standingOf(clause)?.standing).toBe('not_told'))
})

describe('what other companies did, and what somebody rejected', () => {
  it.each([
    'rejected by Google last year',
    'rejected last year by google',
    'rejected after the onsite at Meta',
    'got a no from Meta',
    'rejected two other offers',
    'rejected Google for us',
    'rejected a rival offer',
    'hired last year by Stripe',
    'hired in 2022 at Meta',
    'hired two engineers a year ago',
  ])('says nothing of where things stand with us: %s', (clause) => expect(standingOf(clause)).toBeUndefined())

  it.each([
    ['rejected', 'told_no', undefined],
    ['rejected by us in March', 'told_no', 'March'],
    ['was rejected by the panel yesterday', 'told_no', 'by the panel yesterday'],
    ['rejected by a hair', 'told_no', 'by a hair'],
    ['rejected over pay', 'told_no', 'over pay'],
    ['rejected after the onsite', 'told_no', 'after the onsite'],
    ['rejected at the final stage', 'told_no', 'final stage'],
    ['told no by phone yesterday', 'told_no', 'by phone yesterday'],
    ['told no by Ben', 'told_no', 'by Ben'],
    ['got a no from us', 'told_no', 'from us'],
    ['told her no on 12 Feb', 'told_no', '12 Feb'],
    ['we told her no on 12 Feb', 'told_no', '12 Feb'],
    ["we've told them no", 'told_no', undefined],
    ['I told him the outcome on Monday', 'told_no', 'Monday'],
    ['but we said no', 'told_no', undefined],
    ['we rejected her in March', 'told_no', 'March'],
    ['hired last year', 'hired', 'last year'],
    ['hired here about 3 weeks ago', 'hired', 'about 3 weeks ago'],
    ['hired internally in May', 'hired', 'May'],
    ['hired into the platform team', 'hired', 'into the platform team'],
  ] as const)('stands as before: %s', (clause, standing, when) =>
    expect(standingOf(clause)).toEqual({ standing, when, cause: undefined }),
  )

  it('hears our counter-offer as an offer', () =>
    expect(standingOf('rejected our counter-offer over pay')).toEqual({
      standing: 'declined_offer',
      when: undefined,
      cause: 'pay',
    }))
})
