import { expect, it } from 'vitest'
import { DEFAULT_WORKSPACE_SETTINGS } from '../../src/domain/settings/workspace-settings.ts'
import { at, type Day, dayIn } from '../../src/domain/shared/time.ts'
import type { Job } from '../../src/jobs/job.ts'
import { makeScheduler } from '../../src/jobs/scheduler.ts'
import { listJobs } from '../../src/usecases/jobs-run/list-jobs.ts'
import { onQuickDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

onQuickDatabase('the week of a digest', (db) => {
  it('is told once though another weekday is chosen after it came, and each week after it has its own', async () => {
    const world = await outreachWorld(db())
    const { digest } = DEFAULT_WORKSPACE_SETTINGS
    const posted: Day[] = []
    const job: Job = {
      name: 'digest',
      run: async ({ day }) => {
        posted.push(day)
        return { kind: 'done', report: {} }
      },
    }
    const scheduler = makeScheduler({
      contexts: { ...world.contexts, workspaces: async () => [world.workspace] },
      jobs: [job],
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      leaseSeconds: 60,
      everyMinute: () => async () => undefined,
    })
    const choose = (weekday: number) =>
      world.run((tx) => tx.settings.set('digest.weekday', weekday, undefined, world.now()))
    const on = async (day: string) => {
      world.pass(at(day as Day, digest.at + 1, world.workspace.zone) - world.now())
      await scheduler.tick()
    }
    await on('2026-03-09')
    expect(posted).toEqual(['2026-03-09'])
    await choose(5)
    const lines = await listJobs(await world.as('UADA'), {})
    const next = lines.ok ? lines.value.find((line) => line.job === 'digest')?.next : undefined
    expect(next === undefined ? undefined : dayIn(next, world.workspace.zone)).toBe('2026-03-20')
    await on('2026-03-13')
    expect(posted).toEqual(['2026-03-09'])
    await on('2026-03-20')
    await choose(1)
    await on('2026-03-23')
    await on('2026-03-30')
    expect(posted).toEqual(['2026-03-09', '2026-03-20', '2026-03-23', '2026-03-30'])
  })
})
