/** A JSON object of unknown content. */
export type Json = Record<string, unknown>

/** Whether a value is an object, and no list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a list; anything else counts as an empty list. */
export const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** The value where it is a text. */
export const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** The text of a text object. */
export const textOf = (value: unknown): string => (isJson(value) ? textOr(value.text, '') : '')

/** Slack counts characters, not UTF-16 halves. */
export const lengthOf = (text: string): number => Array.from(text).length
