/**
 * Whether two records may be one person, where no contact tells: by the names, with company and place as evidence. It never decides, it
 * suggests; a person looks at both. Nothing here is remembered of anybody: the reasons are told anew from the records themselves.
 */
import { companyKey } from '../consent/do-not-contact.ts'
import { canonicalPlace, placePath } from '../pool/places.ts'
import { fold } from '../shared/text.ts'
import { alignNames, type NameReason } from './align-names.ts'

export type PersonRecord = {
  readonly name: string
  readonly company?: string | undefined
  readonly place?: string | undefined
}
export type Reason = NameReason | { readonly kind: 'same_company' | 'other_company' | 'same_place' | 'other_place' }
export type Likelihood = { readonly score: number; readonly reasons: readonly Reason[] }

/** From here on two records are shown to a person. */
export const WORTH_ASKING = 0.65

export function samePerson(one: PersonRecord, other: PersonRecord): Likelihood {
  const name = alignNames(one.name, other.name)
  if (name.strength === 0) return { score: 0, reasons: [] }
  const company = compare(one.company, other.company, companyKey)
  const place = compare(one.place, other.place, placeKey, within)
  const evidence =
    (company === 'same' ? 0.2 : company === 'other' ? -0.08 : 0) +
    (place === 'same' ? 0.12 : place === 'other' ? -0.17 : 0) -
    // In another town, where the employer or the name does not speak for them either.
    (place === 'other' && (company === 'other' || name.common) ? 0.1 : 0)
  const score = 0.8 * name.strength - (name.common ? 0.2 : 0) + evidence
  return {
    score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100,
    reasons: [
      ...name.reasons,
      ...(name.common ? [{ kind: 'common_name' } as const] : []),
      ...(company === 'unknown' ? [] : [{ kind: `${company}_company` } as const]),
      ...(place === 'unknown' ? [] : [{ kind: `${place}_place` } as const]),
    ],
  }
}

type Evidence = 'same' | 'other' | 'unknown'

function compare(
  one: string | undefined,
  other: string | undefined,
  key: (text: string) => string,
  related: (one: string, other: string) => boolean = () => false,
): Evidence {
  if (one === undefined || other === undefined) return 'unknown'
  const [a, b] = [key(one), key(other)]
  if (a === '' || b === '') return 'unknown'
  if (a === b) return 'same'
  return related(a, b) ? 'unknown' : 'other'
}

const placeKey = (text: string): string => canonicalPlace(text) ?? fold(text)

/** Portugal says nothing against Lisbon. */
const within = (one: string, other: string): boolean => placePath(one).includes(other) || placePath(other).includes(one)
