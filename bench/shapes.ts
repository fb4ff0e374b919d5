// What is searched for in the benches, and by whom.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { newUuid } from '../src/adapters/system/ids.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { LISBON, NOW, type SearchWorld } from '../test/support/search-world.ts'

/** A query as somebody types it, and statements by hand for its page and its count. */
export type Shape = { readonly name: string; readonly query: string; readonly page: string; readonly count: string }
/** Milliseconds. */
export type Times = { readonly p50: number; readonly p95: number; readonly max: number }

const folder = path.join(import.meta.dirname, 'sql')

export const SHAPES: readonly Shape[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => {
    const [head = '', rest = ''] = readFileSync(path.join(folder, file), 'utf8').split('\n-- page\n')
    const [page = '', count = ''] = rest.split('\n-- count\n')
    return { name: file.replace('.sql', ''), query: head.replace('-- query: ', ''), page, count }
  })

export function recruiterIn({ workspace, ines, transactions, search }: SearchWorld): Ctx {
  const bearer = { workspaceId: workspace.id, actor: ines, correlationId: newUuid(), now: NOW }
  const roles = new Set(['recruiter'] as const)
  return {
    workspace,
    actor: { memberId: ines, slackUserId: 'UINES001', name: 'Inês Duarte', zone: LISBON, roles, unheard: [] },
    now: NOW,
    correlationId: bearer.correlationId,
    idempotencyKey: undefined,
    newId: newUuid,
    uow: transactions.unitOfWork(bearer),
    // Of all services searching needs the search alone.
    services: { search } as unknown as Ctx['services'],
  }
}

export async function timed<Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> {
  const start = performance.now()
  const value = await work()
  return [value, performance.now() - start]
}

export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0 }
}
