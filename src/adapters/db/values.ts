/** Between the database's dates and the domain's instants; a day is text in both. */
import { type Instant, instant } from '../../domain/shared/time.ts'

export const toInstant = (value: Date): Instant => instant(value)
export const toInstantOrNone = (value: Date | null): Instant | undefined =>
  value === null ? undefined : instant(value)
export const fromInstant = (value: Instant | undefined): Date | null => (value === undefined ? null : new Date(value))
