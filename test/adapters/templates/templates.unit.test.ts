import { describe, expect, it } from 'vitest'
import { makeTemplates } from '../../../src/adapters/templates/make-templates.ts'
import { type ComposedText, type ComposeRequest, compose } from '../../../src/domain/outreach/compose.ts'
import type { Fact, FactKind } from '../../../src/domain/outreach/fact.ts'
import { PURPOSES, type Purpose } from '../../../src/domain/outreach/purpose.ts'
import { aFact, anaAndTom, daysAgo, id, nobodyElse, noon } from '../../support/outreach-builders.ts'

const templates = makeTemplates()
const say = (kind: FactKind, text: string, number: number): Fact => aFact({ id: id<'fact'>(number), kind, text })
const role = say('role', 'Senior SRE', 1)
const strength = say('strength', 'you ran the outage exercise as if it were your own team', 2)
const wish = say('wish', 'incident leadership', 3)
const advice = say('advice', 'say sooner what you would measure', 4)
const praise = say('praise', 'Superb on incident design', 5)
const promise = say('promise', 'in the autumn', 6)
const skill = say('skill', 'Kubernetes', 7)

function draft(purpose: Purpose, facts: readonly Fact[], changes: Partial<ComposeRequest> = {}): ComposedText {
  const input = compose({
    purpose,
    people: anaAndTom,
    facts,
    senderName: 'Ines',
    companyName: 'Fernhollow Energy',
    job: { title: 'Staff SRE', location: 'London', remoteOk: true },
    lastTouchAt: daysAgo(217),
    now: noon,
    ...changes,
  })
  if (!input.ok) throw new Error(input.refusal.kind)
  return templates.render(input.value)
}

describe('a decline', () => {
  it('says the outcome first, thanks for something specific, gives one piece of advice and, where the door stays open, asks to stay in touch', () => {
    expect(draft('decline', [role, strength, advice], { lastTouchAt: daysAgo(5), asksToStay: true }).body).toBe(`Hi Ana,

I am sorry to say that we are not going ahead with your application for the Senior SRE role.

Thank you for what you showed us. What stood out: you ran the outage exercise as if it were your own team. One thing that may help next time: say sooner what you would measure.

If you would like to talk it through, I am glad to call.

May I stay in touch about future roles? A simple yes is enough. A no is fine too, and I will leave it there.

Ines
Fernhollow Energy`)
  })
  it('asks nothing of the future where nobody chose to keep the door open', () => {
    const { body } = draft('decline', [role, strength])
    expect(body).not.toContain('stay in touch')
    expect(body).toContain('Would it help to talk it through?')
    expect(draft('keep_warm', [wish], { asksToStay: true }).body).not.toContain('May I stay in touch')
  })
  it('compares with nobody and promises nothing', () => {
    const body = draft('decline', [role, praise, advice]).body
    expect(body).not.toMatch(
      /stronger|other candidate|somebody else|better fit|unfortunately|keep your (cv|résumé)|guarantee/i,
    )
  })
})

describe('a keep-warm note', () => {
  it('owns up to the silence, keeps the promise and asks one easy question', () => {
    const { subject, body } = draft('keep_warm', [promise, wish, role])
    expect(subject).toBe('How are things, Ana?')
    expect(body).toContain(
      'It has been seven months since we were last in touch, which is longer than I meant it to be. We had left it at “in the autumn”',
    )
    expect(body).toContain('what would make a next move right for you: “incident leadership”. Is that still so?')
    expect(body.match(/\?/g)).toHaveLength(1)
  })
  it('pitches no job', () => {
    expect(draft('keep_warm', [strength, role]).body).not.toMatch(/Staff SRE|opening|opportunit|vacanc/i)
  })
})

describe('a note about a new role', () => {
  it('names the job, why them, and lets them say no', () => {
    const { subject, body } = draft('new_role', [role, wish, strength])
    expect(subject).toBe('Staff SRE at Fernhollow Energy')
    expect(body).toContain('Our Staff SRE role (London or remote) has opened, and I thought of you.')
    expect(body).toContain('a no is just as welcome')
  })
})

describe('every template', () => {
  const sets = [
    [],
    [role],
    [strength],
    [praise],
    [wish],
    [promise],
    [skill],
    [advice],
    [role, wish],
    [strength, advice],
    [promise, wish, role],
    [wish, praise, role],
    [strength, advice, role],
  ]
  const cases = (Object.keys(PURPOSES) as Purpose[]).flatMap((purpose) =>
    sets.flatMap((facts) =>
      [217, undefined].map((days) => ({
        purpose,
        facts,
        days,
        kinds: facts.map(({ kind }) => kind).join('+') || 'nothing',
      })),
    ),
  )

  it.each(cases)('reads whole for $purpose with $kinds after $days days', ({ purpose, facts, days }) => {
    const { body } = draft(purpose, facts, { lastTouchAt: days === undefined ? undefined : daysAgo(days) })
    expect(body).not.toMatch(/ {2}|\n{3}| [.,?]|\.\.|“”|null|undefined|[{}]|: \.|\( ?\)/)
    for (const line of body.split('\n').filter((one) => one.includes(' ') && one !== 'Fernhollow Energy'))
      expect(line).toMatch(/^[A-Z].*[.?,]$/)
    expect(body).not.toMatch(
      /hope this (finds|e-?mail)|touch(ing)? base|reach(ing)? out|circle back|exciting|rockstar|ninja|dream job|perfect fit|just checking in/i,
    )
    expect(body.split(/\s+/).length).toBeLessThanOrEqual(120)
    expect(body).toMatch(/\?/)
  })

  it('greets without a name where what we have is none', () => {
    expect(draft('keep_warm', [], { people: { ...anaAndTom, own: '{{ 7 | times: 7 }}' } })).toMatchObject({
      subject: 'How are things?',
      body: expect.stringMatching(/^Hello,\n/),
    })
  })
  it('says “One of the team” where the author of the praise is not named', () => {
    expect(draft('decline', [praise], { people: nobodyElse }).body).toContain(
      'One of the team wrote afterwards: “Superb on incident design”.',
    )
  })
})

describe('a template that somebody changed', () => {
  const rendering = (source: string) => () =>
    makeTemplates(() => source).render({
      purpose: 'decline',
      greeting: 'Ana',
      sender: 'Ines',
      company: 'F',
      job: undefined,
      silence: undefined,
      cited: {
        promise: undefined,
        wish: undefined,
        strength: { factId: id<'fact'>(1), text: 'calm in the outage exercise', by: undefined },
        praise: undefined,
        advice: undefined,
        skill: undefined,
        role: undefined,
      },
    })

  it('is heard of when it asks for something that does not exist, or reads what is not its input', () => {
    expect(rendering('Subject: x\n{{ candidate.rating }}')).toThrow(/undefined variable/)
    expect(rendering('Subject: x\n{{ cited.constructor }}')).toThrow(/undefined variable/)
    expect(rendering('Subject: x\n{% include "/etc/passwd" %}')).toThrow(/ENOENT|not found|Failed to lookup/i)
    expect(rendering('No subject')).toThrow(/begins with a line/)
  })
  it('is heard of when it cuts through a cited fact', () => {
    expect(rendering('Subject: x\n{{ cited.strength | truncate: 10 }}')).toThrow(/cut through/)
  })
  it('cannot run for ever', () => {
    expect(rendering('Subject: x\n{% for i in (1..100000000) %}{{ i }}{% endfor %}')).toThrow(/limit/)
  })
})
