import type { QueryContext } from '../../../../src/domain/pool/query/filters.ts'
import { asZone, instant, UTC } from '../../../../src/domain/shared/time.ts'

/** A recruiter in London asks on 22 November 2026. */
export const asking = (context: Partial<QueryContext> = {}): QueryContext => ({
  now: instant('2026-11-22T10:00:00Z'),
  zone: asZone('Europe/London') ?? UTC,
  me: 'ines',
  ...context,
})
