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
    ['Mei Tan: withdrew', { standing: 'withdrew', reason: 'withdrew' }],
    ['Jonas Berg: declined our offer over relocation', { standing: 'declined_offer', reason: 'location' }],
    ['Jonas Berg: turned down the offer', { standing: 'declined_offer', reason: 'declined_offer' }],
  ])('knows where things stand: %s', (text, stands) => {
    const { fullName: _, ...rest } = parsed(text)
    expect(rest).toEqual(stands)
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
