import { describe, expect, it } from 'vitest'
import { parseSilver } from '../../../src/domain/candidate/parse-silver.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const parsed = (text: string, region?: string) =>
  parseSilver(text, { today: '2026-11-22' as Day, ...(region === undefined ? {} : { region }) })

describe('/silver with text', () => {
  const whole = {
    fullName: 'Ana Souza',
    email: 'ana@example.com',
    role: 'Senior SRE',
    seniority: 'senior',
    location: 'London',
    reason: 'close_second',
    skills: ['kubernetes'],
    impressed: 'strong Kubernetes',
    bringBack: 'remote',
    remoteOk: true,
  }

  it.each([
    'Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes, wants remote',
    'Ana Souza &lt;<mailto:ana@example.com|ana@example.com>&gt; for Senior SRE in London: runner-up, strong Kubernetes, wants remote',
    'Ana Souza ana@example.com for the Senior SRE role in London — runner-up; strong Kubernetes and wants remote',
    'Souza, Ana <ana@example.com> for Senior SRE, London: runner-up, strong Kubernetes, wants remote',
  ])('fills the modal: %s', (text) => expect(parsed(text)).toEqual(whole))

  it.each([
    'Senior SRE: Ana Souza, ana@example.com, London',
    'Senior SRE Ana Souza <ana@example.com>, London',
    'ana@example.com Ana Souza for Senior SRE in London',
    'Ana Souza, Senior SRE <ana@example.com>, London',
    'Ana Souza Senior SRE London ana@example.com',
    'Ana Souza | ana@example.com | Senior SRE | London',
    'Ana Souza (Senior SRE, London) ana@example.com',
    'Please add Ana Souza (ana@example.com), Senior SRE in London',
    'Name: Ana Souza\nEmail: ana@example.com\nRole: Senior SRE\nLocation: London',
    'Candidate: Souza, Ana; position: Senior SRE; city: London; e-mail: ana@example.com; seniority: senior',
    '🎉 Ana 😀 Souza “ana@example.com” for “Senior SRE” in London',
  ])('finds who, for what and where in any order: %s', (text) => {
    const { fullName, email, role, seniority, location } = whole
    expect(parsed(text)).toEqual({ fullName, email, role, seniority, location })
  })

  it.each([
    [
      'runner-up for Senior SRE in London, Ana Souza <ana@example.com>',
      { location: 'London', email: 'ana@example.com' },
    ],
    ['Ana Souza, runner up Senior SRE', {}],
    ['Close second: Ana Souza for Senior SRE', {}],
    ['Silver medallist Ana Souza for Senior SRE', {}],
  ])('hears the outcome before the role: %s', (text, more) => {
    const { fullName, role, seniority, reason } = whole
    expect(parsed(text)).toEqual({ fullName, role, seniority, reason, ...more })
  })

  it.each([
    ['Ana Souza for SRE; lives in Cambridge, MA', 'Cambridge, MA'],
    ['Ana Souza for SRE; London, UK', 'London, UK'],
    ['Ana Souza (London) for SRE', 'London'],
    ['Ana Souza <ana@example.com> (Boston, MA) for SRE', 'Boston, MA'],
    ['Ana Souza for SRE in Austin TX', 'Austin TX'],
  ])('takes all of where somebody lives, and no more: %s', (text, location) => {
    const { email: _, ...read } = parsed(text)
    expect(read).toEqual({ fullName: 'Ana Souza', role: 'SRE', location })
  })

  it.each([
    ['Ana Souza for Sr. SRE in London', { role: 'Sr. SRE', location: 'London', seniority: 'senior' }],
    ['Ana Souza for SRE in St. Gallen. Calm', { role: 'SRE', location: 'St. Gallen', impressed: 'Calm' }],
    ['Ana Souza, Jr. SRE', { role: 'Jr. SRE', seniority: 'junior' }],
    [
      'Ana Souza for SRE: knows it all, e.g. the pager, vs. the others',
      { role: 'SRE', impressed: 'knows it all, e.g. the pager, vs. the others' },
    ],
    ['Ana Souza for SRE: told no. No. 1 on calm', { role: 'SRE', standing: 'told_no', impressed: 'No. 1 on calm' }],
  ])('ends no sentence at an abbreviation: %s', (text, more) =>
    expect(parsed(text)).toEqual({ fullName: 'Ana Souza', ...more }),
  )

  it('takes no skill and no list in brackets for a place', () => {
    expect(parsed('Ana Souza (London, Go) for SRE')).toMatchObject({ location: 'London' })
    expect(parsed('Ana Souza (Go) for SRE').location).toBeUndefined()
  })

  it('reads a story as people tell it, and keeps its words', () => {
    const told =
      'we nearly hired Ana Souza (ana@example.com) as a Senior SRE last month; she was second to Marek. Great with Kubernetes'
    expect(parsed(told)).toMatchObject({
      fullName: 'Ana Souza',
      email: 'ana@example.com',
      role: 'Senior SRE',
      reason: 'close_second',
      impressed:
        'we nearly hired Ana Souza; as a Senior SRE last month; she was second to Marek. Great with Kubernetes',
    })
  })

  it('has room for one address, and loses no other', () => {
    expect(parsed('Ana Souza <ana@example.com> / <ana@work.example> for SRE')).toMatchObject({
      fullName: 'Ana Souza',
      email: 'ana@example.com',
      role: 'SRE',
      impressed: 'ana@work.example',
    })
  })

  it('reads labels of every kind', () => {
    expect(
      parsed(
        'Name: Ana Souza, Role: SRE, Location: Austin, TX, Skills: Kubernetes, Go, Level: senior, Tier: A, Status: told no on 3 March, Notes: calm, Wants: remote',
      ),
    ).toEqual({
      fullName: 'Ana Souza',
      role: 'SRE',
      location: 'Austin, TX',
      skills: ['kubernetes', 'go'],
      seniority: 'senior',
      tier: 'A',
      standing: 'told_no',
      standingDay: '2026-03-03',
      impressed: 'calm',
      bringBack: 'remote',
      remoteOk: true,
    })
    expect(parsed('Ana Souza, role: Head of Sales')).toMatchObject({ fullName: 'Ana Souza', role: 'Head of Sales' })
    expect(parsed('Ana Souza: notes: calm').impressed).toBe('notes: calm')
  })

  it('takes whom we would hire today for tier A', () => {
    expect(parsed('Ana Souza: would hire her today')).toMatchObject({ tier: 'A', impressed: 'would hire her today' })
    expect(parsed('Ana Souza: I would not say would hire today').tier).toBeUndefined()
  })

  it('reads what was typed in a hurry', () => {
    expect(parsed('ana souza for senior sre in lisbon: close second, go and rust, open to remote')).toMatchObject({
      fullName: 'ana souza',
      role: 'senior sre',
      location: 'lisbon',
      skills: ['go', 'rust'],
      remoteOk: true,
    })
  })

  it.each([
    ['Mei Tan: told no in March', { standing: 'told_no', standingBetween: { from: '2026-03-01', to: '2026-03-31' } }],
    [
      'Mei Tan: told no in November',
      { standing: 'told_no', standingBetween: { from: '2026-11-01', to: '2026-11-22' } },
    ],
    ['Mei Tan: told no on 12 March', { standing: 'told_no', standingDay: '2026-03-12' }],
    ['Mei Tan: she was told no yesterday', { standing: 'told_no', standingDay: '2026-11-21' }],
    ['Mei Tan: not told yet', { standing: 'not_told' }],
    ["Mei Tan: hasn't been told", { standing: 'not_told' }],
    ['Mei Tan: still interviewing', { standing: 'interviewing' }],
    ['Mei Tan: hired', { standing: 'hired' }],
    ['Mei Tan: told no last week', { standing: 'told_no', standingBetween: { from: '2026-11-09', to: '2026-11-15' } }],
    ['Mei Tan: told no on Monday', { standing: 'told_no', standingDay: '2026-11-16' }],
    [
      'Mei Tan: withdrew in March',
      { standing: 'withdrew', reason: 'withdrew', standingBetween: { from: '2026-03-01', to: '2026-03-31' } },
    ],
    [
      'Mei Tan: declined our offer yesterday over pay',
      { standing: 'declined_offer', reason: 'pay', standingDay: '2026-11-21' },
    ],
    ['Mei Tan: rejected our offer', { standing: 'declined_offer', reason: 'declined_offer' }],
    ['Mei Tan: withdrew', { standing: 'withdrew', reason: 'withdrew' }],
    ['Jonas Berg: declined our offer over relocation', { standing: 'declined_offer', reason: 'location' }],
    ['Jonas Berg: turned down the offer', { standing: 'declined_offer', reason: 'declined_offer' }],
  ])('knows where things stand: %s', (text, stands) => {
    const { fullName: _, ...rest } = parsed(text)
    expect(rest).toEqual(stands)
  })

  it.each([
    "doesn't know Kubernetes yet",
    'has not told her employer yet',
    'never heard of Terraform',
    'not sure she knows Go',
    "haven't heard of Terraform before",
    'rejected by Google last year',
    'hired in 2022 at Meta',
  ])('keeps every word of what is no standing: %s', (said) => {
    expect(parsed(`Mei Tan: ${said}`)).toEqual({ fullName: 'Mei Tan', impressed: said })
    expect(parsed(`Mei Tan: ${said}, told no on 3 March`)).toEqual({
      fullName: 'Mei Tan',
      impressed: said,
      standing: 'told_no',
      standingDay: '2026-03-03',
    })
  })

  it.each([
    ['by a hair', 'close_second'],
    ['role was closed', 'role_closed'],
    ['too junior', 'level'],
    ['lacked experience', 'skill_gap'],
    ['over salary', 'pay'],
    ['visa', 'location'],
    ['bad timing', 'timing'],
  ])('knows why: %s', (text, reason) => expect(parsed(`Ana Souza, ${text}`)).toEqual({ fullName: 'Ana Souza', reason }))

  it('takes phone and profile out of the text', () => {
    expect(parsed('Ana Souza +351 912 345 678 linkedin.com/in/ana-souza for SRE')).toEqual({
      fullName: 'Ana Souza',
      phone: '+351 912 345 678',
      profileLink: 'linkedin.com/in/ana-souza',
      role: 'SRE',
    })
    expect(parsed('Ana Souza 020 7946 0958', 'GB').phone).toBe('020 7946 0958')
  })

  it('keeps what it does not understand as praise, word for word', () => {
    expect(parsed('Ana Souza: calmest person in the room, taught the panel two things. Tom loved her').impressed).toBe(
      'calmest person in the room, taught the panel two things. Tom loved her',
    )
  })

  it('takes what stands on either side of an address for two things', () => {
    expect(parsed('Ana Souza: Ana Souza <a@b.co> Senior SRE')).toMatchObject({
      fullName: 'Ana Souza',
      role: 'Senior SRE',
    })
  })

  it('makes no skill of what somebody lacks', () => {
    expect(parsed('Li Wei: strong in go, lacks Kubernetes')).toEqual({
      fullName: 'Li Wei',
      skills: ['go'],
      impressed: 'strong in go, lacks Kubernetes',
    })
  })

  it.each(["Miguel de la Cruz O'Neil", 'Jean-Luc Picard', '山田太郎', 'Søren Kierkegaard', 'Will Don An'])(
    'takes %s for a name',
    (name) => {
      expect(parsed(`${name} for Senior SRE: runner-up`)).toMatchObject({ fullName: name, role: 'Senior SRE' })
    },
  )

  it.each(['', '   ', '🥈', '<!channel>', 'for Senior SRE in London', 'wants remote'])(
    'invents no name for %j',
    (text) => {
      expect(parsed(text).fullName).toBeUndefined()
    },
  )
})

