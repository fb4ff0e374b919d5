import { describe, expect, it } from 'vitest'
import { FACT_KINDS, type FactKind } from '../../../src/domain/outreach/fact.ts'
import { isInternalMatter } from '../../../src/domain/outreach/internal-matter.ts'

describe('pay, and why or how we decided, stays with us', () => {
  it.each<[FactKind, string]>([
    ['wish', 'wants at least 95k base'],
    ['wish', '£110k'],
    ['wish', '95,000 EUR'],
    ['wish', 'more money than we offered'],
    ['wish', 'a better salary'],
    ['wish', 'better pay and a smaller team'],
    ['wish', 'some equity'],
    ['wish', 'a signing bonus'],
    ['promise', 'to talk about a pay rise in spring'],
    ['role', 'SRE (95k base)'],
    ['strength', 'superb, but expects 120k'],
    ['strength', 'superb, but she was too expensive'],
    ['strength', 'calm, though we have no headcount'],
    ['strength', 'calm, and there was no budget for her'],
    ['advice', 'depth in Go is why we did not hire her'],
    ['strength', 'a very close runner-up to somebody'],
    ['praise', 'we went with somebody cheaper'],
    ['praise', 'great, but they lost out to another finalist'],
    ['praise', 'scored 4/5 on design'],
    ['advice', 'Lacked depth in Go, scored 2/5, which is why we said no'],
    ['advice', 'rated 2 out of 5 on depth'],
    ['advice', 'she was rejected for depth in Go'],
    ['advice', 'depth in Go was the reason for the rejection'],
  ])('in a %s: %s', (kind, text) => expect(isInternalMatter(kind, text)).toBe(true))

  it.each<[FactKind, string]>([
    ['wish', 'a move into incident leadership'],
    ['wish', 'a role with a budget of her own'],
    ['wish', 'systems with 100k users'],
    ['wish', 'a team that pays attention to detail'],
    ['wish', 'a 4-day week, from October 2026'],
    ['wish', 'to work on payments or payroll'],
    ['wish', 'health equity and open data'],
    ['promise', 'we offered to call in May'],
    ['strength', 'pays attention to detail'],
    ['strength', 'paid down years of technical debt'],
    ['strength', 'cut the cloud bill by £40k'],
    ['strength', 'kept error rates low at 50k requests'],
    ['strength', 'explained saga compensation clearly'],
    ['strength', 'stayed calm when her design was rejected'],
    ['strength', 'chose Postgres over Mongo for good reason'],
    ['strength', 'offered to help another team'],
    ['strength', 'kept the budget in sight'],
    ['strength', 'had no budget and still shipped'],
    ['strength', 'rated 5 stars by customers'],
    ['strength', 'rebuilt our offer page'],
    ['strength', 'grew in confidence'],
    ['strength', 'Spanish is a bonus'],
    ['strength', 'a credit scoring model that scored 95% in tests'],
    ['strength', 'on call 24/7 without complaint'],
    ['praise', 'I would hire her tomorrow'],
    ['advice', 'say sooner what you would measure'],
    ['advice', 'ask why we chose Kafka'],
    ['skill', 'Compensation and benefits'],
    ['role', 'Salary Benchmarking Lead'],
  ])('but ordinary words may be told, as in a %s: %s', (kind, text) => expect(isInternalMatter(kind, text)).toBe(false))

  it('and is looked for in every kind that may be told', () => {
    const told = (Object.keys(FACT_KINDS) as FactKind[]).filter((kind) => FACT_KINDS[kind].told !== 'never')
    const free = told.filter((kind) => !isInternalMatter(kind, 'expects 95k base'))
    expect(free).toEqual(['skill', 'location'])
  })
})
