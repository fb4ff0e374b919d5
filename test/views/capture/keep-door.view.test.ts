// Keeping the door open, as Slack draws it: at its biggest within the limits, and inert whatever was typed.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../../simulator/block-kit/check.ts'
import { asId } from '../../../src/domain/shared/ids.ts'
import type { Day } from '../../../src/domain/shared/time.ts'
import type { PreparedDoor } from '../../../src/usecases/capture/keep-door.ts'
import { renderKeepDoor, warnedDoor } from '../../../src/views/keep-door/blocks.ts'
import { renderStayAnswer } from '../../../src/views/stay-answer/blocks.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const HOSTILE = '<!channel> & <https://evil|x> *b* `c` @here {{x}}\n'
const long = (size: number) => HOSTILE.repeat(Math.ceil(size / HOSTILE.length)).slice(0, size)
const prepared = (change: Partial<PreparedDoor> = {}): PreparedDoor => ({
  candidateId: '01900000-0000-7000-8000-000000000001' as never,
  fullName: 'Nadia Rahimi',
  strength: undefined,
  advice: undefined,
  internal: undefined,
  ...change,
})
const inMarkup = (blocks: unknown) => JSON.stringify(blocks).match(/"mrkdwn","text":"[^"]*<!channel>/g)

describe('the form that keeps the door open', () => {
  it('says what the letter does, and asks for no more than two things', () => {
    const view = renderKeepDoor(prepared())
    checkView(view as never)
    const words = JSON.stringify(view)
    expect(words).toContain('May I stay in touch?')
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(2)
    expect(words).not.toContain('it stays with us')
  })

  it('passes Slack at its biggest, warned of everything, and inert', () => {
    const biggest = renderKeepDoor(
      prepared({
        fullName: long(500),
        strength: long(400),
        advice: long(400),
        internal: { text: long(3_000), by: long(200) },
      }),
    )
    checkView(biggest as never)
    const warned = Array.from({ length: 11 }, () => ({ topic: 'health' as const, words: long(200) }))
    const asked = warnedDoor(warnedDoor(biggest, warned), warned)
    checkView(asked as never)
    expect([inMarkup(biggest.blocks), inMarkup(asked.blocks)]).toEqual([null, null])
    expect(asked.blocks.filter(({ block_id }) => block_id === 'door_keep')).toHaveLength(1)
  })
})

describe('what the owner hears of the answer', () => {
  const person = aCandidate({ id: asId('01900000-0000-7000-8000-000000000001') as never, fullName: long(500) })
  it.each([
    [{ kind: 'yes', nextTouch: '2026-09-02' as Day } as const, '2 September 2026'],
    [{ kind: 'no' } as const, 'no, thank you'],
  ])('%j is said with whom it is about, which the notification keeps', (answer, said) => {
    const { blocks, text } = renderStayAnswer({ person, answer })
    checkMessageBlocks(blocks)
    expect(JSON.stringify(blocks)).toContain(said)
    expect([inMarkup(blocks), text.includes('channel')]).toEqual([null, false])
  })
})
