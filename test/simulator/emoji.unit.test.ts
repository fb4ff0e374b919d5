import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emoji } from '../../simulator/page/client/text/emoji.ts'

/** Nothing else has small letters between two colons without a space, but for what a pattern may not keep (`(?:mailto:`). */
const CODES = /(?<![\w:?]):([a-z][a-z0-9_]+):(?![\w:])/g

const codes = new Set(
  globSync('src/{domain/shared/words,views,commands,jobs}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(CODES)].map(([, name = '']) => name),
  ),
)

describe('the page of the local workspace', () => {
  it('draws every emoji that Medallist writes', () => {
    expect(codes.size).toBeGreaterThan(20)
    expect([...codes].filter((name) => emoji(name) === undefined)).toEqual([])
  })
})
