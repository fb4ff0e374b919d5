import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../simulator/block-kit/check.ts'
import { normaliseBlocks } from '../../simulator/views/normalise-blocks.ts'
import { actions, button, inMessage, refusal, section, times, x } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { RICH_LIMITS } from './rich-limits.ts'

describe('a message', () => {
  it.each([...LIMITS, ...RICH_LIMITS])('keeps to %s', (_rule, allowed, refused, message) => {
    expect(inMessage(...allowed)).toBeUndefined()
    const answer = inMessage(...refused)
    expect(answer?.code).toBe('invalid_blocks')
    expect(answer?.messages).toContain(message)
  })

  it('says first that no schema fits where a text may be of two kinds, as Slack does', () => {
    expect(inMessage(section(x(3001)))?.messages).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ])
  })

  it('counts characters, so that an emoji is one', () => {
    expect(inMessage(section('😀'.repeat(3000)))).toBeUndefined()
    expect(inMessage(section('😀'.repeat(3001)))?.code).toBe('invalid_blocks')
  })

  it('is too long in all beyond 13,000 characters of blocks', () => {
    const blocks = times(4, () => section(x(3000)))
    expect(inMessage(...blocks, section(x(1000)))).toBeUndefined()
    expect(inMessage(...blocks, section(x(1001)))?.code).toBe('msg_blocks_too_long')
  })

  it('is refused whole when its blocks are no list', () => {
    expect(refusal(() => checkMessageBlocks({ type: 'section' }))?.code).toBe('invalid_blocks_format')
  })
})

describe('what Slack returns', () => {
  it.each([...LIMITS, ...RICH_LIMITS])('can be sent again: %s', (_rule, allowed) => {
    const returned = normaliseBlocks(allowed)

    expect(inMessage(...returned)).toBeUndefined()
    expect(normaliseBlocks(returned)).toEqual(returned)
  })

  it('names every block and action, and says how texts are read', () => {
    const [block] = normaliseBlocks([actions(button())]) as {
      block_id?: string
      elements: { action_id?: string; text: object }[]
    }[]

    expect(block?.block_id).toMatch(/^[0-9a-f]{8}$/)
    expect(block?.elements[0]?.action_id).toMatch(/^[0-9a-f]{8}$/)
    expect(block?.elements[0]?.text).toEqual({ type: 'plain_text', text: 'Go', emoji: true })
  })
})
