import type { Message } from '../../../contract.ts'
import { classes, html } from '../html.ts'
import { useWorkspace } from '../store.ts'
import { emoji } from '../text/emoji.ts'
import { EmojiPicker } from './emoji-picker.ts'

/** Reactions with their counts; a press adds or takes away one's own. */
export function Reactions({ message }: { readonly message: Message }) {
  const { view, act, personOf } = useWorkspace()
  const { channel, ts } = message
  const shown = message.reactions.filter(({ users }) => users.length > 0)
  if (shown.length === 0) return null
  return html`<div class="reactions" role="group" aria-label="Reactions">
    ${shown.map(({ name, users }) => {
      const mine = users.includes(view.me.id)
      const who = users.map((id) => (id === view.me.id ? 'You' : (personOf(id)?.realName ?? id))).join(', ')
      return html`<button key=${name} type="button" class=${classes('reaction', mine && 'mine')} aria-pressed=${mine} aria-label=${`${name.replaceAll('_', ' ')}, ${users.length}: ${who}`} title=${`${who} reacted with :${name}:`}
        onClick=${() => void act({ kind: mine ? 'unreact' : 'react', channel, ts, name })}><span aria-hidden="true">${emoji(name) ?? `:${name}:`}</span><span aria-hidden="true">${users.length}</span></button>`
    })}
    <${EmojiPicker} buttonClass="reaction add-reaction" onPick=${(name: string) => void act({ kind: 'react', channel, ts, name })} />
  </div>`
}
