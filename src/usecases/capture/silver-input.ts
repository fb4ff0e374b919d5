import { z } from 'zod'
import { SILVER_FIELDS, type SilverEntry, type SilverField } from '../../domain/candidate/silver-form.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { ContactKind } from '../ports/candidates.ts'
import type { NearMissState } from '../ports/near-misses.ts'
import type { SilverProblems, Warned } from './read-silver.ts'

/** More than any field takes, so that what is too long is told on its own field. */
const anyAnswer = z.string().max(40_000).optional()
const answers = Object.fromEntries(SILVER_FIELDS.map((name) => [name, anyAnswer])) as Record<
  SilverField,
  typeof anyAnswer
>

/** The form as it was typed; `readSilver` judges it. */
const SilverEntryInput: z.ZodType<SilverEntry, SilverEntry> = z.object(answers)

export const SilverInput = z.object({
  entry: SilverEntryInput,
  /** The person was warned of private matters in the words and keeps them. */
  keepWords: z.boolean(),
  /** The flag that this completes. */
  nearMissId: idInput('near_miss').optional(),
})

/** A colleague was quicker, or nobody knows of it. */
export type FlagRefusal =
  | { readonly kind: 'flag_gone' }
  | {
      readonly kind: 'flag_decided'
      readonly state: Exclude<NearMissState, 'waiting'>
      /** The name of whoever was quicker. */
      readonly by: string | undefined
    }

export type SilverRefusal =
  | { readonly kind: 'fields'; readonly problems: SilverProblems }
  | { readonly kind: 'warned'; readonly warned: Warned }
  | { readonly kind: 'known'; readonly candidateId: CandidateId; readonly by: ContactKind }
  | FlagRefusal
