/** Conditions on the search row's traits, which one index finds, and on the workspace's own fields. */
import type { Years } from '../../../domain/pool/query/ast.ts'
import { type AskedOfField, whatIsAsked } from '../../../domain/pool/query/custom.ts'
import { never } from '../../../domain/shared/result.ts'
import type { References } from './references.ts'
import { containing, piecesOf } from './search-text.ts'
import { all, any, NOBODY, type Sql, sql } from './sql.ts'

/** All the pieces occur. */
export function contains(column: Sql, pieces: readonly string[]): Sql {
  return pieces.length === 0 ? NOBODY : all(pieces.map((piece) => sql`${column} LIKE ${containing(piece)}`))
}

export const hasTrait = (traits: readonly string[]): Sql => sql`s.traits && ${traits}::text[]`

/**
 * A trait for each number of years: fifty at most, each one look into the index. Whoever has years of a skill has the skill; that it is asked
 * for as well tells PostgreSQL how few these are, which it overestimates by far from so many traits.
 */
export function skillYears(skills: readonly string[], { from, to }: Years): Sql {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const traits = skills.flatMap((skill) => years.map((count) => `skill:${skill}=${count}`))
  return all([sql`s.skills && ${skills}::text[]`, hasTrait(traits)])
}

export function customCondition(name: string, said: readonly string[], refs: References): Sql {
  const field = refs.field(name)
  if (field === undefined) return NOBODY
  return any(
    said.map((one) => {
      const asked = whatIsAsked(field, one, refs.reader)
      return asked === undefined ? NOBODY : askedOf(field.id, asked)
    }),
  )
}

/** Who has a value at all is found by the index; whether it is the right one is read off the row. */
function askedOf(id: string, asked: AskedOfField): Sql {
  const isSet = hasTrait([`field:${id}`])
  const value = sql`(s.custom ->> ${id}::text)`
  switch (asked.kind) {
    case 'any':
      return isSet
    case 'none':
      return sql`(${isSet}) IS NOT TRUE`
    case 'choice':
      return hasTrait([`field:${id}=${asked.value}`])
    case 'text':
      return all([isSet, contains(value, piecesOf(asked.text))])
    case 'number': {
      const [above, below] = asked.isOpen ? [sql`>`, sql`<`] : [sql`>=`, sql`<=`]
      const number = sql`${value}::numeric`
      return all([
        isSet,
        ...(asked.from === null ? [] : [sql`${number} ${above} ${String(asked.from)}::numeric`]),
        ...(asked.to === null ? [] : [sql`${number} ${below} ${String(asked.to)}::numeric`]),
      ])
    }
    case 'days': {
      const { from, to } = asked.between
      return all([
        isSet,
        ...(from === null ? [] : [sql`${value} >= ${from}`]),
        ...(to === null ? [] : [sql`${value} <= ${to}`]),
      ])
    }
    default:
      return never(asked)
  }
}
