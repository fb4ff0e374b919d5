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

describe('the words around a name tell whom a message is about', () => {
  const people = (message: string) => namesIn(message, { roles: [], memberNames: [], speakers: [] })

  it.each([
    'Jonas Berg, and we interviewed Nadia Rahimi',
    'Jonas Berg, and I met Nadia Rahimi',
    'Jonas Berg, so I flag Nadia Rahimi',
    'Jonas Berg, though I am flagging Nadia Rahimi',
    'Jonas Berg, but this is about Nadia Rahimi',
    'Jonas Berg, and please meet Nadia Rahimi',
    'Jonas Berg, and we loved Nadia Rahimi',
    'Jonas Berg; re Nadia Rahimi',
    'Jonas Berg; re: Nadia Rahimi',
    'Jonas Berg; re : Nadia Rahimi',
    'Jonas Berg; candidate: Nadia Rahimi',
    'Jonas Berg; our finalist Nadia Rahimi',
    'Jonas Berg, and I spoke to Nadia Rahimi',
    'Jonas Berg, and I spoke with Nadia Rahimi',
    'Jonas Berg, and I chatted with Nadia Rahimi',
    'Jonas Berg, and a shout-out to Nadia Rahimi',
    'Jonas Berg, and a shoutout to Nadia Rahimi',
    'Jonas Berg, and sad to lose Nadia Rahimi',
    'Jonas Berg, and we met  Nadia Rahimi',
  ])('that we dealt with them: %s', (message) => expect(people(message)).toEqual(['Nadia Rahimi', 'Jonas Berg']))

  it.each([
    'Jonas Berg and Nadia Rahimi, was superb',
    'Jonas Berg and Nadia Rahimi is superb',
    'Jonas Berg and Nadia Rahimi did well',
    'Jonas Berg and Nadia Rahimi has depth',
    'Jonas Berg and Nadia Rahimi had a plan',
    'Jonas Berg and Nadia Rahimi would fit',
    'Jonas Berg and Nadia Rahimi could lead',
    'Jonas Berg and Nadia Rahimi nailed it',
    'Jonas Berg and Nadia Rahimi impressed',
    'Jonas Berg and Nadia Rahimi came early',
    'Jonas Berg and Nadia Rahimi blew us away',
    'Jonas Berg and Nadia Rahimi showed depth',
    'Jonas Berg and Nadia Rahimi interviewed',
    'Jonas Berg and Nadia Rahimi gave a talk',
    'Jonas Berg and Nadia Rahimi finished early',
    'Jonas Berg and Nadia Rahimi lost no time',
    'Jonas Berg and Nadia Rahimi deserves it',
    'Jonas Berg and Nadia Rahimi really shone',
    'Jonas Berg and Nadia Rahimi just shone',
    'Jonas Berg and Nadia Rahimi’s talk',
  ])('that they did something: %s', (message) => expect(people(message)).toEqual(['Nadia Rahimi', 'Jonas Berg']))

  it.each([
    'Jonas Berg and Nadia Rahimi: second',
    'Jonas Berg and Nadia Rahimi - second',
    'Jonas Berg and Nadia Rahimi 2nd',
    'Jonas Berg and Nadia Rahimi, who placed second',
    'Jonas Berg and Nadia Rahimi as my runner-up',
    'Jonas Berg and Nadia Rahimi, our runner up',
    'Jonas Berg and Nadia Rahimi, the runnerup',
    'Jonas Berg and Nadia Rahimi, so close',
    'Jonas Berg and Nadia Rahimi, a very close second',
    'Jonas Berg and Nadia Rahimi in silver',
    'Jonas Berg and Nadia Rahimi so narrowly missed out',
    'Jonas Berg and Nadia Rahimi only missed out',
    'We met Jonas Berg; Nadia Rahimi was second',
    'We met Jonas Berg; Nadia Rahimi is the second',
    'We met Jonas Berg; Nadia Rahimi came second',
    'We met Jonas Berg; Nadia Rahimi finished second',
    'We met Jonas Berg; Nadia Rahimi just missed out',
    'We met Jonas Berg; Nadia Rahimi lost to another',
    'We met Jonas Berg; Nadia Rahimi lost out to another',
  ])('that they came second: %s', (message) => expect(people(message)).toEqual(['Nadia Rahimi', 'Jonas Berg']))

  it.each([
    'Nadia Rahimi from the Deutsche Bank',
    'Nadia Rahimi, now at  the  Deutsche Bank',
    'Nadia Rahimi at Deutsche Bank',
    'Nadia Rahimi, an ex-Deutsche Bank quant',
    'Back from lunch with Nadia Rahimi',
    'Her ex-colleagues love Nadia Rahimi',
  ])('and an employer is nobody: %s', (message) => expect(people(message)).toEqual(['Nadia Rahimi']))

  it.each([
    'Offer to Marek Nowak',
    'Offer went to Marek Nowak',
    'Offer goes to Marek Nowak',
    'An offer has gone to Marek Nowak',
    'The offer is out to Marek Nowak',
    'The offer was made to Marek Nowak',
    'The offer was just sent to Marek Nowak',
    'Two offers went out to Marek Nowak',
    'We offered Marek Nowak',
    'Our hire Marek Nowak',
    'Our new hire Marek Nowak',
    'The hire Marek Nowak',
    'She came second to Marek Nowak',
    'Our runner-up to Marek Nowak',
    'Our runner up to Marek Nowak',
    'Our runnerup to Marek Nowak',
    'She was beaten by Marek Nowak',
    'Thanks Marek Nowak',
    'All of it thanks to Marek Nowak',
    'Look at this, cc Marek Nowak',
    'Look at this, fyi Marek Nowak',
    'Superb, says Marek Nowak',
    'Superb, said Marek Nowak',
    'We chose Marek Nowak',
    'We preferred Marek Nowak',
    'She lost out to Marek Nowak',
  ])('whoever won or tells it is left out: %s', (message) => expect(people(message)).toEqual([]))

  it.each([
    'We almost hired Nadia Rahimi',
    'We have not hired Nadia Rahimi',
    'We never hired Nadia Rahimi',
    'We would have hired Nadia Rahimi',
    'We should have hired Nadia Rahimi',
    'We could have hired Nadia Rahimi',
    'We ought to have hired Nadia Rahimi',
    "We hadn't hired Nadia Rahimi",
    'We could just go with Nadia Rahimi',
    'I would gladly go with Nadia Rahimi',
    'I’d gladly go with Nadia Rahimi',
  ])('but not whom we only might have taken: %s', (message) => expect(people(message)).toEqual(['Nadia Rahimi']))

  it.each([
    'Calmer than Marek Nowak',
    'Unlike Marek Nowak',
    'Her versus Marek Nowak',
    'Her vs Marek Nowak',
    'Her vs. Marek Nowak',
    'Her vs.  Marek Nowak',
    'Calm compared to Marek Nowak',
    'Calm compared with Marek Nowak',
    'Just behind Marek Nowak',
    'Right behind Marek Nowak',
    'Close behind Marek Nowak',
    'Finished behind Marek Nowak',
    'Came behind Marek Nowak',
  ])('whoever is the measure is not the candidate: %s', (message) => expect(flagged(message).fullName).toBeUndefined())

  it.each([
    'Everybody was late other than Nadia Rahimi',
    'No one was calmer than Nadia Rahimi',
    'No-one was calmer than Nadia Rahimi',
    'I have never met anybody calmer than Nadia Rahimi',
    'None was calmer than Nadia Rahimi',
    'Hardly anybody was calmer than Nadia Rahimi',
    'Rarely was anybody calmer than Nadia Rahimi',
    'There is not one calmer than Nadia Rahimi',
    'She stood behind Nadia Rahimi',
  ])('unless nobody is their match: %s', (message) => expect(flagged(message).fullName).toBe('Nadia Rahimi'))
})

