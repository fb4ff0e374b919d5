import { describe, expect, it } from 'vitest'
import { makeLog } from '../../../src/adapters/system/log.ts'

const logged = (err: unknown): Record<string, unknown> => {
  const lines: string[] = []
  makeLog('debug', { write: (line) => void lines.push(line) }).error({ err }, 'an act failed')
  return JSON.parse(lines.join('')) as Record<string, unknown>
}
const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('of an error the log tells', () => {
  it('its kind and place, never what it quotes', () => {
    const quoting = [
      thrown(() => JSON.parse('Ana Souza, ana@example.com')),
      new Error('Failing row contains (Ana Souza)', { cause: new Error('ana@example.com') }),
      new Error('no room for\n    at Ana Souza (ana@example.com)'),
      Object.assign(new Error('duplicate'), { code: '23505', detail: 'Key (name)=(Ana Souza) already exists.' }),
      'Ana Souza',
    ]
    for (const err of quoting) expect(JSON.stringify(logged(err))).not.toMatch(/Ana|ana@/)
    expect(logged(quoting[3])).toMatchObject({ msg: 'an act failed', err: { kind: 'Error', code: '23505' } })
  })

  it('the message of a mistake in our own code, which helps to find it', () => {
    const err = thrown(() => (undefined as unknown as { name: string }).name)
    expect(logged(err)).toMatchObject({ err: { kind: 'TypeError', message: expect.stringContaining('reading') } })
  })
})
