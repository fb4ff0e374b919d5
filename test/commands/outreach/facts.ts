import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { FactKind } from '../../../src/domain/outreach/fact.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, plus } from '../../../src/domain/shared/time.ts'
import type { SystemCtx } from '../../../src/usecases/context.ts'
import type { FactRow } from '../../../src/usecases/ports/candidates.ts'

/** Something on record about somebody, which may be told unless the test says otherwise. */
export function aFact(ctx: SystemCtx, kind: FactKind, text: string, change: Partial<FactRow> = {}): FactRow {
  const at = plus(ctx.now, -DAY)
  return {
    id: newUuid<'fact'>(),
    kind,
    text,
    telling: 'may_be_mentioned',
    authorId: undefined,
    statedAt: at,
    changedAt: at,
    retractedAt: undefined,
    sourceKind: 'note',
    sourceLink: undefined,
    ...change,
  }
}

export const aFactFor = (ctx: SystemCtx, candidate: CandidateId, kind: FactKind, text: string): Promise<void> =>
  ctx.uow.run((tx) => tx.candidates.addFacts(candidate, [aFact(ctx, kind, text)]))