describe('whoever was taken is not whom the form is for', () => {
  it.each([
    'Marek Nowak beat her',
    'Marek Nowak beat him',
    'Marek Nowak beat them',
    'Marek Nowak beat Nadia',
    'Marek Nowak edged out Nadia',
    'Marek Nowak pipped them',
    'Marek Nowak won',
    'Marek Nowak won.',
    'Marek Nowak won, sadly',
    'Marek Nowak won; sadly',
    'Marek Nowak won!',
    'Marek Nowak won it',
    'Marek Nowak won by a hair',
    'Marek Nowak won the job',
    'Marek Nowak won the role',
    'Marek Nowak won the position',
    'Marek Nowak is joining',
    'Marek Nowak will join us',
    'Marek Nowak joins us',
    'Marek Nowak joined as SRE',
    'Marek Nowak joined us as SRE',
    'Marek Nowak accepted',
    'Marek Nowak accepted!',
    'Marek Nowak accepted our offer',
    'Marek Nowak accepted the offer',
    'Marek Nowak accepted an offer',
    'Marek Nowak accepted his offer',
    'Marek Nowak accepted her offer',
    'Marek Nowak accepted their offer',
    'Marek Nowak got the job',
    'Marek Nowak got the role',
    'Marek Nowak took the position',
    'Marek Nowak was hired',
    'Marek Nowak was chosen',
    'Marek Nowak was picked',
    'Marek Nowak was selected',
    'Marek Nowak was taken',
    'Marek Nowak got hired',
    'Marek Nowak has been hired',
    'Marek Nowak was better',
    'Marek Nowak was better than Nadia',
    'Marek Nowak was better, sadly',
    'Marek Nowak was slightly better',
    'Marek Nowak was just better',
    'Marek Nowak was simply better',
    'Marek Nowak was even better',
    'Marek Nowak was a bit better',
    'Marek Nowak was a little better',
    'Marek Nowak was a hair better',
    'Marek Nowak was much better',
    'Marek Nowak, who won',
    'Marek Nowak has accepted',
    'Marek Nowak had accepted',
    'Marek Nowak will have won',
    'Marek Nowak just won',
    'Marek Nowak narrowly won',
    'Marek Nowak only just won',
    'Marek Nowak then won',
    'Marek Nowak now joins us',
    'Marek Nowak already accepted',
  ])('%s', (message) => expect(flagged(message).fullName).toBeUndefined())

  it.each([
    'Monday',
    'on Tuesday',
    'next Wednesday',
    'this Thursday',
    'on Friday',
    'in January',
    'in February',
    'in March',
    'in April',
    'in May',
    'in June',
    'in July',
    'in August',
    'in September',
    'in October',
    'in November',
    'in December',
    'tomorrow',
    'today',
    'soon',
    'next week',
    'this month',
    'as SRE',
  ])('and neither is who starts %s', (day) => {
    expect(flagged(`Marek Nowak starts ${day}`).fullName).toBeUndefined()
    expect(flagged(`Marek Nowak is starting ${day}`).fullName).toBeUndefined()
    expect(flagged(`Marek Nowak started ${day}`).fullName).toBeUndefined()
  })

  it.each([
    'Nadia Rahimi will join us for lunch',
    'Nadia Rahimi joined a start-up',
    'Nadia Rahimi won hearts',
    'Nadia Rahimi starts early',
    'Nadia Rahimi accepted advice',
    'Nadia Rahimi got the picture',
    'Nadia Rahimi was hiring in her last job',
    'Nadia Rahimi was better prepared',
    'Nadia Rahimi beat the clock',
  ])('but she is: %s', (message) => expect(flagged(message).fullName).toBe('Nadia Rahimi'))
})

