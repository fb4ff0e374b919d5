import type { ElementState } from '../../../views/element-state.ts'
import { html } from '../html.ts'
import { type Confirmation, useConfirm } from '../parts/confirm.ts'
import { useSurface } from '../surface.ts'
import { Button, FeedbackButtons, IconButton } from './buttons.ts'
import { Choices } from './choices.ts'
import { FileInput } from './file-input.ts'
import { Overflow } from './overflow.ts'
import { Picker } from './picker.ts'
import { Select } from './select.ts'
import { TextInput } from './text-input.ts'

/** An interactive element as the workspace returns it: with its id filled in. */
export type AnyElement = { readonly type: string; readonly action_id: string; readonly [key: string]: unknown }

/** How an element is named and described where it stands. */
export type Naming = {
  readonly id?: string
  readonly label: string
  readonly labelledBy?: string
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
  readonly required?: boolean
}

/** What every element is given: itself, its state, and what to do when a person changes it. */
export type ElementProps = {
  readonly element: AnyElement
  readonly state: ElementState | undefined
  readonly naming: Naming
  /** Keeps the new state; `dispatch` also tells the app. */
  readonly onChange: (state: ElementState, dispatch?: boolean) => void
  /** Tells the app without a new state, such as Enter in a text field that dispatches. */
  readonly onDispatch: (value?: unknown) => Promise<void>
}

type AnyElementProps = {
  readonly element: AnyElement
  readonly blockId: string
  readonly naming: Naming
  readonly dispatches: boolean
}

/** Draws one interactive element and connects it to its surface. */
export function Element({ element, blockId, naming, dispatches }: AnyElementProps) {
  const actionId = element.action_id
  const surface = useSurface()
  const confirm = useConfirm()
  const state = surface.state[blockId]?.[actionId] as ElementState | undefined
  const ask = () => confirm(element.confirm as Confirmation | undefined)

  const onDispatch = async (value?: unknown) => {
    if (await ask()) await surface.press(blockId, actionId, value)
  }
  const onChange = (next: ElementState, dispatch = true) => {
    surface.keep(blockId, actionId, next)
    if (!dispatches || !dispatch) return
    void ask().then((yes) => {
      if (yes) return surface.press(blockId, actionId, next)
      // Denied: the choice goes back to what it was, and the app hears nothing.
      if (state) surface.keep(blockId, actionId, state)
      return undefined
    })
  }
  const props = { element, state, naming, onChange, onDispatch }
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return html`<${Button} ...${props} />`
    case 'icon_button':
      return html`<${IconButton} ...${props} />`
    case 'feedback_buttons':
      return html`<${FeedbackButtons} ...${props} />`
    case 'overflow':
      return html`<${Overflow} ...${props} />`
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return html`<${TextInput} ...${props} dispatches=${dispatches} />`
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return html`<${Picker} ...${props} />`
    case 'radio_buttons':
    case 'checkboxes':
      return html`<${Choices} ...${props} />`
    case 'file_input':
      return html`<${FileInput} ...${props} />`
    default:
      if (/^(multi_)?(static|external|users|conversations|channels)_select$/.test(element.type)) {
        return html`<${Select} ...${props} blockId=${blockId} />`
      }
      return html`<p class="unknown">This element cannot be drawn here: ${element.type}</p>`
  }
}
