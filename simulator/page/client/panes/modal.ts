import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenView, ViewState } from '../../../contract.ts'
import { Blocks } from '../blocks/blocks.ts'
import { problems } from '../form.ts'
import { classes, html } from '../html.ts'
import { useDialog, useReturnFocus } from '../parts/dialog.ts'
import { Icon } from '../parts/icon.ts'
import { useWorkspace } from '../store.ts'
import { formOf, SurfaceProvider, useBusy, useForm } from '../surface.ts'
import { Text, type TextLike } from '../text/text.ts'

type Errors = Readonly<Record<string, string>>

/** The open modals; only the top one is seen, the ones below keep what was typed. */
export function ModalStack({ modals, errors }: { readonly modals: readonly OpenView[]; readonly errors: Errors }) {
  useReturnFocus()
  const top = modals.at(-1)
  return top ? html`<${Modal} key=${top.id} modal=${top} depth=${modals.length} errors=${errors} />` : null
}

type ModalProps = { readonly modal: OpenView; readonly depth: number; readonly errors: Errors }

function Modal({ modal, depth, errors }: ModalProps) {
  const { act } = useWorkspace()
  const {
    title,
    submit: submitWords,
    close: closeWords,
  } = modal as { title?: TextLike; submit?: TextLike | null; close?: TextLike | null }
  const start = (modal as { state?: { values?: ViewState } }).state?.values
  const key = `modal ${modal.id}`
  const form = useForm({ key, kind: 'modal', on: { viewId: modal.id }, blocks: modal.blocks, start })
  const [busy, run] = useBusy()
  const { found, setFound, healed, setHealed } = useErrors(errors, modal.hash)
  const shown = Object.fromEntries(Object.entries({ ...errors, ...found }).filter(([blockId]) => !healed.has(blockId)))

  const leaving = useRef(false)
  const leave = (clear: boolean) => {
    // A second press while the first is on its way would close what lies beneath.
    if (leaving.current) return
    leaving.current = true
    void act({ kind: 'closeModal', viewId: modal.id, ...(clear ? { clear } : {}) }).then(() => {
      leaving.current = false
    })
  }
  const { dialog, onKeyDown } = useDialog(() => leave(false))
  const firstWrong = Object.keys(shown)[0]
  useEffect(() => {
    if (firstWrong === undefined) return
    const block = dialog.current?.querySelector(`[data-block-id="${CSS.escape(firstWrong)}"]`)
    const field = block?.querySelector<HTMLElement>('input, textarea')
    field?.focus()
    block?.scrollIntoView({ block: 'nearest' })
  }, [errors, found])

  const submit = () => {
    const state = formOf(key)
    const wrong = problems(modal.blocks, state)
    setHealed(new Set())
    setFound(wrong)
    if (Object.keys(wrong).length === 0) void run(() => act({ kind: 'submit', viewId: modal.id, state }))
  }
  const surface = {
    ...form,
    errors: shown,
    keep: (...[blockId, actionId, state]: Parameters<typeof form.keep>) => {
      form.keep(blockId, actionId, state)
      if (shown[blockId] !== undefined) setHealed(new Set([...healed, blockId]))
    },
    ...(submitWords ? { submit } : {}),
  }
  return html`<div class="backdrop modal-backdrop">
    <div ref=${dialog} class="dialog modal" role="dialog" aria-modal="true" aria-labelledby="modal-title" aria-busy=${busy} tabindex="-1" onKeyDown=${onKeyDown}>
      <form class="modal-form" novalidate onSubmit=${(event: Event) => {
        event.preventDefault()
        if (submitWords) submit()
      }}>
        <header class="modal-head">
          ${depth > 1 && html`<button type="button" class="icon-button" aria-label="Back" onClick=${() => leave(false)}><${Icon} name="back" /></button>`}
          <h2 id="modal-title" class="dialog-title"><${Text} of=${title} /></h2>
          <button type="button" class="icon-button" aria-label="Close" onClick=${() => leave(depth > 1)}><${Icon} name="close" /></button>
        </header>
        <div class="modal-body" tabindex="-1"><${SurfaceProvider} value=${surface}><${Blocks} blocks=${modal.blocks} /><//></div>
        <footer class="modal-foot">
          <button type="button" class="button" onClick=${() => leave(false)}><${Text} of=${closeWords ?? { type: 'plain_text', text: submitWords ? 'Cancel' : 'Close' }} /></button>
          ${
            submitWords &&
            html`<button type="submit" class=${classes('button primary', busy && 'busy')} aria-disabled=${busy} aria-busy=${busy}>
              ${busy && html`<span class="spinner" aria-hidden="true"></span>`}<${Text} of=${submitWords} />
            </button>`
          }
        </footer>
      </form>
    </div>
  </div>`
}

/** Errors that Slack's own checks found, and fields whose error went when they were changed; both end with a new answer of the app. */
function useErrors(errors: Errors, hash: string) {
  const [found, setFound] = useState<Errors>({})
  const [healed, setHealed] = useState<ReadonlySet<string>>(new Set())
  const answer = `${hash} ${JSON.stringify(errors)}`
  useEffect(() => setHealed(new Set()), [answer])
  return { found, setFound, healed, setHealed }
}
