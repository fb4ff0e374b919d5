// Slack says that a recruiter was deactivated: an admin is offered to hand their people over, and the form opens from there.
import { expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { PEOPLE } from '../../../src/local/workspace-seed.ts'
import { aStrictWorld, BEN } from '../../strict/strict-world.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const strict = aStrictWorld()
const gone = (deleted: boolean, ts: string) => ({
  type: 'user_change',
  user: { id: BEN, team_id: 'T0FERNHOLW', name: 'ben', deleted, profile: { email: PEOPLE.ben.email } },
  event_ts: ts,
})

it('of a deactivated recruiter leads an admin to the hand-over, once', async () => {
  const { as, client, posted, rows, world } = strict()
  const ben = await as(BEN)
  await as(PEOPLE.priya.id)
  const ids = Array.from({ length: 3 }, () => newUuid<'candidate'>())
  await world.app.contexts.forSystem(world.app.workspace).uow.run(async (tx) => {
    for (const id of ids)
      await tx.candidates.insert(aCandidate({ id, ownerId: ben.actor.memberId, createdAt: ben.now }))
  })
  const { priya } = world.hands
  const notices = () => priya.dm().filter((one) => wordsOf(one).includes('Hand over'))
  await client.event(gone(true, '1.1'), 'Ev0LEFT001')
  await client.event(gone(true, '1.1'), 'Ev0LEFT001')
  const notice = await priya.waitFor(() => notices()[0], { what: 'the offer to hand over' })
  expect(wordsOf(notice)).toContain('3 people')
  await posted()
  expect(notices()).toHaveLength(1)
  await priya.press(notice, 'Hand over…')
  const form = await priya.opensModal()
  expect(form.words()).toContain('3')
  const [left] = await rows<{ left: boolean }>(
    `SELECT deactivated_at IS NOT NULL AS left FROM member WHERE slack_user_id = $1`,
    [BEN],
  )
  expect(left).toEqual({ left: true })
})