describe('who, for what and where, in any order', () => {
  it.each([
    ['Ana Souza in London for Senior SRE', { fullName: 'Ana Souza', location: 'London', role: 'Senior SRE' }],
    ['Ana Souza as a Data Engineer at Austin, TX: hired', { role: 'Data Engineer', location: 'Austin, TX' }],
    ['Ana Souza for Designer in Testville: hired', { role: 'Designer', location: 'Testville' }],
    ['Ana Souza for Engineer in Test in London', { role: 'Engineer in Test', location: 'London' }],
    ['Ana Souza for Engineer in Test', { role: 'Engineer in Test' }],
    ['Ana Souza for Doctor in Training', { role: 'Doctor in Training' }],
    ['Ana Souza for engineer in charge', { role: 'engineer in charge' }],
    ['Ana Souza for the SRE opening', { role: 'SRE' }],
    ['Ana Souza in Lisbon, runner-up', { location: 'Lisbon', reason: 'close_second' }],
    ['Ana Souza in Springfield, XY', { location: 'Springfield, XY' }],
    ['Ana Souza in Cambridge, Massachusetts', { location: 'Cambridge, Massachusetts' }],
    ['Ana Souza based in berlin - strong Go', { location: 'berlin' }],
    ['Ana Souza: lives in Porto', { location: 'Porto' }],
    ['Ana Souza: now in Porto, from Lisbon', { location: 'Porto' }],
    ['Ana Souza: Data Engineer', { role: 'Data Engineer' }],
    ['Ana Souza 3 years of Go', { fullName: 'Ana Souza' }],
    ['Ana Souza, London <a@b.co>', { fullName: 'Ana Souza', location: 'London' }],
    ['Jan van der Berg jr., Head of Design, Paris', { fullName: 'Jan van der Berg jr.', role: 'Head of Design' }],
    ['ana souza ana@example.com senior sre london', { role: 'senior sre', location: 'london' }],
    ['@Ana Souza for SRE', { fullName: 'Ana Souza' }],
    ['García López, María José <a@b.co> for SRE', { fullName: 'María José García López' }],
    ['  : Ana   Souza   for SRE', { fullName: 'Ana Souza', role: 'SRE' }],
    ['Souza, Ana <a@b.co>', { fullName: 'Ana Souza' }],
    ['ana souza - hired', { fullName: 'ana souza', standing: 'hired' }],
    ['Ana strong Go', { fullName: 'Ana' }],
    ['Ana de la Cruz praised by all', { fullName: 'Ana de la Cruz' }],
    ['Ana Souza senior', { fullName: 'Ana Souza' }],
  ])('%s', (text, found) => expect(parsed(text)).toMatchObject(found))

  it.each([
    ['senior Ana', 'fullName'],
    ['A B', 'fullName'],
    ['Ana Souza in somewhere nice', 'location'],
    ['Ana Souza: great in the kitchen', 'location'],
    ['Ana Souza: great engineer', 'role'],
    ['Ana Souza: The Very Best And Kindest Engineer', 'role'],
    ['Ana Souza for', 'role'],
  ] as const)('%s names no %s', (text, field) => expect(parsed(text)[field]).toBeUndefined())
})

