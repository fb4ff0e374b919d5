import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { companyKey } from '../../domain/consent/do-not-contact.ts'
import {
  byWarmth,
  isNews,
  OLDEST_NEWS_DAYS,
  WATCH_KINDS,
  WATCH_LASTS,
  type Warmth,
} from '../../domain/nurture/company-watch.ts'
import type { WatchId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { addDays, asDay, dayIn, type Instant } from '../../domain/shared/time.ts'
import { watch as words } from '../../domain/shared/words/watch.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { CompanyWatch } from '../ports/watches.ts'
import { lineInput } from '../text-input.ts'

/** Of a company so many are looked at, and so many shown. */
const LOOKED_AT = 200
const SHOWN = 10
const MOST_RUNNING = 20

export type Watched = { readonly watchId: WatchId }
export type WatchRefusal =
  | { readonly kind: 'no_name' | 'no_such_day' | 'day_too_old' | 'day_ahead' }
  | { readonly kind: 'watched_already'; readonly watch: CompanyWatch }

/** **Watch**: the people of a company surface a few a morning, with what happened as the reason. Nothing is sent by it. */
export const watchCompany = defineUseCase({
  name: 'watch-company',
  permission: 'pool.change',
  input: z.object({
    company: lineInput(150),
    kind: z.enum(WATCH_KINDS, { error: words.chooseKind }),
    day: z.string(),
    link: z.union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: words.badLink }).max(500, { error: words.badLink }),
    ]),
    lasts: z.coerce.number().refine((days) => (WATCH_LASTS as readonly number[]).includes(days), words.chooseLasts),
  }),
  run: (ctx, { company, kind, day: given, link, lasts }): Promise<Result<Watched, WatchRefusal>> =>
    ctx.uow.once<Watched, WatchRefusal>(ctx.idempotencyKey, 'watch-company', async (tx) => {
      const today = dayIn(ctx.now, ctx.workspace.zone)
      const day = asDay(given)
      if (companyKey(company) === '') return refuse({ kind: 'no_name' })
      if (day === undefined) return refuse({ kind: 'no_such_day' })
      if (!isNews(day, addDays(today, -OLDEST_NEWS_DAYS), today))
        return refuse({ kind: day > today ? 'day_ahead' : 'day_too_old' })
      const id = ctx.newId<'watch'>()
      const watch: CompanyWatch = {
        id,
        company,
        kind,
        day,
        link: link === '' ? undefined : link,
        startedBy: ctx.actor.memberId,
        startedAt: ctx.now,
        endsOn: addDays(today, lasts),
        stoppedAt: undefined,
      }
      const inserted = await tx.watches.insert(watch, today)
      if (inserted !== 'inserted') return refuse({ kind: 'watched_already', watch: inserted.running })
      await tx.events.append({ stream: `watch:${id}`, type: 'watch.begun', data: { kind, day, lasts } })
      return ok({ watchId: id })
    }),
})

export type StopRefusal = { readonly kind: 'no_such_watch' | 'over_already' }

/** **Stop**, which also takes back one that was begun by mistake. */
export const stopWatch = defineUseCase({
  name: 'stop-watch',
  permission: 'pool.change',
  input: z.object({ watchId: idInput('watch') }),
  run: (ctx, { watchId }): Promise<Result<{ readonly watchId: WatchId }, StopRefusal>> =>
    ctx.uow.once<{ readonly watchId: WatchId }, StopRefusal>(ctx.idempotencyKey, 'stop-watch', async (tx) => {
      const watch = await tx.watches.lock(watchId)
      if (watch === undefined) return refuse({ kind: 'no_such_watch' })
      if (watch.stoppedAt !== undefined) return refuse({ kind: 'over_already' })
      await tx.watches.stop(watchId, ctx.now)
      await tx.events.append({ stream: `watch:${watchId}`, type: 'watch.stopped', data: {} })
      return ok({ watchId })
    }),
})

/** Which companies are watched now. */
export const listWatches = defineUseCase({
  name: 'list-watches',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<readonly CompanyWatch[], never>> =>
    ctx.uow.read(async (tx) => ok(await tx.watches.running(dayIn(ctx.now, ctx.workspace.zone), MOST_RUNNING))),
})

export type WatchPeople = {
  readonly watch: CompanyWatch
  readonly people: readonly { readonly person: Candidate; readonly reasons: readonly Warmth[] }[]
  /** How many there are beyond those, up to 200. */
  readonly more: number
  readonly now: Instant
}

/** The people of a watched company, the warmest first with the reasons. */
export const readWatch = defineUseCase({
  name: 'read-watch',
  permission: 'pool.read',
  input: z.object({ watchId: idInput('watch') }),
  run: (ctx, { watchId }): Promise<Result<WatchPeople, { readonly kind: 'no_such_watch' }>> =>
    ctx.uow.read(async (tx) => {
      const watch = await tx.watches.get(watchId)
      if (watch === undefined) return refuse({ kind: 'no_such_watch' })
      const people = await tx.candidates.getMany(await tx.watches.peopleOf(watch.company, LOOKED_AT))
      const warm = byWarmth(people, ctx.now)
      return ok({ watch, people: warm.slice(0, SHOWN), more: Math.max(0, warm.length - SHOWN), now: ctx.now })
    }),
})
