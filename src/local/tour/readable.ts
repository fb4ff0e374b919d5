/** What Slack shows, as lines for a terminal. */
import type { Message } from '../../../simulator/contract.ts'
import { pressables, wordsOf } from '../../../simulator/hands/read.ts'
import type { ViewHands } from '../../../simulator/hands/view-hands.ts'

/** How ids are shown. */
export type Readers = { readonly person: (id: string) => string; readonly channel: (id: string) => string }

const WIDEST = 150
const MOST_LINES = 14

/** A message or a modal: its words block by block, then what can be pressed. */
export function inShort(shown: Message | ViewHands): readonly string[] {
  return 'fields' in shown ? modalInShort(shown) : messageInShort(shown)
}

function modalInShort(modal: ViewHands): readonly string[] {
  const filled = Object.entries(modal.fields()).flatMap(([label, { value }]) =>
    value === null || value.length === 0 ? [] : [`${label}: ${[value].flat().join(', ')}`],
  )
  return [`[ ${modal.title} ]`, ...filled.map(clip)]
}

function messageInShort(message: Message): readonly string[] {
  const lines = (message.blocks ?? []).flatMap((block) => {
    // Buttons are listed below; a letter is one paragraph here, for the mail shows it whole.
    if (block.type === 'actions') return []
    if ('fields' in block && block.fields !== undefined)
      return block.fields.map(({ text }) => text.replace(/\*?\n/, ': ').replace(/^\*/, ''))
    const words = wordsOf({ ...message, blocks: [withoutButton(block)] })
    return block.type === 'rich_text' ? [words.replace(/\s+/g, ' ')] : words.split('\n')
  })
  const said = lines.length === 0 ? message.text.split('\n') : lines
  const kept = said.filter((line) => line.trim() !== '').map(clip)
  const buttons = [...new Set(pressables(message).map(({ label }) => label))]
  return [
    ...kept.slice(0, MOST_LINES),
    ...(kept.length > MOST_LINES ? ['…'] : []),
    ...(buttons.length === 0 ? [] : [buttons.map((label) => `[${label}]`).join(' ')]),
  ]
}

const withoutButton = <Block extends { readonly type: string }>(block: Block): Block =>
  block.type === 'section' && 'accessory' in block ? { ...block, accessory: undefined } : block

const clip = (line: string): string => (line.length > WIDEST ? `${line.slice(0, WIDEST - 1).trimEnd()}…` : line)

/** Slack's markup as its reader sees it. */
export const readable = (line: string, { person, channel }: Readers): string =>
  line
    .replace(/<!date\^\d+\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<@(\w+)>/g, (_, id: string) => `@${person(id)}`)
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `#${channel(id)}`)
    .replace(/<https?:[^|>]*\|([^>]*)>/g, '$1')
    .replace(/(^|[\s("])[*_]([^*_\n]+)[*_](?=$|[\s).,:"])/g, '$1$2')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
