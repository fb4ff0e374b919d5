import { useRef } from 'preact/hooks'
import type { NewFile } from '../../../contract.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { readFile } from '../parts/read-file.ts'
import { useWorkspace } from '../store.ts'

/** Picks files to send with the next message. */
export function AttachButton({ onAttach }: { readonly onAttach: (files: readonly NewFile[]) => void }) {
  const { notify } = useWorkspace()
  const input = useRef<HTMLInputElement>(null)
  const pick = async () => {
    const files = [...(input.current?.files ?? [])]
    // Emptied, so that the same file can be picked again after it was taken away.
    if (input.current) input.current.value = ''
    onAttach(await Promise.all(files.map(readFile)))
  }
  return html`<button type="button" class="icon-button" aria-label="Attach files" title="Attach files" onClick=${() => input.current?.click()}><${Icon} name="clip" /></button>
    <input ref=${input} type="file" multiple hidden aria-hidden="true" tabindex="-1" onChange=${() => void pick().catch(() => notify('That file could not be read.'))} />`
}

/** What goes with the next message, each with a way to leave it out. */
export function Attachments({
  files,
  onChange,
}: {
  readonly files: readonly NewFile[]
  readonly onChange: (files: readonly NewFile[]) => void
}) {
  if (files.length === 0) return null
  return html`<ul class="attachments" aria-label="Files to send">
    ${files.map((file, index) => html`<li key=${`${index} ${file.name}`} class="chip">${file.name}<button type="button" aria-label=${`Remove ${file.name}`} onClick=${() => onChange(files.filter((each) => each !== file))}><${Icon} name="close" size=${12} /></button></li>`)}
  </ul>`
}
