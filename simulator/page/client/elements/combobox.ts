import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { classes, html } from '../html.ts'
import { useFloating, useOutside } from '../parts/floating.ts'
import { Icon } from '../parts/icon.ts'
import type { Naming } from './element.ts'
import type { Choice, ChoiceGroup } from './options.ts'

type ComboboxProps = {
  readonly naming: Naming
  readonly placeholder: string
  readonly many: boolean
  readonly picked: readonly Choice[]
  readonly groups: readonly ChoiceGroup[]
  /** Stands in the list instead of, or below, the options. */
  readonly note: string | undefined
  /** No more may be chosen. */
  readonly full: boolean
  readonly clearable: boolean
  readonly focusOnLoad: boolean
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onPick: (choices: readonly Choice[]) => void
}

/** A field with a list below it that typing narrows (the combobox pattern of the ARIA guide). */
export function Combobox(props: ComboboxProps) {
  const { naming, many, picked, groups, note, full, query, open, onQuery, onOpen, onPick } = props
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const floating = useFloating(open, box, { matchWidth: true })
  const choices = groups.flatMap((group) => group.choices)
  const isPicked = (choice: Choice) => picked.some(({ value }) => value === choice.value)

  const close = () => {
    onOpen(false)
    onQuery('')
    setActive(-1)
  }
  useOutside(open, [box, floating], close)
  const show = () => {
    if (open) return
    onOpen(true)
    setActive(choices.findIndex(isPicked))
  }
  useEffect(() => {
    floating.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const pick = (choice: Choice) => {
    if (many && isPicked(choice)) onPick(picked.filter(({ value }) => value !== choice.value))
    else if (many && full) return
    else onPick(many ? [...picked, choice] : [choice])
    onQuery('')
    if (!many) close()
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      if (!open) show()
      else if (choices.length > 0) setActive((at) => (at + move + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      // Enter belongs to the list here; it must not submit the form around it.
      event.preventDefault()
      const choice = choices[active] ?? (query === '' ? undefined : choices[0])
      if (!open) show()
      else if (choice) pick(choice)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && query === '') {
      if (many) onPick(picked.slice(0, -1))
      else if (props.clearable && picked.length > 0) onPick([])
    } else if (event.key === 'Tab') close()
  }
  const optionId = (at: number) => `${listId}-${at}`
  return html`<div ref=${box} class=${classes('combobox', open && 'open', naming.invalid && 'invalid')} onClick=${(
    event: Event,
  ) => {
    if (event.target === event.currentTarget) input.current?.focus()
    show()
  }}>
    ${many && picked.map((choice) => html`<${Chip} key=${choice.value} label=${choice.label} onRemove=${() => onPick(picked.filter(({ value }) => value !== choice.value))} />`)}
    <input ref=${input} id=${naming.id} class="combobox-input" type="text" role="combobox" autocomplete="off" spellcheck=${false} aria-autocomplete="list"
      aria-expanded=${open} aria-controls=${open ? listId : undefined} aria-activedescendant=${open && active >= 0 ? optionId(active) : undefined}
      aria-label=${naming.labelledBy ? undefined : naming.label || props.placeholder} aria-labelledby=${naming.labelledBy} aria-describedby=${naming.describedBy}
      aria-invalid=${naming.invalid ? 'true' : undefined} aria-required=${naming.required ? 'true' : undefined} data-focus-on-load=${props.focusOnLoad ? '' : undefined}
      placeholder=${many && picked.length > 0 ? '' : open && picked[0] ? picked[0].label : props.placeholder} value=${open || many ? query : (picked[0]?.label ?? '')}
      onInput=${(event: Event) => {
        show()
        onQuery((event.target as HTMLInputElement).value)
        setActive(0)
      }} onKeyDown=${onKeyDown} />
    ${
      !many &&
      props.clearable &&
      picked.length > 0 &&
      html`<button type="button" class="combobox-clear" aria-label="Clear" tabindex="-1" onClick=${(event: Event) => {
        event.stopPropagation()
        onPick([])
        input.current?.focus()
      }}><${Icon} name="close" size=${14} /></button>`
    }
    <span class="combobox-arrow"><${Icon} name="down" size=${14} /></span>
    ${
      open &&
      html`<div ref=${floating} class="popup listbox" onMouseDown=${(event: Event) => event.preventDefault()} onClick=${(event: Event) => event.stopPropagation()}>
        ${note && html`<p class="popup-note" role="status">${note}</p>`}
        ${full && html`<p class="popup-note" role="status">No more can be selected</p>`}
        <div id=${listId} role="listbox" aria-label=${naming.label || props.placeholder} aria-multiselectable=${many ? 'true' : undefined}>
          ${groups.map((group, at) => {
            const from = groups.slice(0, at).reduce((sum, before) => sum + before.choices.length, 0)
            const lines = group.choices.map(
              (
                choice,
                index,
              ) => html`<${Line} key=${choice.value} id=${optionId(from + index)} choice=${choice} active=${from + index === active} picked=${isPicked(choice)}
              disabled=${full && !isPicked(choice)} onHover=${() => setActive(from + index)} onPick=${() => pick(choice)} />`,
            )
            return group.label
              ? html`<div key=${at} role="group" aria-label=${group.label}><div class="group-label" aria-hidden="true">${group.label}</div>${lines}</div>`
              : lines
          })}
        </div>
      </div>`
    }
  </div>`
}

type LineProps = {
  readonly id: string
  readonly choice: Choice
  readonly active: boolean
  readonly picked: boolean
  readonly disabled: boolean
  readonly onHover: () => void
  readonly onPick: () => void
}

function Line({ id, choice, active, picked, disabled, onHover, onPick }: LineProps) {
  return html`<div id=${id} role="option" class=${classes('option', active && 'active')} aria-selected=${picked} aria-disabled=${disabled ? 'true' : undefined} data-active=${active ? '' : undefined}
    onMouseMove=${onHover} onClick=${onPick}>
    <span class="option-words">${choice.label}${choice.description && html`<span class="option-description">${choice.description}</span>`}</span>
    ${picked && html`<${Icon} name="check" size=${16} />`}
  </div>`
}

function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return html`<span class="chip">${label}<button type="button" aria-label=${`Remove ${label}`} onClick=${(
    event: Event,
  ) => {
    event.stopPropagation()
    onRemove()
  }}><${Icon} name="close" size=${12} /></button></span>`
}