describe('a turn of phrase counts whole', () => {
  it.each([
    ['Really impressed by Nadia Rahimi', 'Nadia Rahimi'],
    ['Jonas Berg sat there. Really impressed by Nadia Rahimi', 'Nadia Rahimi'],
    ['Nadia Rahimi in the room where Jonas Berg sat', 'Nadia Rahimi'],
    ['Nadia Rahimi was superb. Offered it to Marek Nowak', 'Nadia Rahimi'],
    ['We took Nadia Rahimi through the design', 'Nadia Rahimi'],
    ['We took Nadia Rahimi to lunch', 'Nadia Rahimi'],
    ['We should have offered it to Nadia Rahimi', 'Nadia Rahimi'],
    ['Nadia Rahimi got the offer page right', 'Nadia Rahimi'],
    ['Nadia Rahimi signed the work with a smile', 'Nadia Rahimi'],
    ['Nadia Rahimi signed on the whiteboard', 'Nadia Rahimi'],
  ])('for whom it speaks of: "%s"', (message, name) => expect(flagged(message).fullName).toBe(name))

  it.each([
    'Marek Nowak got the offer',
    'Marek Nowak took the offer.',
    'Marek Nowak was the winner',
    'Marek Nowak was our winner',
    'Marek Nowak signed yesterday',
    'Marek Nowak signed our offer',
    'Marek Nowak signed on Monday',
    'Marek Nowak just signed',
    'We took Marek Nowak',
    'They took Marek Nowak instead',
    'We took Marek Nowak for SRE',
    'We offered it to Marek Nowak',
    'We offered the job to Marek Nowak',
    'Interviewed by Marek Nowak',
  ])('and against whoever was taken: "%s"', (message) => expect(flagged(message).fullName).toBeUndefined())
})
