import { isJson, type Json } from '../json.ts'
import { SlackError } from '../slack-error.ts'

/** The arguments of a call, whether they came as a form (all strings, JSON inside) or as JSON. */
export type Args = {
  readonly raw: Readonly<Json>
  has(name: string): boolean
  /** A string that must be there. */
  need(name: string): string
  text(name: string): string | undefined
  flag(name: string): boolean
  /** A whole number between two bounds. */
  number(name: string, range: { min: number; max: number; otherwise: number }): number
  /** An object or a list, sent as such or as JSON text. */
  json(name: string, code?: string): unknown
  object(name: string): Json
}

/** Reads `raw`; what is missing or malformed is refused with `invalid_arguments` and a JSON pointer. */
export function makeArgs(raw: Readonly<Json>): Args {
  const has = (name: string) => raw[name] !== undefined && raw[name] !== null && raw[name] !== ''
  const text = (name: string) => (has(name) ? String(raw[name]) : undefined)
  const json = (name: string, code = 'invalid_arguments'): unknown => {
    const value = raw[name]
    if (typeof value !== 'string') return value ?? undefined
    try {
      return value === '' ? undefined : JSON.parse(value)
    } catch {
      throw new SlackError(
        code,
        code === 'invalid_arguments' ? [`must be a valid JSON string [json-pointer:/${name}]`] : [],
      )
    }
  }
  return {
    raw,
    has,
    text,
    json,
    need(name) {
      const value = text(name)
      if (value === undefined) throw missing(name)
      return value
    },
    flag: (name) => raw[name] === true || ['true', '1'].includes(String(raw[name])),
    number(name, { min, max, otherwise }) {
      if (!has(name)) return otherwise
      const value = Number(raw[name])
      if (!Number.isInteger(value))
        throw new SlackError('invalid_arguments', [`must be an integer [json-pointer:/${name}]`])
      if (value < min || value > max) throw new SlackError('invalid_limit')
      return value
    },
    object(name) {
      const value = json(name)
      if (value === undefined) throw missing(name)
      if (!isJson(value)) throw new SlackError('invalid_arguments', [`must provide an object [json-pointer:/${name}]`])
      return value
    },
  }
}

const missing = (name: string) => new SlackError('invalid_arguments', [`missing required field: ${name}`])
