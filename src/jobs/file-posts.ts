/** The posts about files that people sent to the bot. */
import type { FileImportId } from '../domain/shared/ids.ts'
import { loadImportCard } from '../usecases/transfer/file-imports.ts'
import { readOfferKey } from '../usecases/transfer/offer-file.ts'
import { renderFileOffer } from '../views/file-offer/blocks.ts'
import { renderImportCard } from '../views/import-card/blocks.ts'
import type { Renderer } from './deliver-post.ts'

export const fileRenderers = {
  import_card: async (ctx, [id]) => {
    const found = await loadImportCard(ctx, id as FileImportId)
    return found === undefined ? undefined : renderImportCard(found)
  },
  file_offer: async (_ctx, _subjects, key) => {
    const { offer, fileId } = readOfferKey(key)
    return offer === undefined ? undefined : renderFileOffer(offer, fileId)
  },
} satisfies Record<string, Renderer>
