import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PoolQuery, QueryNode } from '../../../../src/domain/pool/query/ast.ts'
import { type BuilderForm, fieldAt, formOf, formOfText, queryOf } from '../../../../src/domain/pool/query/builder.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { runs } from '../../runs.ts'
import { asking } from './asking.ts'

const ME = 'UINES0001'
const parsed = (text: string): PoolQuery => {
  const read = parseQuery(text, asking())
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.refusal)}`)
  return read.value.query
}
const form = (text: string) => formOf(parsed(text), ME)
const filled = (fields: Partial<BuilderForm>) => printQuery(parsed(queryOf({ ...formOfText(''), ...fields }, ME).text))

describe('the form for a query', () => {
  it('shows each condition in its own field', () => {
    expect(
      form(
        'ana skill:k8s skill:go skill:rust,c++ location:Lisbon,"Austin, TX" role:"Senior SRE" seniority:senior,staff function:eng tier:A standing:rejected reason:pay kind:silver consent:expiring owner:me remote:yes rating:>=4 stale:>90d career:expert relation:client employment:notice next:<7d sort:name',
      ),
    ).toEqual({
      words: 'ana',
      skillsAll: 'Kubernetes, Go',
      skillsAny: 'Rust, C++',
      location: 'Lisbon, Austin',
      role: 'Senior SRE',
      seniority: ['senior', 'staff'],
      function: ['engineering'],
      tier: ['A'],
      standing: ['told_no'],
      reason: ['pay'],
      kind: ['near_miss'],
      consent: ['expiring'],
      career: ['expert'],
      relation: ['client'],
      employment: ['on_notice'],
      next: '<7d',
      owner: [ME],
      remote: 'yes',
      rated: '4',
      quiet: '90d',
      sort: 'name',
      rest: '',
    })
  })

  it('keeps words apart from what else there is', () => {
    expect(form('ana Paris "incident review" -php')).toMatchObject({
      words: 'ana Paris "incident review"',
      rest: '-skill:php',
    })
    expect(form('stale:>60d')).toMatchObject({ quiet: '60d', rest: '' })
    expect(form('remote:no owner:@UBEN00001 owner:@UBEN00001')).toMatchObject({ remote: 'no', owner: ['UBEN00001'] })
  })

  it('offers ratings that are at least so good, and keeps the others as text', () => {
    expect(form('rating:5')).toMatchObject({ rated: '5', rest: '' })
    expect(form('rating:>=2')).toMatchObject({ rated: '2', rest: '' })
    for (const other of ['rating:<=4', 'rating:4', 'rating:>=1'])
      expect(form(other)).toMatchObject({ rated: '', rest: other })
    expect(filled({ rated: '5' })).toBe('rating:5')
    expect(filled({ rated: '3', tier: ['A'] })).toBe('tier:A rating:>=3')
  })

  it('shows how long a skill is known beside it', () => {
    expect(form('skill:k8s>=3y skill:go')).toMatchObject({ skillsAll: 'Kubernetes 3y+, Go', rest: '' })
    expect(filled({ skillsAll: 'Kubernetes 3y+, Go' })).toBe('skill:kubernetes>=3y skill:go')
    expect(filled({ skillsAll: 'Kubernetes 3 years, Go', next: 'overdue' })).toBe(
      'skill:kubernetes>=3y skill:go next:overdue',
    )
  })

  it('is empty for everybody', () => expect(form('')).toEqual(formOfText('')))

  it.each([
    '-skill:php',
    'company:Acme',
    '(location:London OR tier:A)',
    'stale:>89d',
    'stale:<90d',
    'last:never',
    'added:<30d',
    'owner:ines',
    'owner:me,nobody',
    'pool:Bench',
    'source:referral',
    'stage:onsite',
    'next:<8d',
    'next:2026-12-01..2026-12-31',
    'skill:go>=3y,rust>=3y',
    'skill:go<=3y',
    'skill:"go 3..5y"',
    'custom:visa=yes',
    'custom:"notice-period=1 month",notice-period=none',
  ])('keeps what no field can say as text: %s', (text) => expect(form(text)).toEqual(formOfText(text)))

  it('keeps a second condition of a field that is taken', () => {
    expect(
      form('location:London location:Lisbon tier:A tier:B skill:go,rust skill:sql,php owner:me owner:@U123ABC'),
    ).toMatchObject({
      location: 'London',
      tier: ['A'],
      skillsAny: 'Go, Rust',
      owner: [ME],
      rest: 'location:Lisbon tier:B skill:sql,php owner:@U123ABC',
    })
  })

  it('keeps a place whose name has a comma in one piece', () => {
    expect(form('location:Aveiro').location).toBe('"Aveiro, Portugal"')
    expect(filled({ location: form('location:Aveiro').location })).toBe('location:"Aveiro, Portugal"')
  })

  it('and a text that is no query stands where it can be mended', () =>
    expect(formOfText('teir:A').rest).toBe('teir:A'))
})

describe('the query of a form', () => {
  it.each<[Partial<BuilderForm>, string]>([
    [{ words: 'senior SRE London' }, 'seniority:"senior" SRE location:London'],
    [{ words: 'ana OR', tier: ['A', 'B'] }, 'ana tier:A,B'],
    [{ words: '"incident review', tier: ['A'] }, 'incident review tier:A'],
    [{ words: '"incident review" "half', tier: ['A'] }, '"incident review" half tier:A'],
    [{ words: ' … ', rest: '""' }, ''],
    [{ skillsAll: 'k8s, golang,' }, 'skill:kubernetes skill:go'],
    [{ skillsAny: 'k8s; golang' }, 'skill:kubernetes,go'],
    [{ skillsAny: 'go, -php' }, 'skill:go -skill:php'],
    [{ location: 'Austin, TX' }, 'location:Austin'],
    [{ location: 'Lisbon, new york' }, 'location:Lisbon,"New York"'],
    [{ location: '-Porto' }, '-location:Porto'],
    [{ role: 'Senior SRE, "Lead, Data"' }, 'role:"Senior SRE","Lead, Data"'],
    [{ role: 'a" tier:B "' }, 'role:a,"tier:B"'],
    [{ owner: [ME, 'UBEN00001'] }, 'owner:me,@UBEN00001'],
    [{ remote: 'no', quiet: '6m', sort: 'stale' }, 'remote:no stale:>6m sort:stale'],
    [{ tier: ['A'], rest: 'OR tier:B) -skill:php' }, 'tier:A tier:B -skill:php'],
  ])('%j', (fields, text) => expect(filled(fields)).toBe(text))

  it('knows the field of each of its words', () => {
    const built = queryOf({ ...formOfText('teir:A'), words: 'ana', location: 'Lodnon', skillsAll: 'go, kuberntes' }, ME)
    const read = parseQuery(built.text, asking())
    expect(read.ok ? [] : read.refusal.map(({ at }) => fieldAt(built, at.start))).toEqual([
      'skillsAll',
      'location',
      'rest',
    ])
    expect(fieldAt(built, 9_999)).toBe('rest')
  })

  it('is the query that the form was made for, whatever that was', () => {
    const piece = fc.constantFrom(
      'senior', 'ana', 'New', 'york', 'Paris', '"incident review"', 'skill:go', 'skill:k8s', 'skill:rust,c++', '-skill:php', 'location:Aveiro,Lisbon',
      'location:"new york"', 'location:Nowhereville', 'role:"Senior SRE",x', 'tier:A', 'tier:A,B', 'seniority:lead', 'function:eng', 'consent:expiring,missing',
      'owner:me', 'owner:@U123ABC,me', 'owner:ana', 'remote:yes', '-remote:no', 'stale:>90d', 'stale:>7d', 'last:never', 'sort:name', '(tier:C OR ana)', '-(ana go)',
      'pool:Bench', 'kind:silver', 'skill:go>=3y', 'skill:sql 3..5y', 'next:<7d', 'next:december', 'career:expert', '-employment:notice', 'custom:visa=any', 'reason:pay', 'standing:hired', 'OR', 'lead', 'Rust', 'go',
    ) // biome-ignore format: a list
    const conditions = ({ where }: PoolQuery): readonly string[] =>
      (where === null ? [] : where.kind === 'and' ? where.nodes : [where])
        .map((node: QueryNode) => JSON.stringify(node))
        .toSorted()
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const query = parsed(pieces.join(' '))
        const again = parsed(queryOf(formOf(query, ME), ME).text)
        expect(conditions(again), pieces.join(' ')).toEqual(conditions(query))
        expect(again.sort).toBe(query.sort)
      }),
      runs(2_000),
    )
  })
})
