import { chosenIn, stateWith } from '../../../views/element-state.ts'
import { html } from '../html.ts'
import { readFile } from '../parts/read-file.ts'
import { useWorkspace } from '../store.ts'
import type { ElementProps } from './element.ts'

type Picked = {
  readonly id: string
  readonly name: string
  readonly mimetype: string
  readonly size: number
  readonly content: string
}

/** Files travel inside the element's state, base64, because the local workspace has no upload of its own. */
export function FileInput({ element, state, naming, onChange }: ElementProps) {
  const { notify } = useWorkspace()
  const picked = (chosenIn(state) as readonly Picked[] | null) ?? []
  const types = (element.filetypes as readonly string[] | undefined)?.map((type) => `.${type}`).join(',')
  const pick = async (event: Event) => {
    const files = [...((event.target as HTMLInputElement).files ?? [])].slice(0, Number(element.max_files ?? 10))
    onChange(stateWith(element, await Promise.all(files.map(read))))
  }
  return html`<div class="file-input">
    <input type="file" id=${naming.id} class="field" multiple=${Number(element.max_files ?? 10) > 1} accept=${types} aria-describedby=${naming.describedBy}
      aria-label=${naming.labelledBy ? undefined : naming.label} aria-labelledby=${naming.labelledBy} onChange=${(event: Event) => void pick(event).catch(() => notify('That file could not be read.'))} />
    ${picked.length > 0 && html`<ul class="file-list">${picked.map((file) => html`<li key=${file.id}>${file.name} <span class="quiet">${Math.ceil(file.size / 1024)} KB</span></li>`)}</ul>`}
  </div>`
}

async function read(file: File, index: number): Promise<Picked> {
  const { name, mimetype, content } = await readFile(file)
  return { id: `FLOCAL${index}${file.size}`, name, mimetype, size: file.size, content }
}
