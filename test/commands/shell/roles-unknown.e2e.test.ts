// While Slack does not answer who is in a group, a recruiter is not told that they are none.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serverError } from '../../../simulator/faults.ts'
import { instant, MINUTE } from '../../../src/domain/shared/time.ts'
import { openWorld, type World } from '../../support/app.ts'
import { asks, wordsOf } from '../find/finding.ts'

const UNKNOWN = 'Slack can’t say just now who belongs to which group'

describe('while Slack cannot say who is in a group', () => {
  let world: World
  let ahead = 0
  beforeAll(async () => {
    world = await openWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })
  })
  afterAll(() => world.close())
  afterEach(() => world.local.simulator.faults.clear())

  /** What was known of the groups counts no longer, and asking for them fails. */
  const deaf = () => {
    ahead += 6 * MINUTE
    world.local.simulator.faults.add({ method: 'usergroups.list', fault: serverError() })
  }

  it('a recruiter hears that it is not known whether they may, and may again as soon as it is', async () => {
    const { ines } = world.hands
    deaf()
    const refused = wordsOf(await asks(ines, '/pool', 'skill:kubernetes'))
    expect(refused).toContain(UNKNOWN)
    expect(refused).not.toContain('This needs')
    world.local.simulator.faults.clear()
    expect(wordsOf(await asks(ines, '/pool', 'skill:kubernetes'))).toContain('Kubernetes')
  })

  it('an admin, who needs no group, works on, and nobody else hears that they may change settings', async () => {
    deaf()
    expect(wordsOf(await asks(world.hands.priya, '/pool', 'skill:kubernetes'))).toContain('Kubernetes')
    // No group makes an admin.
    expect(wordsOf(await asks(world.hands.ines, '/medallist', 'roles'))).toContain('This needs an admin')
  })

  it('is no fault of ours: the log has a line, and no error', async () => {
    deaf()
    const before = world.complaints.length
    await asks(world.hands.ines, '/candidate', 'Nobody Known')
    const lines = world.complaints.slice(before)
    expect(lines.some((line) => line.includes('Slack could not say who may do this'))).toBe(true)
    expect(lines.some((line) => line.includes('an act failed'))).toBe(false)
  })
})
