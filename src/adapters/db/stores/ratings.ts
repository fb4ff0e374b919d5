import type { Selectable } from 'kysely'
import { asScore, type Rating, type Ratings } from '../../../domain/candidate/rating.ts'
import type { CandidateId, MemberId } from '../../../domain/shared/ids.ts'
import type { RatingStore } from '../../../usecases/ports/ratings.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

function toRating(row: Selectable<Tables['rating']>): Rating | undefined {
  const score = asScore(String(row.score))
  return score && { score, evidence: row.evidence, by: row.authorId as MemberId, at: toInstant(row.at) }
}

export function makeRatingStore({ db, workspaceId, newId, now }: Scope): RatingStore {
  const newestOfMany = async (ids: readonly CandidateId[]): Promise<ReadonlyMap<CandidateId, Ratings>> => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom('rating')
      .selectAll()
      .distinctOn(['candidateId', 'kind'])
      .where('workspaceId', '=', workspaceId)
      .where('candidateId', 'in', [...ids])
      .where('supersededAt', 'is', null)
      .orderBy('candidateId')
      .orderBy('kind')
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const ratingsOf = (theirs: typeof rows): Ratings => {
      const of = (kind: string) => theirs.filter((row) => row.kind === kind).map(toRating)[0]
      return { skill: of('skill'), values: of('values') }
    }
    const byPerson = Map.groupBy(rows, (row) => row.candidateId as CandidateId)
    return new Map([...byPerson].map(([id, theirs]) => [id, ratingsOf(theirs)]))
  }
  return {
    newestOfMany,
    newest: async (id) => (await newestOfMany([id])).get(id) ?? { skill: undefined, values: undefined },
    async set(id, kind, rating) {
      await db
        .updateTable('rating')
        .set({ supersededAt: new Date(now) })
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', id)
        .where('kind', '=', kind)
        .where('supersededAt', 'is', null)
        .execute()
      if (rating === undefined) return
      const { score, evidence, by, at } = rating
      await db
        .insertInto('rating')
        .values({
          workspaceId,
          id: newId<'rating'>(),
          candidateId: id,
          kind,
          score,
          evidence,
          authorId: by,
          at: new Date(at),
        })
        .execute()
    },
  }
}
