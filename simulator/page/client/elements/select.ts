import { useEffect, useMemo, useState } from 'preact/hooks'
import { chosenIn, stateWith } from '../../../views/element-state.ts'
import { html } from '../html.ts'
import { useWorkspace } from '../store.ts'
import { useSurface } from '../surface.ts'
import type { TextLike } from '../text/text.ts'
import { Combobox } from './combobox.ts'
import type { ElementProps } from './element.ts'
import { askForChoices, type Choice, type ChoiceGroup, chosenChoices, localChoices, matching } from './options.ts'

const TYPING_PAUSE = 150

/** Every select of Slack, single and multi: a list to type in. External ones ask the app for their options. */
export function Select({ element, state, naming, onChange, blockId }: ElementProps & { readonly blockId: string }) {
  const actionId = element.action_id
  const workspace = useWorkspace()
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const external = element.type.endsWith('external_select')
  const many = element.type.startsWith('multi_')
  const local = useMemo(() => localChoices(element, workspace), [element, workspace.view])
  const asked = useSuggestions(external && open, query, Number(element.min_query_length ?? 3), { blockId, actionId })

  const raw = chosenIn(state)
  const picked = chosenChoices(raw, local)
  const groups = external ? asked.groups : matching(local, query)
  const most = many ? Number(element.max_selected_items ?? Infinity) : 1
  const keep = (choices: readonly Choice[]) =>
    onChange(stateWith(element, many ? choices.map((choice) => choice.raw) : (choices[0]?.raw ?? null)))

  return html`<${Combobox}
    naming=${naming}
    placeholder=${(element.placeholder as TextLike | undefined)?.text ?? (many ? 'Select options' : 'Select an option')}
    many=${many} picked=${picked} groups=${groups} note=${external ? asked.note : groups.length === 0 ? 'No matches' : undefined}
    full=${many && picked.length >= most} clearable=${naming.required !== true} focusOnLoad=${element.focus_on_load === true}
    query=${query} onQuery=${setQuery} open=${open} onOpen=${setOpen} onPick=${keep} />`
}

function useSuggestions(
  active: boolean,
  query: string,
  least: number,
  at: { readonly blockId: string; readonly actionId: string },
): { readonly groups: readonly ChoiceGroup[]; readonly note: string | undefined } {
  const workspace = useWorkspace()
  const { on } = useSurface()
  const [answer, setAnswer] = useState<{ query: string; groups: readonly ChoiceGroup[]; failed?: boolean }>()
  const missing = least - query.trim().length
  useEffect(() => {
    if (!active || missing > 0) return undefined
    let wanted = true
    const ask = async () => {
      try {
        const groups = await askForChoices(workspace, { on, ...at, query })
        // An answer to an older question must not replace the list of a newer one.
        if (wanted) setAnswer({ query, groups })
      } catch {
        if (wanted) setAnswer({ query, groups: [], failed: true })
      }
    }
    const timer = setTimeout(() => void ask(), TYPING_PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [active, query])
  if (missing > 0) return { groups: [], note: `Type ${missing} more character${missing === 1 ? '' : 's'} to search` }
  if (answer?.query !== query) return { groups: [], note: 'Loading…' }
  if (answer.failed) return { groups: [], note: 'The app could not load options' }
  const empty = answer.groups.every(({ choices }) => choices.length === 0)
  return { groups: answer.groups, note: empty ? 'No matches' : undefined }
}
