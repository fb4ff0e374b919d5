import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Filter, QueryNode } from '../../../../src/domain/pool/query/ast.ts'
import { explain } from '../../../../src/domain/pool/query/explain.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { MAX_QUERY_LENGTH } from '../../../../src/domain/pool/query/problem.ts'
import { skillLabel } from '../../../../src/domain/pool/skills.ts'
import { runs } from '../../runs.ts'
import { asking } from './asking.ts'

// Pieces that meet in real queries and in hostile ones; every sequence of them is tried.
const piece = fc.constantFrom(
  'senior',
  'SRE',
  'London',
  'New',
  'York',
  '-New',
  'Paris',
  'site',
  'reliability',
  'engineer',
  'Ana',
  'O’Neil',
  'go',
  'c++',
  '.net',
  'C#',
  'remote',
  'in',
  'with',
  'lead',
  'LA',
  'la',
  'skill:',
  'skill:go',
  'skill:k8s,rust',
  'skill: machine learning',
  'skill:"c/c++"',
  'skill:.go',
  'location:“New York”',
  'location:Aveiro',
  'location:Paris,France',
  'location:Paris,"France"',
  'location:WA',
  'MA',
  'location:Nowhereville',
  'loc:',
  'role:"Senior SRE"',
  'Role : x',
  'stale:&gt;90d',
  'stale:> 3 months',
  'stale:90',
  'last:never',
  'last:<2026-03-01',
  'last:2026-01-01..2026-03-31',
  'added:march',
  'last:never,>1y',
  'stale:90d..6m',
  'last:">=30d"',
  'rating:>=4',
  'skill:go>=3y',
  'skill:rust,c++<2y,sql 3..5y',
  'kubernetes>3y',
  'foo>=3y',
  '3+ years',
  '5y of',
  'the',
  'based',
  '"google cloud">=3y',
  'experience',
  'SREs',
  'developer',
  'skill:(go OR rust)',
  'location:(New York, Paris or France)',
  'owner:ana',
  'stale:90d+',
  '- (',
  'skill:".net >= 3 years"',
  'relation:client',
  'employment:notice,employed',
  'career:expert',
  'next:<7d',
  'next:overdue,none',
  'next:1w..1m',
  'next:december',
  'custom:notice-period=3',
  'custom:"notice-period=1 month",bonus>=3',
  'field:visa=any',
  'custom:visa',
  'rating:3..4,1',
  'rating:9',
  'tier:A,b',
  'owner:me',
  'owner:<@U123ABC|ana>',
  'owner:@ana',
  'sort:name',
  'pool:"SRE bench"',
  'company:R&D;x',
  'reason:runner-up',
  'standing:"not told"',
  'standing:not',
  'standing:not_told',
  'told',
  'yet',
  'r',
  'seniority:>=senior',
  'last:march',
  '2025',
  'remote:no',
  'kind:internal',
  'function:eng,customer success',
  'function: people',
  'consent:expiring',
  '-consent:none',
  'bogus:1',
  'tier:z',
  'skill:-php',
  'skill:!go,rust',
  'AND',
  'or',
  'NOT',
  '-',
  '—',
  '(',
  ')',
  '"',
  '“',
  ',',
  ', ',
  '|',
  '&amp;',
  '&amp;amp;lt;',
  '!',
  ':',
  '>',
  '<',
  "'",
  '…',
  '🥈',
  '\u202e',
  '\u0000',
  '\u0301',
  '=\u0338',
  '،',
  '"incident design"',
  '" "',
  "'x y'",
)
const query = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''))

/** Words without which a part of the query would have been left out of its sentence. */
function signsOf(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(signsOf)
    case 'not':
      return signsOf(node.node)
    case 'words':
      return [`match “${node.text}”`]
    case 'either':
      return [`match “${node.words}”`, ...signsOf(node.filter)]
    case 'filter':
      return [SIGNS[node.field], ...('any' in node && node.field === 'skill' ? node.any.map(skillLabel) : [])]
  }
}
const SIGNS: Readonly<Record<Filter['field'], string>> = {
  skill: 'know ',
  location: 'in ',
  seniority: '',
  function: 'work in ',
  tier: 'tier ',
  standing: '',
  reason: 'not hired (',
  kind: 'internal',
  owner: 'owned by ',
  role: 'considered for ',
  pool: 'in the pool ',
  source: 'from the source ',
  company: 'at “',
  stage: 'reached ',
  remote: 'open to remote work',
  consent: 'permission to contact',
  relation: 's',
  employment: 'e',
  career: '',
  custom: 'marked ',
  next: 'next touchpoint',
  rating: 'rated ',
  stale: 'quiet for ',
  last: 'contacted',
  added: 'added ',
}

// Generous: two cores are shared with whatever else runs.
describe('any text behind /pool', { timeout: 60_000 }, () => {
  it('is read or refused, never an exception: 10,000 random strings', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme' }), query),
        (text) => {
          const read = parseQuery(text, asking())
          if (!read.ok) expect(read.refusal.length).toBeGreaterThan(0)
        },
      ),
      runs(10_000),
    )
  })

  it('means the same once printed and read again', () => {
    fc.assert(
      fc.property(query, (text) => {
        const read = parseQuery(text, asking())
        if (!read.ok) return
        const printed = printQuery(read.value.query)
        expect(printed.length).toBeLessThanOrEqual(MAX_QUERY_LENGTH)
        const again = parseQuery(printed, asking())
        expect(again, printed).toMatchObject({ ok: true })
        if (again.ok) expect(again.value.query, printed).toEqual(read.value.query)
        expect(explain(read.value.query)).not.toBe('')
        expect(JSON.parse(JSON.stringify(read.value.query))).toEqual(read.value.query)
      }),
      runs(4_000),
    )
  })

  it('is told with every filter that it has', () => {
    fc.assert(
      fc.property(query, (text) => {
        const read = parseQuery(text, asking())
        if (!read.ok || read.value.query.where === null) return
        const told = explain(read.value.query)
        for (const said of signsOf(read.value.query.where)) expect(told, text).toContain(said)
      }),
      runs(2_000),
    )
  })

  it('has each problem point at its own words', () => {
    fc.assert(
      fc.property(query, (text) => {
        const read = parseQuery(text, asking())
        if (read.ok) return
        for (const { at } of read.refusal) {
          expect(at.start).toBeGreaterThanOrEqual(0)
          expect(at.end).toBeGreaterThan(at.start)
        }
      }),
      runs(1_000),
    )
  })
})
