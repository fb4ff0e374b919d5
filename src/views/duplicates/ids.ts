import { asId, type CandidateId } from '../../domain/shared/ids.ts'

export const DUPLICATES_PAGE = 'duplicates_page'
export const DUPLICATE_COMPARE = 'duplicate_compare'
export const DUPLICATE_DISMISS = 'duplicate_dismiss'

/** What a button about a pair carries. */
export const pairValue = (one: CandidateId, other: CandidateId): string => `${one}:${other}`

export function readPairValue(value: string): { readonly oneId: string; readonly otherId: string } {
  const [oneId = '', otherId = ''] = value.split(':')
  return { oneId: asId(oneId) ?? '', otherId: asId(otherId) ?? '' }
}
