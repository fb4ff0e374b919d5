/** Whether two values say the same, wherever they were kept meanwhile: the order of a list or of fields says nothing, nor does what is not there. */
export const sameValue = (one: unknown, other: unknown): boolean => inOneForm(one) === inOneForm(other)

function inOneForm(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneForm).toSorted().join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const fields = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${fields
    .map(([name, part]) => `${JSON.stringify(name)}:${inOneForm(part)}`)
    .toSorted()
    .join()}}`
}
