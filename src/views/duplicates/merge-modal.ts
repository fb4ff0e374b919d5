/** "Merge with <name>?" for two records on file: both sides, with a choice where only one can stand. */
import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { PermissionVerdict } from '../../domain/consent/permission.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { merge } from '../../domain/shared/words/capture.ts'
import { duplicates as words } from '../../domain/shared/words/duplicates.ts'
import type { PeoplePreview } from '../../usecases/duplicates/merge-people.ts'
import { plain } from '../form-fields.ts'
import { alert, comparedBlocks, titleFor } from '../merge-modal/blocks.ts'
import { dayInWords, safe, section } from '../mrkdwn.ts'
import { verdictWords } from '../profile/sections.ts'

export const MERGE_PEOPLE_MODAL = 'merge_people_modal'

const Meta = z.object({ keptId: z.string(), otherId: z.string(), keptVersion: z.number(), otherVersion: z.number() })

export function readPeopleMeta(metadata: string): z.infer<typeof Meta> {
  try {
    return Meta.parse(JSON.parse(metadata))
  } catch {
    return { keptId: '', otherId: '', keptVersion: 0, otherVersion: 0 }
  }
}

export function renderMergePeople(preview: PeoplePreview, note?: string): ModalView {
  const { kept, other, differences, members, internal, barred } = preview
  const meta: z.infer<typeof Meta> = {
    keptId: kept.id,
    otherId: other.id,
    keptVersion: kept.version,
    otherVersion: other.version,
  }
  const ownerOf = ({ ownerId }: Candidate) => {
    const name = ownerId === undefined ? undefined : members.get(ownerId)
    return name === undefined ? undefined : safe(name, 200)
  }
  return {
    type: 'modal',
    callback_id: MERGE_PEOPLE_MODAL,
    private_metadata: JSON.stringify(meta),
    title: plain(titleFor(kept.fullName)),
    submit: plain(merge.submit),
    close: plain(merge.back),
    blocks: [
      ...(note === undefined ? [] : [alert(note)]),
      section(words.intro(safe(kept.fullName, 1000), safe(other.fullName, 1000))),
      ...(internal === undefined ? [] : [section(words.internal(ownerOf(internal)))]),
      ...(barred === undefined ? [] : [section(words.barred(safe(barred, 200)))]),
      ...permissionBlock(preview),
      ...comparedBlocks(differences, members, words),
    ],
  }
}

function permissionBlock({ permission, zone }: PeoplePreview): readonly KnownBlock[] {
  const { kept, other, joined } = permission
  if (kept.kind === 'missing' && other.kind === 'missing') return []
  const said = (verdict: PermissionVerdict) => verdictWords(verdict, (at) => dayInWords(dayIn(at, zone)))
  return [section(words.permission(said(kept), said(other), said(joined)))]
}
