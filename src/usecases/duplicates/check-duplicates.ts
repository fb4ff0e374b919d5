import { nameKeys } from '../../domain/candidate/name-keys.ts'
import { type PersonRecord, samePerson, WORTH_ASKING } from '../../domain/candidate/same-person.ts'
import type { SystemCtx } from '../context.ts'
import { type ComparedPerson, pairOf, type Suggestion } from '../ports/duplicates.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** In one transaction: with the embedded database everybody waits for its connection. */
const AT_ONCE = 10

export const recordOf = ({ fullName, company, location }: Omit<ComparedPerson, 'id'>): PersonRecord => ({
  name: fullName,
  company,
  place: location,
})

/** Compares those whose name, company or place is new with those filed under the same keys, at most `limit`. Answers how many, and whether more wait. */
export async function checkDuplicates(
  { uow, now }: Pick<SystemCtx, 'uow' | 'now'>,
  limit: number,
): Promise<{ readonly checked: number; readonly more: boolean }> {
  let checked = 0
  while (checked < limit) {
    const size = Math.min(AT_ONCE, limit - checked)
    const done = await uow.run(async (tx) => {
      const due = await tx.duplicates.due(size)
      const people = await tx.duplicates.records(due)
      for (const person of people) await compareOne(tx, person, now)
      // Who was merged away or erased meanwhile is nobody's double.
      for (const id of due) if (!people.some((person) => person.id === id)) await tx.duplicates.file(id, [])
      return due.length
    })
    checked += done
    if (done < size) return { checked, more: false }
  }
  return { checked, more: true }
}

async function compareOne(tx: Tx, person: ComparedPerson, now: SystemCtx['now']): Promise<void> {
  const record = recordOf(person)
  const keys = nameKeys(record)
  await tx.duplicates.file(person.id, keys)
  const others = await tx.duplicates.records(await tx.duplicates.alike(person.id, keys))
  const suggestions = others.flatMap((other): Suggestion[] => {
    const { score, reasons } = samePerson(record, recordOf(other))
    if (score < WORTH_ASKING) return []
    return [
      {
        ...pairOf(person.id, other.id),
        score: Math.round(score * 100),
        reasons: [...new Set(reasons.map(({ kind }) => kind))],
      },
    ]
  })
  await tx.duplicates.suggest(person.id, suggestions, now)
}