describe('what stands beside a name', () => {
  const sre = { fullName: 'Ana Souza', role: 'SRE' }
  it.each([
    'Ana Souza (she/her) for SRE in London',
    'Ana Souza [she/her] for SRE in London',
    'Ana Souza, they/them, for SRE in London',
    'Ana Souza she / her / hers for SRE in London',
    'Ana Souza (she/her, London) for SRE',
    'Ana Souza (London, she/her) for SRE',
    'Name: Ana Souza (she/they), Role: SRE, Location: London',
  ])('are pronouns, which are no part of it: %s', (text) =>
    expect(parsed(text)).toEqual({ ...sre, location: 'London' }),
  )

  it.each([
    ['Ana Souza (née Lima) for SRE in London', 'née Lima'],
    ['Ana Souza née Lima for SRE in London', 'née Lima'],
    ['Ana Souza (Anna) for SRE in London', 'Anna'],
    ['Ana "Anna" Souza for SRE in London', 'Anna'],
    ['Ana (Anna) Souza for SRE in London', 'Anna'],
    ['Ana Souza ex-Google for SRE in London', 'ex-Google'],
    ['Ana Souza (ex-Google) for SRE in London', 'ex-Google'],
    ['Ana Souza from Google for SRE in London', 'from Google'],
    ['Ana Souza at Google for SRE in London', 'at Google'],
    ['Ana Souza for SRE in London from Google', 'from Google'],
    ['Ana Souza from the Lisbon office for SRE in London', 'from the Lisbon office'],
    ['Ana Souza (met in 2019, gave a talk) for SRE in London', 'met in 2019, gave a talk'],
  ])('is kept, and hides neither role nor place: %s', (text, impressed) =>
    expect(parsed(text)).toEqual({ ...sre, location: 'London', impressed }),
  )

  it.each([
    ['Ana Souza from Lisbon for SRE', { ...sre, location: 'Lisbon' }],
    ['Ana Souza from Springfield, XY for SRE', { ...sre, location: 'Springfield, XY' }],
    ['Ana Souza for SRE in Testville', { ...sre, location: 'Testville' }],
    ['Ana Souza (Lisbon) for SRE', { ...sre, location: 'Lisbon' }],
    ['Ana Souza (Senior SRE) in London', { fullName: 'Ana Souza', role: 'Senior SRE', location: 'London' }],
    ['Ana Souza: asked us to say they/them', { fullName: 'Ana Souza', impressed: 'asked us to say they/them' }],
    ['Ana Souza: calm (she/her notes were superb)', { impressed: 'calm (she/her notes were superb)' }],
  ])('stays what it is: %s', (text, found) => expect(parsed(text)).toMatchObject(found))

  it.each([
    'Khalid al-Fayed',
    'Abdullah al-Rashid',
    'Abdullah bin Salman al-Rashid',
    'Omar ibn al-Khattab',
    "Giulia d'Angelo",
    "Vincent van't Hoff",
    'Saif ad-Din Qutuz',
  ])('is no part of %s, whose name is whole', (name) => {
    expect(parsed(`${name} for Senior SRE in London: calm`)).toEqual({
      fullName: name,
      role: 'Senior SRE',
      seniority: 'senior',
      location: 'London',
      impressed: 'calm',
    })
  })

  it.each([
    ['Souza, Ana for SRE', sre],
    ['Souza, Ana in London for SRE', { ...sre, location: 'London' }],
    ['van der Berg, Jan for Head of Design', { fullName: 'Jan van der Berg', role: 'Head of Design' }],
    ['al-Fayed, Khalid for Senior SRE in London', { fullName: 'Khalid al-Fayed', role: 'Senior SRE' }],
    ['Ana Souza, Google for SRE', { fullName: 'Ana Souza' }],
    ['Souza, Lisbon for SRE', { fullName: 'Souza' }],
    ['Souza, Kubernetes for SRE', { fullName: 'Souza' }],
    ['Ana, Senior SRE for Platform', { fullName: 'Ana' }],
  ])('is turned only where family and first name stand before a role: %s', (text, found) =>
    expect(parsed(text)).toMatchObject(found),
  )
})

