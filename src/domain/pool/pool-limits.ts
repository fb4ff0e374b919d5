/** What a pool's form takes. A cadence shorter than a week pesters people; one longer than two years is forgetting them. */
export const POOL_NAME_MAX = 80
export const PERSONA_MAX = 500
/** Days. */
export const CADENCE = { least: 7, most: 730, usual: 90 } as const
/** So many are shared at once; more is a second time. */
export const MOST_SHARED = 300
/** Pools on one page of the list; each is counted while somebody waits. */
export const POOLS_A_PAGE = 10
