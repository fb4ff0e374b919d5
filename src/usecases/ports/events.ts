import type { MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** Ids, codes and amounts only: never text that a person wrote, never an old value. A test holds every writer to it. */
export type EventData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>
export type LogEntry = { readonly stream: string; readonly type: string; readonly data: EventData }
export type LoggedEvent = LogEntry & {
  readonly actor: MemberId | undefined
  readonly at: Instant
}

export type EventLog = {
  /** Appends behind the stream's last version, in this transaction. `stream` is `<kind>:<id>`; `type` is past tense, such as `draft.approved`. */
  append(entry: LogEntry): Promise<void>
  /** Newest first; of these types alone where they are named. */
  read(stream: string, limit: number, types?: readonly string[]): Promise<readonly LoggedEvent[]>
}
