/** `/medallist sample-data load|remove`: the sample company in a workspace of one's own, to try everything out. */
import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { beginSample, fillSample, forgetSample, samplePools, sampleProgress } from './fill-sample.ts'
import { COLLEAGUES, type Colleagues } from './sample-person.ts'

export type LoadSampleRefusal =
  /** There are people already, and sample people among them would be a nuisance. */
  { readonly kind: 'people_there' } | { readonly kind: 'loaded_already' }

/** Begins the sample company: jobs and pools now, the people by `fillSampleData`. One that was cut off is taken up again. */
export const loadSampleData = defineUseCase({
  name: 'load-sample-data',
  permission: 'settings.change',
  input: z.object({}),
  run: (ctx): Promise<Result<{ readonly begun: true }, LoadSampleRefusal>> =>
    ctx.uow.once<{ readonly begun: true }, LoadSampleRefusal>(ctx.idempotencyKey, 'load-sample-data', async (tx) => {
      const before = await sampleProgress(tx)
      if (before?.done === true) return refuse({ kind: 'loaded_already' })
      if (before !== undefined) return ok({ begun: true })
      if (await tx.samples.hasPeople()) return refuse({ kind: 'people_there' })
      await beginSample(ctx, tx, allOf(ctx))
      await tx.events.append({ stream: `workspace:${ctx.workspace.id}`, type: 'sample_data.loaded', data: {} })
      return ok({ begun: true })
    }),
})

/** Everybody of the company is whoever loads it. */
const allOf = ({ actor }: Ctx): Colleagues =>
  Object.fromEntries(COLLEAGUES.map((name) => [name, actor.memberId])) as Colleagues

/** Brings the people; as long as it takes, in short transactions. Answers how many there are now. */
export async function fillSampleData(ctx: Ctx): Promise<number> {
  const begun = await ctx.uow.run((tx) => sampleProgress(tx))
  return begun === undefined ? 0 : (await fillSample(ctx, begun)).people.length
}

export type SampleRemoved = {
  readonly removed: number
  /** Somebody did something about these, so they stay. */
  readonly kept: readonly { readonly fullName: string }[]
  readonly jobsKept: number
  readonly poolsKept: number
}
export type RemoveSampleRefusal = { readonly kind: 'none_loaded' }

/** Takes the sample people away, except those about whom somebody did something: what a person wrote is not ours to throw away. */
export const removeSampleData = defineUseCase({
  name: 'remove-sample-data',
  permission: 'settings.change',
  input: z.object({}),
  run: async (ctx): Promise<Result<SampleRemoved, RemoveSampleRefusal>> => {
    const done = await ctx.uow.run(async (tx): Promise<Result<SampleRemoved, RemoveSampleRefusal>> => {
      const sample = await sampleProgress(tx)
      if (sample === undefined) return refuse({ kind: 'none_loaded' })
      const mixed = new Set(await tx.samples.actedOn(sample.people, sample.at))
      const gone = sample.people.filter((id) => !mixed.has(id))
      await tx.samples.removePeople(gone)
      const jobsKept = await tx.samples.removeJobs(sample.jobs)
      const poolsKept = await tx.samples.removePools(samplePools(sample))
      const kept = await tx.candidates.getMany([...mixed])
      await forgetSample(tx)
      await tx.posts.redraw(gone, ctx.now)
      await tx.events.append({
        stream: `workspace:${ctx.workspace.id}`,
        type: 'sample_data.removed',
        data: { removed: gone.length, kept: mixed.size },
      })
      return ok({ removed: gone.length, kept: kept.map(({ fullName }) => ({ fullName })), jobsKept, poolsKept })
    })
    if (done.ok) ctx.services.wake.posts()
    return done
  },
})
