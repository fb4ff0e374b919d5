/** JSON as people and programs really write it: a number for a text, one text for a list. What cannot be read so is named, never thrown at. Pure. */

type Json = Readonly<Record<string, unknown>>
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const MOST_ITEMS = 500
const LONGEST = 20_000
/** A text that stands for a list of names, and one that stands for a list of sentences. */
const SPLIT = { names: /\s*[,;|•·\n]\s*/, lines: /\s*[\n•·]\s*/ } as const

type Lenient = {
  readonly text: (value: unknown, where: string) => string | undefined
  readonly texts: (value: unknown, where: string, as?: keyof typeof SPLIT) => readonly string[]
  /** Objects; a bare text becomes one that has it as `name`. */
  readonly things: (value: unknown, where: string, name: string) => readonly Json[]
}

/** Readers that add to `odd` where something stood that is none of what it could be. */
export function lenient(odd: Set<string>): Lenient {
  const text = (value: unknown, where: string): string | undefined => {
    if (value === undefined || value === null) return undefined
    const said = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join('\n') : value
    if (typeof said === 'string') return said.trim().slice(0, LONGEST) || undefined
    if (typeof said === 'number') return String(said)
    odd.add(where)
    return undefined
  }
  const texts = (value: unknown, where: string, as: keyof typeof SPLIT = 'lines'): readonly string[] => {
    if (!Array.isArray(value)) return (text(value, where) ?? '').split(SPLIT[as]).filter((one) => one !== '')
    return (value as unknown[])
      .slice(0, MOST_ITEMS)
      .flatMap((one) => text(isJson(one) ? (one.name ?? one) : one, where) ?? [])
  }
  const things = (value: unknown, where: string, name: string): readonly Json[] => {
    if (isJson(value)) return [value]
    if (!Array.isArray(value)) return texts(value, where, 'names').map((one) => ({ [name]: one }))
    return (value as unknown[]).slice(0, MOST_ITEMS).flatMap((one): readonly Json[] => {
      if (isJson(one)) return [one]
      const said = text(one, where)
      return said === undefined ? [] : [{ [name]: said }]
    })
  }
  return { text, texts, things }
}