describe('clause by clause', () => {
  it('takes the first level, standing and reason, and keeps what contradicts them', () => {
    expect(parsed('Ana Souza: senior, tier b, wants remote, wants a lead role')).toEqual({
      fullName: 'Ana Souza',
      seniority: 'senior',
      tier: 'B',
      remoteOk: true,
      bringBack: 'remote, a lead role',
    })
    expect(parsed('Ana Souza: junior, senior')).toMatchObject({ seniority: 'junior', impressed: 'senior' })
    expect(parsed('Ana Souza: hired, withdrew')).toMatchObject({ standing: 'hired', impressed: 'withdrew' })
    expect(parsed('Ana Souza: too junior, over pay')).toMatchObject({ reason: 'level', impressed: 'over pay' })
    expect(parsed('Ana Souza: over pay, salary')).toEqual({ fullName: 'Ana Souza', reason: 'pay' })
    expect(parsed('Ana Souza: tier d')).toMatchObject({ impressed: 'tier d' })
    expect(parsed('Ana Souza: not remote, remote').remoteOk).toBe(false)
  })

  it('hears a wish for working from afar within a longer one', () => {
    expect(parsed('Ana Souza: wants a remote lead role')).toMatchObject({
      remoteOk: true,
      bringBack: 'a remote lead role',
    })
    expect(parsed('Ana Souza: wants no remote days').remoteOk).toBeUndefined()
    expect(parsed('Ana Souza: remote, wants no remote days').remoteOk).toBe(true)
  })

  it('keeps a reason that is only part of a sentence, with the sentence', () => {
    expect(parsed('Ana Souza: she was runner-up to Marek')).toEqual({
      fullName: 'Ana Souza',
      reason: 'close_second',
      impressed: 'she was runner-up to Marek',
    })
    expect(parsed('Ana Souza: withdrew over her cat')).toEqual({
      fullName: 'Ana Souza',
      standing: 'withdrew',
      reason: 'withdrew',
      impressed: 'withdrew over her cat',
    })
  })

  it('takes no day that has not come, and none that it cannot read', () => {
    expect(parsed('Ana Souza: told no in 2027')).toMatchObject({ standing: 'told_no', impressed: 'told no in 2027' })
    expect(parsed('Ana Souza: told no some day')).toMatchObject({ impressed: 'told no some day' })
    expect(parsed('Ana Souza: told no today').standingDay).toBe('2026-11-22')
  })

  it('reads lists of skills, named or not', () => {
    expect(parsed('Ana Souza; skills: go, rust and sql')).toEqual({
      fullName: 'Ana Souza',
      skills: ['go', 'rust', 'sql'],
    })
    expect(parsed('Ana Souza; knows Kubernetes/Terraform + AWS')).toEqual({
      fullName: 'Ana Souza',
      skills: ['kubernetes', 'terraform', 'aws'],
    })
    expect(parsed('Ana Souza; stack Go & cheese').impressed).toBe('stack Go & cheese')
  })

  it('puts what it keeps together as it was, without what it understood', () => {
    expect(parsed('Ana Souza: calm. Kind! And: wise? hired; told stories - many').impressed).toBe(
      'calm. Kind! And: wise? told stories - many',
    )
    expect(parsed('Ana Souza: calm and wants remote')).toMatchObject({ impressed: 'calm', bringBack: 'remote' })
    expect(parsed('Ana Souza: • calm\n- kind').impressed).toBe('calm\nkind')
    expect(parsed(`Ana Souza: ${'calm '.repeat(2_000)}`).impressed?.length).toBeLessThan(6_000)
  })
})

