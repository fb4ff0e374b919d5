/** Whom the recruiters of the sample company were reminded of in the last two weeks, and what became of it. */

import { mondayOf } from '../../domain/metrics/weeks.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { addDays, dayIn } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { PastReminder } from '../ports/samples.ts'
import { OTHERS } from './sample-others.ts'
import type { Colleagues } from './sample-person.ts'

/** Days before this week's Monday, the number of the person among the others, and what became of it. */
const REMINDED = [
  [14, 3, 'missed'],
  [14, 14, 'missed'],
  [13, 16, 'snoozed'],
  [13, 25, 'missed'],
  [12, 20, 'acted'],
  [11, 37, 'missed'],
  [10, 32, 'snoozed'],
  [7, 3, 'missed'],
  [7, 4, 'snoozed'],
  [6, 25, 'missed'],
  [6, 11, 'acted'],
  [5, 48, 'snoozed'],
  [4, 14, 'missed'],
  [4, 39, 'acted'],
  [3, 36, 'acted'],
] as const

export function pastReminders(
  { now, workspace }: SystemCtx,
  colleagues: Colleagues,
  idOf: (name: string) => CandidateId | undefined,
): readonly PastReminder[] {
  const monday = mondayOf(dayIn(now, workspace.zone))
  return REMINDED.flatMap(([days, number, state]) => {
    const person = OTHERS[number]
    const candidateId = person && idOf(person.name)
    if (person === undefined || candidateId === undefined) return []
    return [{ memberId: colleagues[person.owner ?? 'ines'], candidateId, day: addDays(monday, -days), state }]
  })
}
