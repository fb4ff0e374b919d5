/** A refusal is a value: what went wrong is part of the type, and a `switch` on its `kind` words it. Bugs stay exceptions. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
export const refuse = <Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
})

/** Makes the compiler prove that a `switch` met every case; reaching it at run time is a bug. */
export function never(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`)
}
