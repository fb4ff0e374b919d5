import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { People } from '../../domain/outreach/fact.ts'
import { prepareNames } from '../../domain/outreach/names.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Of colleagues those whom we met last, of finalists the newest: far more than a team and a job have. */
const MOST_COLLEAGUES = 5_000
const MOST_FINALISTS = 500

/** Whom a text about this person must not name: colleagues on record, and whoever else was considered for the same role. */
export async function peopleAround(
  tx: Tx,
  person: Pick<Candidate, 'id' | 'fullName' | 'consideredRole' | 'jobId'>,
): Promise<People> {
  const [colleagues, finalists] = await Promise.all([
    tx.members.names(MOST_COLLEAGUES),
    tx.candidates.otherFinalists(person, MOST_FINALISTS),
  ])
  return {
    own: person.fullName,
    others: prepareNames([...colleagues.values(), ...finalists]),
    authors: colleagues,
  }
}
