import { chosenIn, stateWith } from '../../../views/element-state.ts'
import { html } from '../html.ts'
import { useWorkspace } from '../store.ts'
import { instantOf, localOf } from '../text/dates.ts'
import type { TextLike } from '../text/text.ts'
import type { ElementProps } from './element.ts'

const KIND = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const

/** Dates and times by the browser's own fields, which a keyboard and a phone already know. A date with time is in the reader's zone. */
export function Picker({ element, state, naming, onChange }: ElementProps) {
  const { view } = useWorkspace()
  const kind = KIND[element.type as keyof typeof KIND]
  const current = chosenIn(state)
  const value =
    kind === 'datetime-local'
      ? typeof current === 'number'
        ? localOf(new Date(current * 1000), view.me.tz)
        : ''
      : ((current as string | null) ?? '')

  const change = (event: Event) => {
    const entered = (event.target as HTMLInputElement).value
    // While a year is typed the field passes through the years 2, 20 and 202, which nobody means.
    if (kind !== 'time' && entered !== '' && Number(entered.slice(0, 4)) < 1000) return
    if (entered === value) return
    onChange(
      stateWith(
        element,
        entered === '' ? null : kind === 'datetime-local' ? instantOf(entered, view.me.tz).getTime() / 1000 : entered,
      ),
    )
  }
  return html`<span class="picker">
    <input type=${kind} id=${naming.id} class="field" value=${value} onChange=${change} onInput=${change}
      aria-label=${naming.labelledBy ? undefined : naming.label || (element.placeholder as TextLike | undefined)?.text} aria-labelledby=${naming.labelledBy}
      aria-describedby=${naming.describedBy} aria-invalid=${naming.invalid ? 'true' : undefined} aria-required=${naming.required ? 'true' : undefined}
      data-focus-on-load=${element.focus_on_load === true ? '' : undefined} />
    ${kind !== 'date' && html`<span class="picker-zone">${element.timezone ?? view.me.tz}</span>`}
  </span>`
}
