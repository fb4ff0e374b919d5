import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTemplates } from '../../../src/adapters/templates/make-templates.ts'
import { citedText } from '../../../src/domain/outreach/citing.ts'
import { compose, MOST_WORDS } from '../../../src/domain/outreach/compose.ts'
import { FACT_KINDS, type Fact, type FactKind, tellable } from '../../../src/domain/outreach/fact.ts'
import { prepareNames } from '../../../src/domain/outreach/names.ts'
import { wordCount } from '../../../src/domain/outreach/plain-text.ts'
import { PURPOSES, type Purpose } from '../../../src/domain/outreach/purpose.ts'
import { aFact, daysAgo, id, noon, tom } from '../../support/outreach-builders.ts'

const templates = makeTemplates()
const hostile = fc.constantFrom(
  '{{ sender }}',
  '{% include "x" %}',
  '{{ "a" | upcase }}',
  '{%- endif -%}',
  '\uE000\uE100evil\uE001',
  '\uE001',
  '<!channel>',
  '<https://evil|click>',
  '<script>alert(1)</script>',
  '\u202Eevil',
  'a\u0000b',
  "'; DROP TABLE send; --",
  '=HYPERLINK("x")',
  '👩‍👩‍👧 family',
  'line\nbreak\r\nSubject: other',
  'x'.repeat(5_000),
  'many words '.repeat(500),
  'She said "yes". Then "no".',
  '{{',
  '}}',
  '$&',
  '\\u0041',
)
const text = fc.oneof(
  hostile,
  hostile,
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.tuple(hostile, fc.lorem({ maxCount: 5 })).map((parts) => parts.join(' ')),
)
const MARKER = /zq\d+/
/** Every fact carries a word of its own, so that a text that tells it can be caught. */
const facts = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(FACT_KINDS) as FactKind[])),
      words: text,
      telling: fc.constantFrom('may_be_mentioned', 'may_be_mentioned', 'internal_only'),
      retracted: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(
      ({ kind, words, telling, retracted }, index): Fact =>
        aFact({
          id: id<'fact'>(index),
          kind,
          text: index % 2 === 0 ? `zq${index} ${words}` : `${words} zq${index}`,
          telling,
          retractedAt: retracted ? noon : undefined,
          statedAt: daysAgo(index),
        }),
    ),
  )
const requests = fc.record({
  purpose: fc.constantFrom(...(Object.keys(PURPOSES) as Purpose[])),
  people: fc.record({
    own: fc.oneof(text, fc.constant('Ana Souza')),
    others: fc.constant(prepareNames([])),
    authors: text.map((name) => new Map([[tom, name]])),
  }),
  facts,
  senderName: text,
  companyName: text,
  job: fc.record({ title: text, location: fc.option(text, { nil: undefined }), remoteOk: fc.boolean() }),
  lastTouchAt: fc.option(fc.integer({ min: 0, max: 3_000 }).map(daysAgo), { nil: undefined }),
  now: fc.constant(noon),
})

// Thousands of runs take a second alone, and longer beside a busy neighbour.
describe('a draft by template, whatever was typed into the facts', { timeout: 60_000 }, () => {
  it('makes every claim point at words that are exactly what its fact says', () => {
    let claims = 0
    fc.assert(
      fc.property(requests, (request) => {
        const input = compose(request)
        if (!input.ok) throw new Error('no job')
        const draft = templates.render(input.value)
        for (const claim of draft.claims) {
          const fact = request.facts.find((one) => one.id === claim.factId)
          expect(fact && citedText(fact)).toBe(draft.body.slice(claim.start, claim.end))
          expect(fact && tellable(fact, request.purpose, request.people)).toBe(true)
          claims += 1
        }
        // Whatever carries a fact's own word lies inside a claim.
        const outside = draft.claims
          .toSorted((a, b) => b.start - a.start)
          .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), draft.body)
        expect(outside).not.toMatch(MARKER)
        expect(draft.subject).not.toMatch(MARKER)
      }),
      { numRuns: 1_500 },
    )
    expect(claims).toBeGreaterThan(300)
  })

  it('never tells what is internal, stays under 120 words, on one subject line, with nothing invisible', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const input = compose(request)
        if (!input.ok) throw new Error('no job')
        const { subject, body } = templates.render(input.value)
        for (const fact of request.facts) {
          if (!tellable(fact, request.purpose, request.people))
            expect(`${subject}\n${body}`).not.toMatch(new RegExp(`${MARKER.exec(fact.text)?.[0]}(?!\\d)`))
        }
        expect(wordCount(body)).toBeLessThanOrEqual(MOST_WORDS)
        expect(subject).not.toMatch(/[\r\n]/)
        expect(subject.length).toBeLessThan(200)
        expect(`${subject}${body}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
      }),
      { numRuns: 1_500 },
    )
  })
})
