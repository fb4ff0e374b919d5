import { createContext } from 'preact'
import { useContext, useState } from 'preact/hooks'
import { html } from '../html.ts'
import { Text, type TextLike } from '../text/text.ts'
import { useDialog, useReturnFocus } from './dialog.ts'

export type Confirmation = {
  readonly title?: TextLike
  readonly text: TextLike
  readonly confirm?: TextLike
  readonly deny?: TextLike
  readonly style?: 'primary' | 'danger'
}
type Ask = (what: Confirmation | undefined) => Promise<boolean>

const ConfirmContext = createContext<Ask>(() => Promise.resolve(true))

/** Asks before an act, when the element has a `confirm`; without one the answer is yes. */
export function useConfirm(): Ask {
  return useContext(ConfirmContext)
}

/** Holds the one open question, for the root of the page. */
export function useConfirmation() {
  const [open, setOpen] = useState<{ what: Confirmation; answer: (yes: boolean) => void }>()
  const ask: Ask = (what) => (what ? new Promise((answer) => setOpen({ what, answer })) : Promise.resolve(true))
  const answer = (yes: boolean) => {
    setOpen(undefined)
    open?.answer(yes)
  }
  return {
    ask,
    asking: open !== undefined,
    dialog: open && html`<${ConfirmDialog} what=${open.what} answer=${answer} />`,
  }
}

export const ConfirmProvider = ConfirmContext.Provider

function ConfirmDialog({ what, answer }: { readonly what: Confirmation; readonly answer: (yes: boolean) => void }) {
  const { dialog, onKeyDown } = useDialog(() => answer(false), 'primary')
  useReturnFocus()
  const danger = what.style === 'danger'
  return html`<div class="backdrop confirm-backdrop">
    <div ref=${dialog} class="dialog confirm" role="alertdialog" aria-modal="true" aria-labelledby="confirm-title" aria-describedby="confirm-text" tabindex="-1" onKeyDown=${onKeyDown}>
      <h2 id="confirm-title" class="dialog-title"><${Text} of=${what.title ?? { type: 'plain_text', text: 'Are you sure?' }} /></h2>
      <div id="confirm-text" class="confirm-text"><${Text} of=${what.text} /></div>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick=${() => answer(false)}><${Text} of=${what.deny ?? { type: 'plain_text', text: 'Cancel' }} /></button>
        <button type="button" class=${danger ? 'button danger' : 'button primary'} data-primary onClick=${() => answer(true)}>
          <${Text} of=${what.confirm ?? { type: 'plain_text', text: 'Yes' }} />
        </button>
      </div>
    </div>
  </div>`
}
