import { z } from 'zod'
import { asId, type Id } from '../../domain/shared/ids.ts'
import { cannotFind } from '../../domain/shared/words/shell.ts'

/** An id as a button's value or a modal's metadata carries it; a forged one is refused before anything is read. */
export const idInput = <Kind extends keyof typeof cannotFind>(what: Kind) =>
  z.string().transform((text, problem): Id<Kind> => {
    const id = asId<Kind>(text)
    if (id === undefined) problem.addIssue(cannotFind[what])
    return id ?? z.NEVER
  })

/** Which draft, and which of its texts the person was looking at. */
export const DraftInput = z.object({ draftId: idInput('draft'), revisionId: idInput('draft_revision') })
