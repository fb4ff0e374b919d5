import type { PoolQuery } from '../../domain/pool/query/ast.ts'
import { every } from '../../domain/pool/query/tree.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import type { FoundPage } from '../ports/services.ts'
import { readerOf } from './read-query.ts'

/**
 * Places, skills and levels are names too: where nobody called Tom is in the Netherlands, Tom Holland may be meant. Answers what is looked for
 * instead, and whom that finds; undefined where nobody is called so. Further pages belong to a first one that was asked about.
 */
export async function byWholeName(
  ctx: Ctx,
  words: readonly string[],
  { size, at }: { readonly size: number; readonly at?: string | undefined },
): Promise<{ readonly query: PoolQuery; readonly page: FoundPage } | undefined> {
  const nodes = words.map((text) => ({ kind: 'words', text, phrase: true }) as const)
  const query: PoolQuery = { version: 1, where: every(nodes) ?? null, sort: null }
  const page = await ctx.services.search.find(query, readerOf(ctx), { size, at })
  if (at !== undefined) return { query, page }
  const people = await ctx.uow.read((tx) => tx.candidates.getMany(page.ids))
  const wanted = words.flatMap(partsOf)
  const isMeant = people.some(({ fullName }) => wanted.every((part) => partsOf(fullName).includes(part)))
  return isMeant ? { query, page } : undefined
}

const partsOf = (name: string): readonly string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? []