describe('/silver with labels, as notes and other systems write them', () => {
  it.each([
    ['Full name: Ana Souza', {}],
    ['Candidate: Ana Souza', {}],
    ['Candidate name: Ana Souza', {}],
    ['NAME: Ana Souza', {}],
    ['Name = Ana Souza; role = Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nConsidered for: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nInterviewed for: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nApplied for: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nRole they were considered for: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nRole considered for: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nPosition: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nJob: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nJob title: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nVacancy: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza\nTitle: Platform Wizard', { role: 'Platform Wizard' }],
    ['Name: Ana Souza - Role: Platform Wizard - Notes: calm', { role: 'Platform Wizard', impressed: 'calm' }],
    ['Name: Ana Souza\nLocation: Little Fernhollow', { location: 'Little Fernhollow' }],
    ['Name: Ana Souza\nCity: Little Fernhollow', { location: 'Little Fernhollow' }],
    ['Name: Ana Souza\nPlace: Little Fernhollow', { location: 'Little Fernhollow' }],
    ['Name: Ana Souza\nBased in: Little Fernhollow', { location: 'Little Fernhollow' }],
    ['Name: Ana Souza\nMail: ana@example.com', { email: 'ana@example.com' }],
    ['Name: Ana Souza\nE-mail address: ana@example.com', { email: 'ana@example.com' }],
    ['Name: Ana Souza\nPhone: +44 20 7946 0958\nNotes: calm', { phone: '+44 20 7946 0958', impressed: 'calm' }],
    ['Name: Ana Souza\nPhone number: +44 20 7946 0958', { phone: '+44 20 7946 0958' }],
    ['Name: Ana Souza\nMobile: +44 20 7946 0958', { phone: '+44 20 7946 0958' }],
    ['Name: Ana Souza\nTel: +44 20 7946 0958', { phone: '+44 20 7946 0958' }],
    ['Name: Ana Souza\nTelephone: +44 20 7946 0958', { phone: '+44 20 7946 0958' }],
    ['Name: Ana Souza\nLinkedIn: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nLinked in: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nProfile: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nProfile link: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nWebsite: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nURL: https://anasouza.example', { profileLink: 'https://anasouza.example' }],
    ['Name: Ana Souza\nWhat impressed you: calm', { impressed: 'calm' }],
    ['Name: Ana Souza\nWhat impressed us: calm', { impressed: 'calm' }],
    ['Name: Ana Souza\nImpressed: calm', { impressed: 'calm' }],
    ['Name: Ana Souza\nStrengths: calm', { impressed: 'calm' }],
    ['Name: Ana Souza\nComments: calm', { impressed: 'calm' }],
    ['Name: Ana Souza\nWhere things stand: hired', { standing: 'hired' }],
    ['Name: Ana Souza\nWhat would bring her back: Rust', { bringBack: 'Rust' }],
    ['Name: Ana Souza\nWhat would bring him back: Rust', { bringBack: 'Rust' }],
    ['Name: Ana Souza\nWhat would bring them back: Rust', { bringBack: 'Rust' }],
    ['Name: Ana Souza; Tier: B; Seniority: Staff', { tier: 'B', seniority: 'staff' }],
  ])('reads %j', (text, more) => expect(parsed(text)).toEqual({ fullName: 'Ana Souza', ...more }))

  it.each([
    ['Name: Ana Souza, calm', { impressed: 'calm' }],
    ['Name: Souza, Ana ; Role: SRE', { role: 'SRE' }],
    ['Name: Ana Souza (she/her)\nRole: SRE', { role: 'SRE' }],
    ['Name: Ana Souza\nRole: Platform Wizard , since May', { role: 'Platform Wizard', impressed: 'since May' }],
    ['Name: Ana Souza\nLocation: London, UK, near the river', { location: 'London, UK', impressed: 'near the river' }],
    ['Name: Ana Souza\nLocation: Austin, TX ; Notes: calm', { location: 'Austin, TX', impressed: 'calm' }],
    ['Name: Ana Souza\nLocation: Little Fernhollow, Portugal', { location: 'Little Fernhollow, Portugal' }],
    ['Name: Ana Souza\nLocation: Little Fernhollow,Portugal', { location: 'Little Fernhollow, Portugal' }],
    ['Name: Ana Souza\nRole: Wizard, calm', { role: 'Wizard', impressed: 'calm' }],
    ['Name: Ana Souza; Role: Platform Wizard ; Tier: B', { role: 'Platform Wizard', tier: 'B' }],
    ['Name: Ana Souza\nLocation: Little Fernhollow, ABC', { location: 'Little Fernhollow', impressed: 'ABC' }],
    ['Name: Ana Souza\nLocation: Little Fernhollow, calm', { location: 'Little Fernhollow', impressed: 'calm' }],
    ['Name: Ana Souza\nRole: \nNotes: calm', { impressed: 'calm' }],
    ['Role: SRE\nRole: Head of Data\nName: Ana Souza', { role: 'SRE', impressed: 'Head of Data' }],
    ['Name: Ana Souza\nName: Somebody Else', { impressed: 'Somebody Else' }],
  ])('takes the value and leaves what stands behind it: %j', (text, more) =>
    expect(parsed(text)).toEqual({ fullName: 'Ana Souza', ...more }),
  )

  it('takes labels in the middle of a text for its parts, and free words only where it begins with a label', () => {
    expect(parsed('Ana Souza, role: Platform Wizard')).toEqual({ fullName: 'Ana Souza', role: 'Platform Wizard' })
    expect(parsed('Ana Souza, notes: calm')).toEqual({ fullName: 'Ana Souza', impressed: 'notes: calm' })
    expect(parsed('Ana, Senior SRE')).toMatchObject({ role: 'Senior SRE' })
    expect(parsed('Name: Ana, Senior SRE')).toMatchObject({ fullName: 'Ana', role: 'Senior SRE' })
    expect(parsed('Ana Souza knows the role:play of an incident').role).toBeUndefined()
  })

  it('holds no more in a part than its field does', () => {
    const of = (label: string, value: string) => parsed(`Notes: calm\n${label}: ${value}`)
    expect(of('Role', 'x'.repeat(150)).role).toHaveLength(150)
    expect(of('Role', 'x'.repeat(151)).role).toBeUndefined()
    expect(of('Location', 'x'.repeat(80)).location).toHaveLength(80)
    expect(of('Location', 'x'.repeat(81)).location).toBeUndefined()
    expect(parsed(`Name: ${'x'.repeat(120)}`).fullName).toHaveLength(120)
    expect(parsed(`Name: ${'x'.repeat(121)}`).fullName).toBeUndefined()
  })
})

