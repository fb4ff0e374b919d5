import { describe, expect, it } from 'vitest'
import { weekCsv } from '../../../src/domain/metrics/csv.ts'
import type { PoolNumbers, WeekNumbers } from '../../../src/domain/metrics/numbers.ts'
import type { PoolId } from '../../../src/domain/shared/ids.ts'

/** Every number of a week is another one, so that none can stand in the place of its neighbour. */
function aWeek(from: number): WeekNumbers {
  let last = from
  const next = () => {
    last += 1
    return last
  }
  const rate = () => ({ n: next(), d: next() })
  const median = () => ({ days: next(), n: next() })
  return {
    keptInTouch: rate(),
    overdueWithoutOwner: next(),
    restarted: next(),
    interviews: next(),
    sent: next(),
    replied: next(),
    cohort: { delivered: next(), replied: next(), interested: next() },
    followUp: rate(),
    added: next(),
    flagged: next(),
    notTold: next(),
    repliesWaiting: next(),
    draftsWaiting: next(),
    year: {
      hires: rate(),
      daysToHire: { pools: median(), others: median() },
      daysToFill: { pools: median(), others: { days: undefined, n: 0 } },
      offers: rate(),
      offersOf: { pools: rate(), others: rate() },
      costs: [{ currency: 'GBP', pools: { total: next(), n: next() }, others: { total: next(), n: next() } }],
      funnel: [{ step: 'written', entered: next(), left: next() }],
      unsubscribed: rate(),
      bounced: rate(),
      attention: [],
      sources: [],
    },
    thanks: [],
  }
}

describe('the file of a week’s numbers', () => {
  const pool = { poolId: 'p' as PoolId, name: 'SRE', size: 9, inTouch: 7, fresh: 6, hiredThisYear: 1 }
  const pools: readonly PoolNumbers[] = [
    { ...pool, week: { sent: 5, replied: 4, hired: 3 } },
    { ...pool, name: '@x', fresh: undefined, hiredThisYear: undefined, week: undefined },
    { ...pool, name: '\ttab', week: undefined },
    { ...pool, name: '-1, +1', week: undefined },
  ]
  const now = aWeek(100)
  const csv = weekCsv({ now, before: aWeek(200), pools })

  it('has each number in its line, with the one of the week before', () => {
    expect(csv.split('\r\n').slice(0, 19)).toEqual([
      '\uFEFFnumber,n,d,n last week,d last week',
      'kept in touch,101,102,201,202',
      '"replies, sends of two weeks ago",109,108,209,208',
      '"interested, sends of two weeks ago",110,109,210,209',
      'followed up,111,112,211,212',
      'people written to,106,,206,',
      'people who wrote back,107,,207,',
      'conversations restarted,104,,204,',
      'interviews from the bench,105,,205,',
      'people added,113,,213,',
      'flags,114,,214,',
      '"hires from pools, this year",118,119,218,219',
      '"offers accepted, this year",126,127,226,227',
      '"offers accepted of pools, this year",128,129,228,229',
      '"unsubscribed, this year",138,139,238,239',
      '"bounced, this year",140,141,240,241',
      '"went no further than written, this year",137,136,237,236',
      '',
      'hires this year,n,median days to hire,n,median days to fill',
    ])
  })

  it('has the year and the pools, and nothing where nothing is known', () => {
    expect(csv.split('\r\n').slice(19)).toEqual([
      'pools,121,120,125,124',
      'others,123,122,0,',
      '',
      '"cost of hires this year, minor units",hires of pools,cost,other hires,cost',
      'GBP,133,132,135,134',
      '',
      'pool,people,in touch,fresh,written to,wrote back,hired,hired this year',
      'SRE,9,7,6,5,4,3,1',
      "'@x,9,7,,,,,",
      "'\ttab,9,7,6,,,,1",
      `"'-1, +1",9,7,6,,,,1`,
      '',
    ])
  })

  it('has no step of the last year that it does not know', () => {
    const before = { ...now, year: { ...now.year, funnel: [] } }
    expect(weekCsv({ now, before, pools: [] })).toContain('"went no further than written, this year",137,136,0,0\r\n')
  })
})
