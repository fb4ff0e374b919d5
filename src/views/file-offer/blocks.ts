/** What can be done with a file that somebody sent to the bot. Its name is not repeated: the message stands below it. */
import type { Button, KnownBlock } from '@slack/types'
import { fileOffer as words } from '../../domain/shared/words/file-imports.ts'
import type { FileOffer } from '../../usecases/transfer/offer-file.ts'
import { plain } from '../form-fields.ts'
import { section } from '../mrkdwn.ts'

/** Each bears the id that Slack has for the file. */
export const IMPORT_FILE = 'import_file'
export const ADD_FROM_FILE = 'add_from_file'

export function renderFileOffer(
  offer: FileOffer,
  fileId: string,
): { readonly blocks: KnownBlock[]; readonly text: string } {
  const act = ACTS[offer]
  return {
    blocks: [
      section(words[offer]),
      ...(act === undefined
        ? []
        : [{ type: 'actions' as const, block_id: 'file_offer', elements: [button(...act, fileId)] }]),
    ],
    text: words[offer],
  }
}

const ACTS: Readonly<Partial<Record<FileOffer, readonly [action: string, label: string]>>> = {
  table: [IMPORT_FILE, words.import],
  resume: [ADD_FROM_FILE, words.add],
}

const button = (action: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label),
  value,
  style: 'primary',
})
