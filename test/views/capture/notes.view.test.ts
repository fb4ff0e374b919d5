// Saving a note and choosing a person, as Slack draws them: at their biggest within the limits, and inert whatever was typed.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../../simulator/block-kit/check.ts'
import type { PreparedNote } from '../../../src/usecases/capture/save-note.ts'
import type { NearMiss } from '../../../src/usecases/ports/near-misses.ts'
import { renderAddedNotice } from '../../../src/views/added-notice/blocks.ts'
import { readChoiceMeta, renderMergeChoice } from '../../../src/views/merge-choice/blocks.ts'
import { renderNoteModal, warnedNote } from '../../../src/views/note-modal/blocks.ts'
import { readNoteMeta } from '../../../src/views/note-modal/ids.ts'
import { renderNoteNotice } from '../../../src/views/note-notice/blocks.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const HOSTILE = '<!channel> & <https://evil|x> *b* `c` @here {{x}}\n'
const long = (size: number) => HOSTILE.repeat(Math.ceil(size / HOSTILE.length)).slice(0, size)
const isInert = (drawn: unknown) => expect(JSON.stringify(drawn)).not.toMatch(/"mrkdwn","text":"[^"]*<!channel>/)
const person = aCandidate({ fullName: long(500), consideredRole: long(500) })
const prepared = (change: Partial<PreparedNote> = {}): PreparedNote => ({
  names: [],
  person: undefined,
  text: '',
  ...change,
})

describe('the form of a note', () => {
  it('begins with the person, the words and an internal note', () => {
    const view = renderNoteModal({
      prepared: prepared({ person: aCandidate(), text: 'Ana asked for a call', names: ['Ana Souza'] }),
      link: 'https://fernhollow.slack.com/archives/C1/p1',
      author: 'U0TOM00001',
    })
    checkView(view as never)
    const words = JSON.stringify(view)
    expect(words).toContain('"initial_option":{"text":{"type":"plain_text","text":"Ana Souza (Senior SRE)"')
    expect(words).toContain('"initial_value":"Ana asked for a call"')
    expect(words).toContain('A note, internal')
    expect(words).toContain('<https://fernhollow.slack.com/archives/C1/p1|the message>')
    expect(readNoteMeta(view.private_metadata ?? '')).toMatchObject({ names: ['Ana Souza'], author: 'U0TOM00001' })
  })

  it('asks for words where the message has none', () => {
    const view = renderNoteModal({ prepared: prepared(), link: undefined, author: undefined })
    checkView(view as never)
    expect(JSON.stringify(view)).toContain('no words of its own')
  })

  it('passes Slack at its biggest, warned of everything, and inert', () => {
    const names = Array.from({ length: 3 }, () => long(500))
    const view = renderNoteModal({
      prepared: prepared({ person, text: long(40_000), names }),
      link: `https://fernhollow.slack.com/archives/C1/${'p'.repeat(450)}`,
      author: 'U0TOM00001',
    })
    checkView(view as never)
    const warned = Array.from({ length: 11 }, () => ({ topic: 'health' as const, words: long(200) }))
    const asked = warnedNote(warnedNote(view, warned), warned)
    checkView(asked as never)
    isInert([view.blocks, asked.blocks])
    expect(asked.blocks.filter(({ block_id }) => block_id === 'note_keep')).toHaveLength(1)
  })

  it('is said once, with Undo, and not after it', () => {
    for (const isThere of [true, false]) {
      const { blocks, text } = renderNoteNotice({ person, noteId: 'x' as never, isThere })
      checkMessageBlocks(blocks)
      isInert(blocks)
      expect([JSON.stringify(blocks).includes('note_undo'), text.includes('channel')]).toEqual([isThere, false])
    }
  })
})

describe('choosing whom a flag is about', () => {
  it('passes Slack at its biggest, and inert', () => {
    const flag = { id: 'x', fullName: long(3_000), role: long(3_000) } as unknown as NearMiss
    for (const likeliest of [person, undefined]) {
      const view = renderMergeChoice(flag, likeliest)
      checkView(view as never)
      isInert(view.blocks)
      expect(readChoiceMeta(view.private_metadata ?? '').nearMissId).toBe('x')
    }
  })

  it('says after the merge until when it can be undone, and afterwards that it was', () => {
    const merged = renderAddedNotice({ person, kind: 'merged', merged: 'x' as never })
    const undone = renderAddedNotice({ person, kind: 'merged', merged: 'undone' })
    for (const { blocks } of [merged, undone]) {
      checkMessageBlocks(blocks)
      isInert(blocks)
    }
    expect(JSON.stringify(merged.blocks)).toContain('for 30 days')
    expect(JSON.stringify(undone.blocks)).not.toContain('"actions"')
  })
})
