import type { Act, ActResult, UserId } from '../contract.ts'

/** Somebody and their way to act: the same door that the page uses. */
export type Performer = { readonly user: UserId; perform(what: Act): Promise<ActResult> }