describe('who, for which role and where, at the head of /silver', () => {
  it.each([
    'Ana Souza FOR SRE',
    'Ana Souza as SRE',
    '@Ana Souza for SRE',
    'Ana😀Souza for SRE',
    '👩‍💻 Ana Souza for SRE',
    '❤️ Ana Souza for SRE',
    'Souza, Ana for SRE',
    'Souza, Ana as SRE',
    'Ana Souza, SRE',
    'SRE Ana Souza',
  ])('are read from %j', (text) => expect(parsed(text)).toEqual({ fullName: 'Ana Souza', role: 'SRE' }))

  it.each([
    ['Ana Souza Jr. for SRE', 'Ana Souza Jr.'],
    ['Ana Souza sr. for SRE', 'Ana Souza sr.'],
    ['Ana Souza Sr for SRE', 'Ana Souza Sr'],
    ['Ana Souza phd for SRE', 'Ana Souza phd'],
    ['Ana Souza md. for SRE', 'Ana Souza md.'],
    ['Ana Souza ii for SRE', 'Ana Souza ii'],
    ['Ana Souza iii for SRE', 'Ana Souza iii'],
    ['Ana  B. Souza for SRE', 'Ana B. Souza'],
    ['Ana Maria de Souza Lima e Silva for SRE', 'Ana Maria de Souza Lima e Silva'],
    ['Ana Engineer for SRE', 'Ana Engineer'],
    ['李 for SRE', '李'],
    ['李娜 for SRE', '李娜'],
    ['de Souza, Ana for SRE', 'Ana de Souza'],
    ['da Silva, Ana for SRE', 'Ana da Silva'],
    ['do Carmo, Ana for SRE', 'Ana do Carmo'],
    ['dos Santos, Ana for SRE', 'Ana dos Santos'],
    ['del Bosque, Ana for SRE', 'Ana del Bosque'],
    ['della Rovere, Ana for SRE', 'Ana della Rovere'],
    ['van der Linden, Ana for SRE', 'Ana van der Linden'],
    ['van den Berg, Ana for SRE', 'Ana van den Berg'],
    ['di Marco, Ana for SRE', 'Ana di Marco'],
    ['du Pont, Ana for SRE', 'Ana du Pont'],
    ['de la Rosa, Ana for SRE', 'Ana de la Rosa'],
    ['le Roux, Ana for SRE', 'Ana le Roux'],
    ['al Amin, Ana for SRE', 'Ana al Amin'],
    ['el Amin, Ana for SRE', 'Ana el Amin'],
    ['bin Amin, Ali for SRE', 'Ali bin Amin'],
    ['ibn Sina, Ali for SRE', 'Ali ibn Sina'],
    ['von Arnim, Ana for SRE', 'Ana von Arnim'],
    ['ter Horst, Ana for SRE', 'Ana ter Horst'],
  ])('take all of the name in %j', (text, fullName) => expect(parsed(text)).toEqual({ fullName, role: 'SRE' }))

  it.each([
    ['Souza, Sofia <sofia@example.com> for SRE', { fullName: 'Sofia Souza', email: 'sofia@example.com', role: 'SRE' }],
    ['Souza Lima, Ana <ana@example.com>, SRE', { fullName: 'Ana Souza Lima', email: 'ana@example.com', role: 'SRE' }],
    ['Souza, Ana from London for SRE', { fullName: 'Ana Souza', location: 'London', role: 'SRE' }],
    ['Souza, Ana at London for SRE', { fullName: 'Ana Souza', location: 'London', role: 'SRE' }],
    ['Souza, Ana for Kubernetes', { fullName: 'Ana Souza', role: 'Kubernetes' }],
    ['Ana Souza from London', { fullName: 'Ana Souza', location: 'London' }],
    ['Ana Souza Engineer, calm', { fullName: 'Ana Souza', role: 'Engineer', impressed: 'calm' }],
    ['Ana Souza Backend Engineer in London', { fullName: 'Ana Souza', role: 'Backend Engineer', location: 'London' }],
    ['Ana Souza Jr Backend Engineer', { fullName: 'Ana Souza', role: 'Jr Backend Engineer', seniority: 'junior' }],
    ['Jane Developer for Full Stack Engineer', { fullName: 'Jane Developer', role: 'Full Stack Engineer' }],
    ['Web Developer in London', { role: 'Web Developer', location: 'London' }],
    ['SRE Ana Souza, London', { fullName: 'Ana Souza', role: 'SRE', location: 'London' }],
    ['Ana Souza sre', { fullName: 'Ana Souza', skills: ['sre'] }],
    ['Ana Souza in London for SRE in Porto', { fullName: 'Ana Souza', location: 'London', role: 'SRE', impressed: 'in Porto' }],
    ['Ana Souza (Boston) in London', { fullName: 'Ana Souza', location: 'Boston', impressed: 'in London' }],
    ['Ana Souza at Fernhollow Ltd', { fullName: 'Ana Souza', impressed: 'at Fernhollow Ltd' }],
    ['Ana Souza WAS great', { fullName: 'Ana Souza', impressed: 'WAS great' }],
    ['Ana Souza: calm  and 🙂 kind', { fullName: 'Ana Souza', impressed: 'calm and 🙂 kind' }],
  ])('are told apart in %j', (text, whole) => expect(parsed(text)).toEqual(whole)) // biome-ignore format: a table

  it('leave two things on either side of a contact', () => {
    expect(parsed('Ana Souza for SRE: calm ana@example.com kind +44 20 7946 0958 warm').impressed).toBe(
      'calm; kind; warm',
    )
  })

  it.each([
    'Hello, Ana for SRE',
    'MET, Ana for SRE',
    'Staff, Ana for SRE',
    'Product Designer, Ana <ana@example.com>',
    'Product Designer for lunch',
    'Web Developer, calm',
    'Interviewed and kind for SRE',
  ])('name nobody in %j', (text) => expect(parsed(text).fullName).toBeUndefined())

  it.each(['Souza, Ana at ease in talks', 'Souza, Ana for lunch'])(
    'turn no name round where no role stands behind it: %j',
    (text) => expect(parsed(text).fullName).not.toBe('Ana Souza'),
  )

  it('take no more than seven words for a name', () => {
    const eight = 'Ana Maria de Souza Lima e Silva Costa'
    expect(parsed(`${eight} for SRE`).fullName).not.toBe(eight)
  })
})

