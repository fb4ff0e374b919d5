// What the strict suites do again and again, in the words of a recruiter's day.
import { expect } from 'vitest'
import {
  type Control,
  type Seen,
  type State,
  type StrictClient,
  type Submitted,
  stateOf,
  textFields,
  typedInto,
  type View,
  type Where,
} from './client.ts'
import type { Json } from './recorder.ts'

export const OURS = /something went wrong|on our side/i
export const CHANNEL = 'C0TRIAGE01'
/** A place for buttons whose message does not matter. */
export const SOMEWHERE: Where = { channel: CHANNEL, ts: '1700000000.000100', ephemeral: true }

/** What Slack may answer about messages and channels that our client made up. */
export const NOT_THERE = ['channel_not_found', 'message_not_found']

export function modalOf(seen: Seen | undefined, title?: string): View {
  if (seen?.kind !== 'modal') throw new Error(`No modal but ${JSON.stringify(seen).slice(0, 500)}`)
  if (title !== undefined) expect((seen.view.title as Json).text).toBe(title)
  return seen.view
}

export function replyOf(seen: Seen | undefined): string {
  if (seen?.kind !== 'reply') throw new Error(`No reply but ${JSON.stringify(seen).slice(0, 500)}`)
  expect(seen.text).not.toMatch(OURS)
  return seen.text
}

export const labelOf = (view: View, blockId: string): Json | undefined =>
  view.blocks.find((one) => one.block_id === blockId)

/** How many characters a field takes. */
export function roomOf(view: View, blockId: string): number {
  const element = labelOf(view, blockId)?.element as Json | undefined
  return Number(element?.max_length ?? 3_000)
}

export const isMultiline = (view: View, blockId: string): boolean =>
  (labelOf(view, blockId)?.element as Json | undefined)?.multiline === true

/** One text in every field of a modal, as long as a client lets it be. */
export const everywhere = (
  view: View,
  text: { readonly line: string; readonly long: string },
): Record<string, string> =>
  Object.fromEntries(
    textFields(view).map((id) => [id, (isMultiline(view, id) ? text.long : text.line).slice(0, roomOf(view, id))]),
  )

export type Taken = {
  readonly last: Submitted
  readonly refused: Readonly<Record<string, string>>
  readonly rounds: number
}

/**
 * Submits, and where a field is refused puts something harmless there and submits again, until the form is taken. Whatever else was typed
 * must still have its field each time.
 */
export async function submitUntilTaken(
  client: StrictClient,
  user: string,
  first: View,
  {
    typed,
    harmless,
    state = stateOf(first),
  }: { typed: Readonly<Record<string, string>>; harmless: Readonly<Record<string, string>>; state?: State },
): Promise<Taken> {
  let view = first
  let values: State = typedInto(state, typed)
  const refused: Record<string, string> = {}
  for (let rounds = 1; rounds <= 6; rounds += 1) {
    const last = await client.submit(user, view, values)
    if (last.kind === 'closed' || last.kind === 'push') return { last, refused, rounds }
    // What was looked for stands in the place of the form.
    if (last.kind === 'update' && textFields(last.view).length === 0) return { last, refused, rounds }
    if (last.kind !== 'errors') {
      for (const id of Object.keys(values))
        if (labelOf(last.view, id) === undefined) throw new Error(`${id} was typed into and is gone`)
      values = { ...stateOf(last.view), ...values }
      values = ticked(last.view, values)
      view = { ...last.view, id: view.id }
      continue
    }
    for (const [id, why] of Object.entries(last.errors)) {
      expect(why).not.toMatch(OURS)
      if (refused[id] !== undefined) throw new Error(`${id} is refused again: ${why}, before: ${refused[id]}`)
      refused[id] = why
      const instead = harmless[id]
      if (instead === undefined) throw new Error(`${id} refused: ${why}`)
      values = typedInto(values, { [id]: instead === '' ? null : instead })
    }
  }
  throw new Error(`never taken: ${JSON.stringify(refused)}`)
}

/** "Keep these words" where the form asks for it. */
const ticked = (view: View, values: State): State =>
  Object.fromEntries(
    Object.entries(values).map(([block, elements]) => {
      const element = labelOf(view, block)?.element as Json | undefined
      if (element?.type !== 'checkboxes' || block !== 'silver_keep') return [block, elements]
      return [
        block,
        Object.fromEntries(
          Object.entries(elements).map(([id, one]) => [id, { ...one, selected_options: element.options }]),
        ),
      ]
    }),
  )

export const chosen = (state: State, block: string, value: string, text = 'x'): State => ({
  ...state,
  [block]: {
    [Object.keys(state[block] ?? { [block]: 1 })[0] ?? block]: {
      ...Object.values(state[block] ?? {})[0],
      selected_option: { text: { type: 'plain_text', text, emoji: true }, value },
    },
  },
})

export const picked = (state: State, block: string, day: string): State => ({
  ...state,
  [block]: { [block]: { type: 'datepicker', selected_date: day } },
})

export const press = (client: StrictClient, user: string, control: Control, options?: { quiet?: boolean }) =>
  client.press(user, SOMEWHERE, control, options)
