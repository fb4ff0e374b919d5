import { describe, expect, it } from 'vitest'
import { namesIn, parseFlag } from '../../../src/domain/candidate/parse-flag.ts'

const flagged = (message: string) =>
  parseFlag(message, {
    roles: ['Senior SRE', 'Product Designer', 'Account Executive'],
    memberNames: ['Tom Becker', 'Ines Duarte', 'Priya Raman', 'Marek Novak', 'Ana Pinto'],
    speakers: ['Tom Becker'],
  })

describe('flagging a message', () => {
  it('takes the message as the reason and hears "I would hire her"', () => {
    const message = "Superb on incident design; we went with Marek by a hair. I'd hire her tomorrow."
    expect(flagged(message)).toEqual({ fullName: undefined, role: undefined, excerpt: message, wouldHire: 'yes_now' })
  })

  it('knows the candidate from the colleague who won', () => {
    expect(
      flagged('Nadia Rahimi was superb on incident design for the Senior SRE role; we went with Marek Novak.'),
    ).toMatchObject({
      fullName: 'Nadia Rahimi',
      role: 'Senior SRE',
    })
    expect(flagged('We went with Peter Smith over Lena Fischer').fullName).toBe('Lena Fischer')
  })

  it.each([
    ['Interviewed Ana Souza with Ines Duarte today', 'Ana Souza'],
    ["Met Jean-Luc de la Cruz O'Neil yesterday", "Jean-Luc de la Cruz O'Neil"],
    ['Great debrief on Product Designer: Sofia London nailed the portfolio', 'Sofia London'],
    ['Tom Becker interviewed Mei Tan', 'Mei Tan'],
    ['Met Khalid al-Fayed today', 'Khalid al-Fayed'],
    ["Giulia d'Angelo was superb", "Giulia d'Angelo"],
  ])('finds the name in "%s"', (message, name) => expect(flagged(message).fullName).toBe(name))

  it.each([
    'Just interviewed Nadia Rahimi. Incredible depth on incident response.',
    'Interviewed Nadia Rahimi. Kubernetes expert',
    'Nadia Rahimi. Outstanding.',
    'Met Nadia Rahimi. Would hire tomorrow',
    'Nadia Rahimi. Close second for SRE',
    'Strong Hire. Nadia Rahimi.',
    "Nadia Rahimi's onsite was superb",
    'Nadia Rahimi’s onsite was superb',
    'Nadia Rahimi from Deutsche Bank was strong',
    'Nadia Rahimi, ex-Deutsche Bank, was strong',
  ])('ends the name where the sentence, the possessive or the employer begins: "%s"', (message) =>
    expect(flagged(message).fullName).toBe('Nadia Rahimi'),
  )

  it.each([
    ['Met Ana B. Souza today', 'Ana B. Souza'],
    ['Met J. R. Souza-Lima.', 'J. R. Souza-Lima'],
    ['Met Dr. Ana Souza.', 'Dr. Ana Souza'],
    ["Interviewed Ana St. John. She's superb", 'Ana St. John'],
  ])('keeps initials and short forms in "%s"', (message, name) => expect(flagged(message).fullName).toBe(name))

  it.each([
    ['Marek Nowak beat Nadia Rahimi by a hair', 'Nadia Rahimi'],
    ['Our hire Marek Nowak starts Monday; Nadia Rahimi is the runner-up', 'Nadia Rahimi'],
    ['Marek Nowak starts Monday; Nadia Rahimi is the runner-up', 'Nadia Rahimi'],
    ['Marek Nowak starts on Monday', undefined],
    ['Offer went out to Marek Nowak. Nadia was so close', undefined],
    ['Compared to Marek Nowak she was calm', undefined],
    ['She was faster than Marek Nowak did', undefined],
    ['Better than Marek Nowak honestly: Nadia Rahimi', 'Nadia Rahimi'],
    ['Unlike Marek Nowak, Nadia Rahimi drew it first', 'Nadia Rahimi'],
    ['Marek Nowak is joining us as Senior SRE. Nadia Rahimi was second.', 'Nadia Rahimi'],
    ['Marek Nowak accepted. Nadia Rahimi lost to him by a hair', 'Nadia Rahimi'],
    ['Marek Nowak got the job, Nadia Rahimi so close', 'Nadia Rahimi'],
    ['Nadia Rahimi came second to Marek Nowak', 'Nadia Rahimi'],
    ['Jonas Berg and Nadia Rahimi, runner-up', 'Nadia Rahimi'],
  ])('never takes whoever won for the candidate: "%s"', (message, name) => expect(flagged(message).fullName).toBe(name))

  it.each([
    'Nadia Rahimi was better at queues than anybody',
    'Nobody was better than Nadia Rahimi',
    'Nadia Rahimi is joining us for a second round on Friday',
    'Nadia Rahimi started with a clear plan',
    'Nadia Rahimi starts with the user, always',
    'Nadia Rahimi accepted the feedback well',
    'Nadia Rahimi won the room',
    'Nadia Rahimi beat every expectation',
    'Nadia Rahimi got the point at once',
    'We nearly hired Nadia Rahimi',
    "I'd have hired Nadia Rahimi",
    'They hired Peter Smith rather than Nadia Rahimi, who was superb',
    'We met Nadia Rahimi over lunch',
    'Nadia Rahimi blew us away, second interview was superb',
  ])('still finds her where the words only look like it: "%s"', (message) =>
    expect(flagged(message).fullName).toBe('Nadia Rahimi'),
  )

  it.each([
    'Superb candidate',
    'Senior SRE in New York',
    'Thanks Tom Becker!',
    '<@U123ABC> was great',
    'Kubernetes Terraform',
    'Great Product Designer',
  ])('guesses no name in "%s"', (message) => {
    expect(flagged(message).fullName).toBeUndefined()
  })

  it('finds the one job that "the SRE role" can mean', () => {
    expect(flagged('great for the SRE role').role).toBe('Senior SRE')
    expect(flagged('great for the engineer role').role).toBeUndefined()
  })

  it.each([
    ['would hire again at a lower level', 'another_level'],
    ['great fit for the Platform team', 'another_team'],
    ["I wouldn't hire them", undefined],
  ])('hears "%s"', (message, wouldHire) => expect(flagged(message).wouldHire).toBe(wouldHire))

  it('cuts a long message to what a field holds', () => expect(flagged('a'.repeat(9_000)).excerpt).toHaveLength(3_000))
})

