/** The order of `/pool match` as a model's likeness of words changes it, where the workspace chose that. */
import type { RoleCriteria } from '../../domain/jobs/criteria.ts'
import { jobWords, roleJobWords } from '../../domain/jobs/job-words.ts'
import { byLikeness, likenessOf, type NotCompared } from '../../domain/jobs/likeness.ts'
import { prepareNames } from '../../domain/outreach/names.ts'
import { fingerprint } from '../../domain/shared/fingerprint.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { askEmbedder } from '../model/ask-embedder.ts'
import { type Embedder, type KeptVector, MOST_TEXTS } from '../ports/embedder.ts'
import type { RunLikeness } from '../ports/match-runs.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import type { Fitting } from './rank-people.ts'

export type Ordered = {
  readonly people: readonly Fitting[]
  /** `undefined` where the workspace did not ask for it. */
  readonly likeness: RunLikeness | undefined
  /** Of each of those who could be compared. */
  readonly of: ReadonlyMap<CandidateId, number>
}

const MOST_NAMES = 5_000
/** A first run over many people may need several calls; nobody waits longer than this for all of them. */
const PATIENCE = 6_000

/** Must not be called inside a unit of work: a network is waited for. */
export async function orderByLikeness(
  ctx: SystemCtx,
  wanted: RoleCriteria,
  people: readonly Fitting[],
): Promise<Ordered> {
  const { embedder, places } = ctx.services
  const byRules: Ordered = { people, likeness: undefined, of: new Map() }
  if (embedder === undefined || people.length < 2) return byRules
  const { matchLikeness } = await ctx.uow.read((tx) => loadWorkspaceSettings(tx, places))
  if (!matchLikeness) return byRules
  const compared = await compare(ctx, embedder, wanted, people)
  if (typeof compared === 'string') return { ...byRules, likeness: { failed: compared } }
  const ordered = byLikeness(
    people.map((one) => ({
      one,
      level: one.level,
      points: one.fit.points,
      likeness: compared.get(one.person.id),
    })),
  )
  return { people: ordered.map(({ one }) => one), likeness: { by: embedder.name }, of: compared }
}

async function compare(
  ctx: SystemCtx,
  embedder: Embedder,
  wanted: RoleCriteria,
  people: readonly Fitting[],
): Promise<ReadonlyMap<CandidateId, number> | NotCompared> {
  const ids = people.map(({ person }) => person.id)
  const { colleagues, kept } = await ctx.uow.read(async (tx) => ({
    colleagues: await tx.members.names(MOST_NAMES),
    kept: await tx.vectors.of(ids, embedder.name),
  }))
  const names = prepareNames([...colleagues.values(), ...people.map(({ person }) => person.fullName)])
  const role = roleJobWords(wanted, names)
  const texts = people
    .map(({ person }) => ({ id: person.id, text: jobWords(person, names) }))
    .filter(({ text }) => text !== '')
  if (role === '' || texts.length === 0) return new Map()
  const known = new Map(kept.map((one) => [one.candidateId, one]))
  const isKept = ({ id, text }: { id: CandidateId; text: string }, length?: number): boolean => {
    const found = known.get(id)
    return found?.fingerprint === fingerprint(text) && (length === undefined || found.vector.length === length)
  }
  const start = performance.now()
  const first = texts.filter((one) => !isKept(one)).slice(0, MOST_TEXTS - 1)
  const asked = await askEmbedder(ctx, embedder, [role, ...first.map(({ text }) => text)])
  if (typeof asked === 'string') return asked
  const [roleVector, ...vectors] = asked
  if (roleVector === undefined) return 'nonsense'
  await keep(first, vectors)
  // A model may answer in another length than it did when the others were kept.
  const rest = texts.filter((one) => !isKept(one, roleVector.length))
  for (let from = 0; from < rest.length; from += MOST_TEXTS) {
    if (performance.now() - start > PATIENCE) return 'slow'
    const some = rest.slice(from, from + MOST_TEXTS)
    const found = await askEmbedder(
      ctx,
      embedder,
      some.map(({ text }) => text),
    )
    if (typeof found === 'string') return found
    if (found.some(({ length }) => length !== roleVector.length)) return 'nonsense'
    await keep(some, found)
  }
  return new Map(
    texts.flatMap(({ id }) => {
      const vector = known.get(id)?.vector
      const likeness = vector === undefined ? undefined : likenessOf(roleVector, vector)
      return likeness === undefined ? [] : [[id, likeness] as const]
    }),
  )

  async function keep(
    of: readonly { readonly id: CandidateId; readonly text: string }[],
    vectors: readonly Float32Array[],
  ): Promise<void> {
    const made = of.flatMap(({ id, text }, at): readonly KeptVector[] => {
      const vector = vectors[at]
      return vector === undefined ? [] : [{ candidateId: id, fingerprint: fingerprint(text), vector }]
    })
    for (const one of made) known.set(one.candidateId, one)
    await ctx.uow.run((tx) => tx.vectors.keep(made, embedder.name, ctx.now))
  }
}
