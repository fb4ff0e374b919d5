import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { LONGEST_NOTE } from '../../src/domain/outreach/letter-brief.ts'
import type { RevisionRow } from '../../src/usecases/ports/drafts.ts'
import { MODEL_FAILURES } from '../../src/usecases/ports/model.ts'
import { whoWrote } from '../../src/views/draft-card/who-wrote.ts'
import { renderRegenerateModal } from '../../src/views/regenerate-modal/blocks.ts'
import { id, noon } from '../support/outreach-builders.ts'

const HOSTILE = '<!channel> <https://evil.example|click> & *bold* `code` \u202e👩‍👩‍👧\n> quote '
const revision = (change: Partial<RevisionRow>): RevisionRow => ({
  id: id<'draft_revision'>(1),
  draftId: id<'draft'>(1),
  number: 2,
  subject: 'Hello',
  body: 'Hello',
  author: 'model',
  authorId: undefined,
  template: 'keep_warm',
  createdAt: noon,
  claims: [],
  ...change,
})
const words = (blocks: ReturnType<typeof whoWrote>): string => JSON.stringify(blocks)

describe('who wrote a draft', () => {
  it('shows what was cut, however long and hostile, inert and within Slack’s limits', () => {
    const blocks = whoWrote({
      revision: revision({ cut: Array.from({ length: 8 }, () => HOSTILE.repeat(8)) }),
      instead: undefined,
    })
    expect(() => checkMessageBlocks([...blocks])).not.toThrow()
    expect(words(blocks)).toContain('Cut, because no fact bears it out')
    expect(words(blocks)).not.toContain('<!channel>')
    expect(words(blocks)).not.toContain('<https:')
  })

  it.each([...MODEL_FAILURES, 'over_budget', 'unsupported', 'asked', 'answered'] as const)(
    'says that the template stands in where the model’s outcome was %s',
    (instead) => {
      const blocks = whoWrote({ revision: revision({ author: 'template', prompt: undefined }), instead })
      expect(() => checkMessageBlocks([...blocks])).not.toThrow()
      expect(words(blocks)).toContain('Written from the template')
    },
  )

  it('says nothing where no model was asked, or a person wrote', () => {
    expect(whoWrote({ revision: revision({ author: 'template' }), instead: undefined })).toEqual([])
    expect(whoWrote({ revision: revision({ author: 'person' }), instead: 'slow' })).toEqual([])
  })
})

it.each([undefined, 'x'.repeat(LONGEST_NOTE)])(
  'the form for a note is one that Slack takes, also with one typed before',
  (note) => {
    const view = renderRegenerateModal({ draftId: id<'draft'>(1), revisionId: id<'draft_revision'>(1) }, note)
    expect(() => checkView(view as never)).not.toThrow()
    expect(view.blocks).toMatchObject([{ element: note === undefined ? {} : { initial_value: note } }])
  },
)
