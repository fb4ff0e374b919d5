import { describe, expect, it } from 'vitest'
import { inVoiceOf } from '../../../src/domain/outreach/voice.ts'

describe('a text in another’s name', () => {
  it.each([
    ['Hi Ana,\n\nshall we talk?\n\nInes Moreau', 'Hi Ana,\n\nshall we talk?\n\nTom Okafor'],
    ['Hi Ana,\n\nshall we talk?\n\n– Ines\n', 'Hi Ana,\n\nshall we talk?\n\n– Tom\n'],
    ['Best, Ines', 'Best, Ines'],
    ['Ask Ines.\n\nYours', 'Ask Ines.\n\nYours'],
    ['Hi\n\nInes Moreau\nFernhollow Energy\n', 'Hi\n\nTom Okafor\nFernhollow Energy\n'],
    ['Ines\n\nis who you met.\n\na\nb', 'Ines\n\nis who you met.\n\na\nb'],
    ['', ''],
  ])('is signed by them where it was signed by the first one: %j', (before, after) => {
    expect(inVoiceOf(before, 'Ines Moreau', 'Tom Okafor')).toBe(after)
  })

  it('takes a name for letters, whatever it looks like', () => {
    expect(inVoiceOf('Hi\n\nA$& (x)', 'A$& (x)', '$1 $& Bo')).toBe('Hi\n\n$1 $& Bo')
  })
})
