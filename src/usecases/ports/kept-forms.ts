import type { Id, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type KeptFormId = Id<'kept_form'>

/** What somebody typed into a form whose next step is another form, so that nothing has to be typed twice. It holds contacts: sealed, and gone after a day. What a merge wrote over is kept in the same way, for longer. */
export type KeptFormStore = {
  /** Also forgets what nobody came back for. */
  keep(id: KeptFormId, by: MemberId, form: unknown, now: Instant, days?: number): Promise<void>
  /** Only to who typed it; parse it anew. */
  get(id: KeptFormId, by: MemberId): Promise<unknown>
  forget(id: KeptFormId): Promise<void>
}
