/** A piece of SQL and its parameters. Only what this folder's own code wrote is SQL; whatever came from outside is a parameter. */
export type Sql = { readonly text: readonly string[]; readonly values: readonly unknown[] }

/** `sql\`a = ${value}\`` takes values as parameters and other pieces as they are. */
export function sql(strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  const text = [strings[0] ?? '']
  const values: unknown[] = []
  for (const [at, part] of parts.entries()) {
    const after = strings[at + 1] ?? ''
    if (isSql(part)) {
      text[text.length - 1] += part.text[0] ?? ''
      text.push(...part.text.slice(1))
      values.push(...part.values)
      text[text.length - 1] += after
    } else {
      values.push(part)
      text.push(after)
    }
  }
  return { text, values }
}

/** All of the pieces, or any of them, in brackets. */
export function joined(pieces: readonly Sql[], by: 'AND' | 'OR' | ',' | 'UNION ALL'): Sql {
  const [first, ...rest] = pieces
  if (first === undefined) throw new Error('Nothing to join')
  const glue: Sql = { text: [` ${by} `], values: [] }
  return rest.reduce((all, piece) => sql`${all}${glue}${piece}`, first)
}

export const NOBODY = sql`false`
export const EVERYBODY = sql`true`

export const all = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? EVERYBODY : parts.length === 1 ? (parts[0] ?? EVERYBODY) : sql`(${joined(parts, 'AND')})`
export const any = (parts: readonly Sql[]): Sql =>
  parts.length === 0 ? NOBODY : parts.length === 1 ? (parts[0] ?? NOBODY) : sql`(${joined(parts, 'OR')})`

/** As `pg` takes it. */
export function toQuery({ text, values }: Sql): { readonly text: string; readonly values: unknown[] } {
  return { text: text.reduce((all, piece, at) => `${all}$${at}${piece}`), values: [...values] }
}

const isSql = (part: unknown): part is Sql =>
  typeof part === 'object' && part !== null && 'text' in part && 'values' in part && Array.isArray(part.text)
