/** Between the database's dates and the domain's instants and days. */
import { type Day, type Instant, instant } from '../../domain/shared/time.ts'

export const toInstant = (value: Date): Instant => instant(value)
export const toInstantOrNone = (value: Date | null): Instant | undefined =>
  value === null ? undefined : instant(value)
export const fromInstant = (value: Instant | undefined): Date | null => (value === undefined ? null : new Date(value))
/** A `date` column arrives as midnight UTC. */
export const toDayOrNone = (value: Date | null): Day | undefined =>
  value === null ? undefined : (value.toISOString().slice(0, 10) as Day)
export const fromDay = (value: Day | undefined): Date | null =>
  value === undefined ? null : new Date(`${value}T00:00:00Z`)
