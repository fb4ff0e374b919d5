import { describe, expect, it } from 'vitest'
import { UTC } from '../../../src/domain/shared/time.ts'
import { absentAdmins } from '../../../src/usecases/access/absent-admins.ts'
import type { Directory } from '../../../src/usecases/ports/directory.ts'

const working = (isColleague: boolean) => ({
  slackUserId: 'UADA',
  name: 'Ada',
  email: undefined,
  zone: UTC,
  isSlackAdmin: false,
  isColleague,
})
const slack = (person: Directory['person']): Directory => ({ person, group: async () => 'none' })

describe('the admins whom the environment names', () => {
  it('are absent where Slack knows none of them, or only people who do not work here', async () => {
    expect(
      await absentAdmins(
        slack(async () => undefined),
        ['UADA', 'UBEN'],
      ),
    ).toEqual(['UADA', 'UBEN'])
    expect(
      await absentAdmins(
        slack(async () => working(false)),
        ['UADA'],
      ),
    ).toEqual(['UADA'])
  })
  it('are not where one of them is here, or where none is named', async () => {
    const here = slack(async (id) => (id === 'UBEN' ? working(true) : undefined))
    expect(await absentAdmins(here, ['UADA', 'UBEN'])).toEqual([])
    expect(await absentAdmins(here, undefined)).toEqual([])
  })
  it('are not called absent while Slack cannot be asked', async () => {
    const silent = slack(async () => {
      throw new Error('ratelimited')
    })
    expect(await absentAdmins(silent, ['UADA'])).toEqual([])
  })
})
