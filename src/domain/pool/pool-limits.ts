/** What a pool's form takes. A cadence shorter than a week pesters people; one longer than two years is forgetting them. */
export const POOL_NAME_MAX = 80
export const PERSONA_MAX = 500
/** Days. */
export const CADENCE = { least: 7, most: 730, usual: 90 } as const