describe('what an odd note of /silver holds', () => {
  it.each([
    ['Tier: A\nRole: SRE', { tier: 'A', role: 'SRE' }],
    ['Tier: b; Name: Ana Souza', { tier: 'B', fullName: 'Ana Souza' }],
    ['Name: Souza Lima, Ana', { fullName: 'Ana Souza Lima' }],
    ['Name: Souza, Ana Maria', { fullName: 'Ana Maria Souza' }],
    ['Name: Souza, Ana (she/her)', { fullName: 'Ana Souza' }],
    ['Name: Souza, Ana Maria\nRole: SRE', { fullName: 'Ana Maria Souza', role: 'SRE' }],
    ['Name: Ana Souza, calm', { fullName: 'Ana Souza', impressed: 'calm' }],
    ['Name: Ana Souza, Maria loved her', { fullName: 'Ana Souza', impressed: 'Maria loved her' }],
    ['Name: Ana Souza, Lima', { fullName: 'Ana Souza', location: 'Lima' }],
    ['Name: Ana Souza, Platform Engineer', { fullName: 'Ana Souza', role: 'Platform Engineer' }],
    ['Name: Souza, Backend Engineer', { fullName: 'Souza', role: 'Backend Engineer' }],
    ['Name: Ana Souza\nLocation: Austin , TX', { fullName: 'Ana Souza', location: 'Austin, TX' }],
    [
      'Name: Ana Souza\nLocation: Austin ,TX , calm',
      { fullName: 'Ana Souza', location: 'Austin, TX', impressed: 'calm' },
    ],
    ['Engineering Manager, London', { role: 'Engineering Manager', seniority: 'manager', location: 'London' }],
    ['Law Chen for SRE', { fullName: 'Law Chen', role: 'SRE' }],
    ['Hello, Ana Souza for SRE', { fullName: 'Ana Souza', role: 'SRE' }],
    ['Hi team! Ana Souza for SRE', { fullName: 'Ana Souza', role: 'SRE' }],
    [
      'Ana Souza - role: Platform Wizard - location: Little Fernhollow - notes: calm',
      { fullName: 'Ana Souza', role: 'Platform Wizard', location: 'Little Fernhollow', impressed: 'notes: calm' },
    ],
    ['Ana Souza, role: Wizard - Platform', { fullName: 'Ana Souza', role: 'Wizard - Platform' }],
  ])('%j', (text, whole) => expect(parsed(text)).toEqual(whole))
})
