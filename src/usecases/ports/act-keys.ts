import type { Instant } from '../../domain/shared/time.ts'

/** The keys by which a repeated delivery finds the first one's result; `UnitOfWork.once` writes and reads them. */
export type ActKeyStore = {
  /** Forgets the oldest written before that moment, at most so many; says how many. Never waits for another who does the same. */
  forget(before: Instant, limit: number): Promise<number>
}
