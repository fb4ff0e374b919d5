import type { SuggestionRequest } from '../../../contract.ts'
import type { Offered, Workspace } from '../store.ts'
import { emoji } from '../text/emoji.ts'
import type { AnyElement } from './element.ts'

/** One line of a select's list. `raw` is what the element's state keeps: an option object, or an id. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly description?: string | undefined
  readonly raw: unknown
}
export type ChoiceGroup = { readonly label?: string; readonly choices: readonly Choice[] }

type Option = {
  readonly text: { readonly text: string }
  readonly value?: string
  readonly description?: { readonly text: string }
}

/** What a select offers from what it says itself and what the workspace knows; an external one asks the app instead. */
export function localChoices(element: AnyElement, { view }: Workspace): readonly ChoiceGroup[] {
  const kind = element.type.replace(/^multi_/, '')
  if (kind === 'static_select') return fromOffered(element as Offered)
  if (kind === 'users_select') {
    return [
      {
        choices: view.people
          .filter((person) => !person.isBot)
          .map(({ id, realName, name, title }) => ({
            value: id,
            label: realName || name,
            description: title || undefined,
            raw: id,
          })),
      },
    ]
  }
  if (kind === 'channels_select')
    return [
      {
        choices: view.channels
          .filter(({ kind }) => kind === 'public')
          .map(({ id, name }) => ({ value: id, label: `#${name}`, raw: id })),
      },
    ]
  if (kind !== 'conversations_select') return []
  const include = (element.filter as { include?: readonly string[] } | undefined)?.include
  return [
    {
      choices: view.channels
        .filter((channel) => !include || include.includes(channel.kind))
        .map(({ id, name, kind, members }) => {
          const other = view.people.find((person) => members.includes(person.id) && person.id !== view.me.id)
          return { value: id, label: kind === 'im' ? (other?.realName ?? name) : `#${name}`, raw: id }
        }),
    },
  ]
}

/** The lists of a static select, or of an answer to a suggestion request. */
function fromOffered({ options, option_groups }: Offered): readonly ChoiceGroup[] {
  if (option_groups)
    return option_groups.map((group) => ({ label: words(group.label), choices: group.options.map(choiceOf) }))
  return [{ choices: (options ?? []).map(choiceOf) }]
}

/** Asks the app, as Slack does while somebody types. */
export async function askForChoices(workspace: Workspace, request: SuggestionRequest): Promise<readonly ChoiceGroup[]> {
  return fromOffered(await workspace.suggest(request))
}

/** What is chosen now, as lines: `raw` is an option, an id, or a list of either. */
export function chosenChoices(raw: unknown, offered: readonly ChoiceGroup[]): readonly Choice[] {
  const all = Array.isArray(raw) ? raw : raw === null || raw === undefined ? [] : [raw]
  return all.map((each) =>
    typeof each === 'string'
      ? (offered.flatMap(({ choices }) => choices).find(({ value }) => value === each) ?? {
          value: each,
          label: each,
          raw: each,
        })
      : choiceOf(each as Option),
  )
}

/** The lines whose label contains what was typed. */
export function matching(groups: readonly ChoiceGroup[], query: string): readonly ChoiceGroup[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return groups.filter(({ choices }) => choices.length > 0)
  return groups
    .map((group) => ({ ...group, choices: group.choices.filter(({ label }) => label.toLowerCase().includes(wanted)) }))
    .filter(({ choices }) => choices.length > 0)
}

function choiceOf(option: Option): Choice {
  return {
    value: option.value ?? option.text.text,
    label: words(option.text),
    description: option.description && words(option.description),
    raw: option,
  }
}

/** A field's value cannot hold drawings of its own, so shortcodes become characters. */
function words({ text }: { readonly text: string }): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji(name) ?? whole)
}
