import { useId } from 'preact/hooks'
import { chosenIn, stateWith } from '../../../views/element-state.ts'
import { html } from '../html.ts'
import { Text, type TextLike } from '../text/text.ts'
import type { ElementProps } from './element.ts'

type Option = { readonly text: TextLike; readonly value: string; readonly description?: TextLike }

/** Radio buttons and checkboxes, each option with its description. */
export function Choices({ element, state, naming, onChange }: ElementProps) {
  const id = useId()
  const many = element.type === 'checkboxes'
  const picked = many
    ? ((chosenIn(state) as readonly Option[] | null) ?? [])
    : [chosenIn(state) as Option | null].filter((option) => option !== null && option !== undefined)
  const isPicked = (option: Option) => picked.some((each) => each.value === option.value)
  const options = element.options as readonly Option[]

  const toggle = (option: Option) => {
    if (!many) onChange(stateWith(element, option))
    // The order of the options, not of the clicks, as Slack reports it.
    else
      onChange(
        stateWith(
          element,
          options.filter((each) => (each.value === option.value ? !isPicked(each) : isPicked(each))),
        ),
      )
  }
  return html`<div class="choices" id=${naming.id} role=${many ? 'group' : 'radiogroup'} aria-label=${naming.labelledBy ? undefined : naming.label} aria-labelledby=${naming.labelledBy}
    aria-describedby=${naming.describedBy} aria-invalid=${!many && naming.invalid ? 'true' : undefined}>
    ${options.map(
      (option, index) => html`<div key=${option.value} class="choice">
        <input type=${many ? 'checkbox' : 'radio'} id=${`${id}-${index}`} name=${id} checked=${isPicked(option)} onChange=${() => toggle(option)}
          aria-describedby=${option.description ? `${id}-${index}-more` : undefined} data-focus-on-load=${element.focus_on_load === true && index === 0 ? '' : undefined} />
        <span class="choice-words">
          <label for=${`${id}-${index}`}><${Text} of=${option.text} /></label>
          ${option.description && html`<span id=${`${id}-${index}-more`} class="choice-description"><${Text} of=${option.description} /></span>`}
        </span>
      </div>`,
    )}
  </div>`
}
