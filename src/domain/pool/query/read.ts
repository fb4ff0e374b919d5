/** One value read, or what is wrong with it. */
export type Read<Item> =
  | { readonly item: Item }
  | { readonly suggestion: string | undefined; readonly allowed: readonly string[] }
/** Not understood: the nearest that would be, and everything that would be where that is a short list. */
export const unknown = (suggestion?: string, allowed: readonly string[] = []) => ({ suggestion, allowed })
