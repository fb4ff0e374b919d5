import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenView, ViewState } from '../../../contract.ts'
import { fieldProblems } from '../../../views/field-problems.ts'
import { Blocks } from '../blocks/blocks.ts'
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
  const checks = useErrors(errors, modal.hash)
  const { shown } = checks

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
    block?.querySelector<HTMLElement>('input, textarea')?.focus()
    block?.scrollIntoView({ block: 'nearest' })
  }, [checks.judged])

  const submit = () => {
    const state = formOf(key)
    const wrong = fieldProblems(modal.blocks, state)
    checks.judge(wrong)
    if (Object.keys(wrong).length > 0 || busy) return
    void run(() => act({ kind: 'submit', viewId: modal.id, state })).then(() => checks.answered())
  }
  const surface = {
    ...form,
    errors: shown,
    keep: (...[blockId, actionId, state]: Parameters<typeof form.keep>) => {
      form.keep(blockId, actionId, state)
      checks.heal(blockId)
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

/**
 * The errors to show: what Slack's own checks found, and what the app answered. A field's error goes once it is changed, and
 * all go while a new answer is on its way. `judged` changes whenever there may be something new to look at.
 */
function useErrors(errors: Errors, hash: string) {
  const [found, setFound] = useState<Errors>({})
  const [healed, setHealed] = useState<ReadonlySet<string>>(new Set())
  const [count, setCount] = useState(0)
  const answer = `${hash} ${JSON.stringify(errors)}`
  useEffect(() => setHealed(new Set()), [answer])
  return {
    shown: Object.fromEntries(Object.entries({ ...errors, ...found }).filter(([blockId]) => !healed.has(blockId))),
    judged: `${count} ${answer}`,
    judge(wrong: Errors) {
      setFound(wrong)
      setHealed(new Set(Object.keys(errors).filter((blockId) => wrong[blockId] === undefined)))
      setCount(count + 1)
    },
    answered() {
      setHealed(new Set())
      setCount((before) => before + 1)
    },
    heal(blockId: string) {
      setHealed((before) => (before.has(blockId) ? before : new Set([...before, blockId])))
    },
  }
}
