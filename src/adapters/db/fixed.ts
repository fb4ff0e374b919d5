/** A statement whose text is the same each time. */
export type Fixed = { readonly text: string; readonly values: readonly unknown[] }

const texts = new WeakMap<TemplateStringsArray, string>()

/**
 * What acts say and ask again and again. Its text is put together once, where Kysely builds and prints a tree for every
 * act; names are those of the database. Whatever stands in braces is a value, never a piece of SQL.
 */
export function fixed(strings: TemplateStringsArray, ...values: readonly unknown[]): Fixed {
  let text = texts.get(strings)
  if (text === undefined) {
    text = strings.reduce((said, piece, index) => `${said}$${index}${piece}`)
    texts.set(strings, text)
  }
  return { text, values }
}