describe('whom a message may be about', () => {
  const people = (message: string, speakers: readonly string[] = []) =>
    namesIn(message, { roles: ['Senior SRE', 'Data Engineer'], memberNames: ['Tom Becker'], speakers })

  it('is who does something or was spoken to, before who is only named', () => {
    expect(people('Lena Fischer and Jonas Berg; met Mei Tan, Nadia Rahimi was superb')).toEqual([
      'Mei Tan',
      'Nadia Rahimi',
      'Lena Fischer',
      'Jonas Berg',
    ])
    expect(people('Jonas Berg, then Lena Fischer. Spoke to Lena Fischer.')).toEqual(['Lena Fischer', 'Jonas Berg'])
    expect(people(`Met ${'x '.repeat(30)} Jonas Berg and Lena Fischer ${'x '.repeat(20)} was superb`)).toEqual([
      'Jonas Berg',
      'Lena Fischer',
    ])
  })

  it('is hardly somebody with the first name of whoever speaks', () => {
    expect(people('Ines Silva and Jonas Berg', ['Ines Duarte'])).toEqual(['Jonas Berg', 'Ines Silva'])
    expect(people('Silva Ines and Jonas Berg', ['Ines Duarte'])).toEqual(['Silva Ines', 'Jonas Berg'])
    expect(flagged('Tom Miller').fullName).toBeUndefined()
    expect(flagged('Tom Miller was superb').fullName).toBe('Tom Miller')
  })

  it.each([
    ['Met Nadia Rahimi Today', ['Nadia Rahimi']],
    ['We Met Nadia Rahimi', ['Nadia Rahimi']],
    ['Thanks to Nadia Rahimi', []],
    ['We hired Nadia Rahimi', []],
    ['Interviewed by Nadia Rahimi', []],
    ['TOM BECKER and Tom Becker', []],
    ['Nadia Rahimi.', ['Nadia Rahimi']],
    ['The Very Best', []],
    ['Hi Nadia', []],
    ['Data Rahimi', []],
    ['Senior Rahimi', []],
    ['NASA Rahimi', []],
    ['Jack London', ['Jack London']],
    ['Franz Kafka', ['Franz Kafka']],
    ['Paris Austin', ['Paris Austin']],
    ['London Lisbon', []],
    ['London Kubernetes', []],
    ['New York', []],
    ['nadia rahimi', []],
    ['#Nadia Rahimi', []],
    [`${'x'.repeat(20_000)} Nadia Rahimi`, []],
  ])('%#: of "%s" these', (message, names) => expect(people(message)).toEqual(names))

  it('takes the longest of several titles, and none where the words fit two jobs', () => {
    const role = (message: string, roles: readonly string[]) =>
      parseFlag(message, { roles, memberNames: [], speakers: [] }).role
    expect(role('for the Senior SRE Lead job', ['SRE', 'Senior SRE Lead', 'Senior SRE'])).toBe('Senior SRE Lead')
    expect(role('great c++ developer (remote).', ['C++ Developer', ''])).toBe('C++ Developer')
    expect(role('for our sre position', ['Senior SRE'])).toBe('Senior SRE')
    expect(role('for the sre vacancy', ['Senior SRE', 'Junior SRE'])).toBeUndefined()
    expect(role('for our designer', ['Product Designer'])).toBeUndefined()
    expect(role('the sreX role', ['Senior SRE'])).toBeUndefined()
  })

  it.each([
    ["I'd hire her", 'yes_now'],
    ['would absolutely hire Nadia', 'yes_now'],
    ['we would still make him an offer', 'yes_now'],
    ["I'd gladly work with them", 'yes_now'],
    ['hire him in a heartbeat', 'yes_now'],
    ['would not have hired her', undefined],
    ['not hired', undefined],
    ['we hire a lot', undefined],
    ['at a different level', 'another_level'],
    ['on the next level', 'another_level'],
    ['one level down', 'another_level'],
    ['as a junior hire', 'another_level'],
    ['as an senior instead', 'another_level'],
    ['too senior for this', 'another_level'],
    ['on another team', 'another_team'],
    ['for your team', 'another_team'],
    ['better fit for Data team', 'another_team'],
  ])('hears in "%s" %s', (message, wouldHire) => expect(flagged(message).wouldHire).toBe(wouldHire))
})
