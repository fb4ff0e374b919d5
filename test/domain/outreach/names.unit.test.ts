import { describe, expect, it } from 'vitest'
import { comparesWithSomebody, namesSomebody, prepareNames } from '../../../src/domain/outreach/names.ts'

describe('a name in a text', () => {
  const others = prepareNames([
    'Marek Nowak',
    'Marek Nowak',
    'Marek Lis',
    'Will Smith',
    'Jo Ng',
    'Maria de Silva',
    ' 山田太郎 ',
    'X',
  ])
  it.each([
    ['marek was calm', true],
    ['Marek’s design', true],
    ["marek's design", true],
    ['lis was calm', false],
    ['Lis was calm', true],
    ['nowak', false],
    ['NOWAK', true],
    ['Markus', false],
    ['will do', false],
    ['Will did', true],
    ['will smith did', true],
    ['a smith', false],
    ['jo was calm', false],
    ['Jo was calm', true],
    ['De facto', false],
    ['a de silva fan', false],
    ['maria de silva', true],
    ['山田太郎さん', true],
    ['山田', false],
    ['X marks it', false],
    ['', false],
  ])('%j: %s', (text, names) => expect(namesSomebody(text, others)).toBe(names))

  it('is no other’s where it is one’s own', () => {
    expect(namesSomebody('Marek was calm', others, ['Marek Souza'])).toBe(false)
    expect(namesSomebody('Marek Nowak was calm', others, ['Marek Souza'])).toBe(true)
    expect(namesSomebody('Marek Nowak was calm', others, ['Marek Nowak'])).toBe(false)
    expect(namesSomebody('山田太郎', others, ['山田太郎'])).toBe(false)
  })
})

describe('a comparison', () => {
  it.each([
    ['we went with Zoltan', true], ['going for Zoltan', true], ['calmer than Zoltan', true], ['over  Zoltan', true], ['instead of Zoltan', true], ['ahead of Zoltan', true],
    ['versus Zoltan', true], ['vs Zoltan', true], ['vs. Zoltan', true], ['beat Zoltan', true], ['lost to Zoltan', true], ['lost out to Zoltan', true], ['chosen Zoltan', true],
    ['compared with Zoltan', true], ['unlike Zoltan', true], ['Behind Zoltan', true], ['picked Zoltan’s', true],
    ['Zoltan was a hair better but you stayed calm', true], ['ok, but Zoltan did it faster', true],
    ['Ana was better than most', false], ['Design was better than expected', false], ['Kubernetes was stronger than queues', false],
    ['went with Kubernetes', false], ['moved over Lisbon', false], ['than Ana', false], ['than most', false], ['than SRE', false], ['Zoltan went', false], ['discover Zoltan', false],
  ] as const)('%s: %s', (text, compares) => expect(comparesWithSomebody(text, ['Ana Souza'])).toBe(compares)) // biome-ignore format: a table
})
