import { useRef } from 'preact/hooks'
import { chosenIn, stateWith } from '../../../views/element-state.ts'
import { classes, html } from '../html.ts'
import { useSurface } from '../surface.ts'
import type { TextLike } from '../text/text.ts'
import type { ElementProps } from './element.ts'

const KIND = { email_text_input: 'email', url_text_input: 'url', number_input: 'number' } as const
const TYPING_PAUSE = 400

/** One-line and many-line text. Enter submits from a single line, unless it is the field's own way of telling the app. */
export function TextInput({
  element,
  state,
  naming,
  onChange,
  onDispatch,
  dispatches,
}: ElementProps & { readonly dispatches: boolean }) {
  const surface = useSurface()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const triggers = (element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined)
    ?.trigger_actions_on ?? ['on_enter_pressed']
  const onEnter = dispatches && triggers.includes('on_enter_pressed')
  const many = element.multiline === true || element.type === 'rich_text_input'
  const value =
    element.type === 'rich_text_input' ? richToText(chosenIn(state)) : ((chosenIn(state) as string | null) ?? '')

  const input = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value
    const next = stateWith(
      element,
      element.type === 'rich_text_input' ? textToRich(typed) : typed === '' ? null : typed,
    )
    onChange(next, false)
    if (!dispatches || !triggers.includes('on_character_entered')) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void onDispatch(next), TYPING_PAUSE)
  }
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || (many && !onEnter)) return
    event.preventDefault()
    if (onEnter) void onDispatch(state)
    else surface.submit?.()
  }
  const most = element.max_length === undefined ? undefined : Number(element.max_length)
  const shared = {
    id: naming.id,
    class: classes('field', many && 'field-many'),
    value,
    placeholder: (element.placeholder as TextLike | undefined)?.text,
    'aria-label': naming.labelledBy ? undefined : naming.label,
    'aria-labelledby': naming.labelledBy,
    'aria-describedby': naming.describedBy,
    'aria-invalid': naming.invalid ? 'true' : undefined,
    'aria-required': naming.required ? 'true' : undefined,
    'data-focus-on-load': element.focus_on_load === true ? '' : undefined,
    onInput: input,
    onKeyDown: keydown,
  }
  const left = most === undefined ? undefined : most - value.length
  const counter =
    left !== undefined &&
    left <= Math.min(50, Math.ceil((most ?? 0) / 4)) &&
    html`<span class=${classes('counter', left < 0 && 'over')} aria-live="polite">${left}</span>`
  if (many) return html`<div class="field-wrap"><textarea rows="4" ...${shared}></textarea>${counter}</div>`
  // Slack checks the address itself and answers in its own words, so the browser's bubbles stay out of it.
  const kind = KIND[element.type as keyof typeof KIND] ?? 'text'
  const mode = kind === 'number' ? (element.is_decimal_allowed === true ? 'decimal' : 'numeric') : kind
  return html`<div class="field-wrap"><input type="text" inputmode=${mode} autocomplete="off" ...${shared} />${counter}</div>`
}

type Rich = {
  readonly elements?: readonly { readonly elements?: readonly { readonly text?: string; readonly url?: string }[] }[]
}

function richToText(value: unknown): string {
  return ((value as Rich | null)?.elements ?? [])
    .map((part) => (part.elements ?? []).map((leaf) => leaf.text ?? leaf.url ?? '').join(''))
    .join('\n')
}

function textToRich(text: string): unknown {
  return text === ''
    ? null
    : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}
