import type { ActResult, OpenView, ViewState } from '../contract.ts'
import { isJson, type Json, objectsIn, textOf } from '../json.ts'
import { personView } from '../person-view.ts'
import { initialState, stateKey } from '../views/element-state.ts'
import { elementsIn, labelOf, optionsOf } from '../views/elements.ts'
import type { Workspace } from '../workspace.ts'
import { choiceFor, offered } from './choose.ts'
import type { Performer } from './performer.ts'
import { type Control, fieldsOf, nameOf, pick, pressables, type Which, wordsOf } from './read.ts'

/** A field as its reader sees it. */
type FieldView = {
  readonly type: string
  /** The words in it, or the labels chosen; null when empty. */
  readonly value: string | string[] | null
  readonly options: readonly string[]
  readonly optional: boolean
  readonly error: string | undefined
}

/** Hands on a modal or on the Home tab. */
export type ViewHands = {
  readonly view: OpenView
  readonly title: string
  /** Every word on it, one text a line. */
  words(): string
  /** The labels of all buttons and overflow options. */
  buttons(): string[]
  fields(): Record<string, FieldView>
  /** What stands beside fields as an error, by label. */
  errors(): Record<string, string>
  fill(label: string, text: string): Promise<ActResult>
  /** Chooses by the words on the option, the name of a person or channel, or a date; a list for several. */
  choose(label: string, option: string | readonly string[]): Promise<ActResult>
  /** Puts a file into a file input. */
  attach(label: string, file: { name: string; mimetype: string; content: Buffer }): Promise<ActResult>
  press(label: string, which?: Which): Promise<ActResult>
  submit(): Promise<ActResult>
  close(how?: { clear: boolean }): Promise<ActResult>
}

/** `drafts` holds what was typed and not yet sent, as a browser does. */
export function makeViewHands(
  ws: Workspace,
  performer: Performer,
  viewId: string,
  drafts: Map<string, ViewState>,
): ViewHands {
  const now = (): OpenView => {
    const seen = personView(ws, performer.user)
    const view = [...(seen?.modals ?? []), ...(seen?.home ? [seen.home] : [])].find((v) => v.id === viewId)
    if (!view) throw new Error('that view is not open any more')
    return view
  }
  const typed = (): ViewState => {
    const present = elementsIn(now().blocks)
    const state: ViewState = {}
    for (const { blockId, actionId, element } of present) {
      const value = drafts.get(viewId)?.[blockId]?.[actionId]
      if (isJson(value) && value.type === element.type) state[blockId] = { ...state[blockId], [actionId]: value }
    }
    return state
  }
  const enter = async (control: Control, value: Json): Promise<ActResult> => {
    const { blockId, actionId } = control
    const draft = drafts.get(viewId) ?? {}
    drafts.set(viewId, { ...draft, [blockId]: { ...draft[blockId], [actionId]: value } })
    const tells = !control.input || control.block.dispatch_action === true
    return tells
      ? performer.perform({ kind: 'press', on: { viewId }, blockId, actionId, value, state: typed() })
      : { ok: true }
  }
  const field = (label: string) => pick(fieldsOf(now()), label, 'field', now())
  const stateNow = (c: Control) =>
    (typed()[c.blockId]?.[c.actionId] ?? savedState(now(), c) ?? initialState(c.element)) as Json | undefined
  return {
    get view() {
      return now()
    },
    get title() {
      const view = now()
      return 'title' in view ? textOf(view.title) : ''
    },
    words: () => wordsOf(now()),
    buttons: () => pressables(now()).map((c) => c.label),
    fields: () =>
      Object.fromEntries(
        fieldsOf(now()).map((c): [string, FieldView] => [
          c.label,
          {
            type: String(c.element.type),
            value: shownValue(ws, c, stateNow(c)),
            options: optionsOf(c.element).map((o) => textOf(o.text)),
            optional: c.block.optional === true,
            error: ws.world.screen(performer.user).modalErrors[c.blockId],
          },
        ]),
      ),
    errors() {
      const errors = ws.world.screen(performer.user).modalErrors
      return Object.fromEntries(
        elementsIn(now().blocks).flatMap((e) =>
          errors[e.blockId] === undefined ? [] : [[labelOf(e), String(errors[e.blockId])]],
        ),
      )
    },
    async fill(label, text) {
      const control = field(label)
      const type = String(control.element.type)
      if (stateKey(type) !== 'value')
        throw new Error(`"${label}" on ${nameOf(now())} is a ${type}: choose in it instead of filling it`)
      return enter(control, { type, value: text === '' ? null : text })
    },
    async choose(label, option) {
      const control = field(label)
      const ask = (query: string) =>
        offered(ws, performer.user, { on: { viewId }, blockId: control.blockId, actionId: control.actionId, query })
      return enter(
        control,
        await choiceFor(ws, performer.user, control, typeof option === 'string' ? [option] : option, ask),
      )
    },
    async attach(label, { name, mimetype, content }) {
      const control = field(label)
      const picked = { id: `FLOCAL${name}`, name, mimetype, size: content.length, content: content.toString('base64') }
      return enter(control, { type: 'file_input', files: [...objectsIn(stateNow(control)?.files), picked] })
    },
    async press(label, which) {
      const control = pick(pressables(now()), label, 'button', now(), which)
      const value = control.option
        ? { value: { type: control.element.type, selected_option: control.option, value: control.option.value } }
        : {}
      return performer.perform({
        kind: 'press',
        on: { viewId },
        blockId: control.blockId,
        actionId: control.actionId,
        state: typed(),
        ...value,
      })
    },
    submit: () => performer.perform({ kind: 'submit', viewId, state: typed() }),
    close: (how) => performer.perform({ kind: 'closeModal', viewId, ...how }),
  }
}

const savedState = (view: OpenView, c: Control): unknown =>
  (view as { state?: { values: ViewState } }).state?.values[c.blockId]?.[c.actionId]

function shownValue(ws: Workspace, control: Control, state: Json | undefined): string | string[] | null {
  const key = stateKey(control.element.type)
  const value = key === undefined ? null : state?.[key]
  const { people, channels } = ws.world.state
  const show = (one: unknown): string =>
    isJson(one)
      ? textOf(one.text)
      : (people.get(String(one))?.realName ?? channels.get(String(one))?.name ?? String(one))
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? value.map(show) : show(value)
}
