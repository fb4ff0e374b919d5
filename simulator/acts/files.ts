import type { UserId, ViewState } from '../contract.ts'
import { isJson, type Json, objectsIn, textOr } from '../json.ts'
import { keepFile } from '../messages/files.ts'
import { fileForApi } from '../messages/files-for-api.ts'
import { SlackError } from '../slack-error.ts'
import { elementsIn } from '../views/elements.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Takes in the files that somebody put into a file input: they come within the element's state as base64, and go on to the app as file objects.
 * The same file sent again, as with each press, stays the same file.
 */
export function admitFiles(ws: Workspace, as: UserId, blocks: unknown, state: ViewState): ViewState {
  const admitted: ViewState = { ...state }
  for (const { blockId, actionId, element } of elementsIn(blocks)) {
    const given = state[blockId]?.[actionId]
    if (element.type !== 'file_input' || !isJson(given)) continue
    const files = objectsIn(given.files)
    if (files.length > Number(element.max_files ?? 10)) throw new SlackError('too_many_files')
    const wanted = Array.isArray(element.filetypes) ? element.filetypes.map(String) : []
    const objects = files.map((file) => admit(ws, as, file, wanted))
    admitted[blockId] = { ...admitted[blockId], [actionId]: { type: 'file_input', files: objects } }
  }
  return admitted
}

/** Slack's own limit. */
const MOST_BYTES = 10 * 1024 * 1024

function admit(ws: Workspace, as: UserId, file: Json, wanted: readonly string[]): Json {
  const known = ws.world.state.files.get(textOr(file.id, ''))
  if (known) return fileForApi(ws, known)
  const name = textOr(file.name, 'file')
  const content = textOr(file.content, '')
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (content === '') throw new SlackError('file_not_found')
  if (Buffer.byteLength(content, 'base64') > MOST_BYTES)
    throw new SlackError('file_too_large', ['a file that is put into a form may have 10 MB'])
  if (wanted.length > 0 && !wanted.includes(ending))
    throw new SlackError('invalid_filetype', [`only ${wanted.join(', ')} may be uploaded here`])
  const kept = keepFile(ws, as, { name, content, mimetype: textOr(file.mimetype, 'application/octet-stream') })
  const given = { ...kept, givenToApp: true }
  ws.world.commit({ t: 'file', file: given })
  return fileForApi(ws, given)
}
