/** The rest of the sixty, spread over roles, places, months and outcomes; the same each time. */
import type { Colleague, SampleAnswer, SamplePerson, SamplePool } from './sample-person.ts'

const FIRST =
  'Amara Bilal Chiara Dmitri Elif Farah Gustav Hana Ivo Jasmin Kofi Lena Mateus Noor Oriol Petra Quentin Rosa Sanjay Tilda Umar Vera Wanjiru Yuki Zofia Arne Beatriz'.split(
    ' ',
  )
const LAST =
  'Adeyemi Bauer Costa Dahl Eriksen Fontaine Gallo Haas Ibsen Jansen Kaya Lindqvist Moretti Nkosi Oduya Pires Quist Ruiz Sato Toth Ueda Vidal Weiss Yilmaz Zeller Brandt Nowak'.split(
    ' ',
  )
const CITIES = ['London', 'Berlin', 'Lisbon', 'Amsterdam', 'Dublin', 'Madrid', 'Manchester', 'Copenhagen', 'Warsaw']

type Team = {
  readonly role: string
  readonly owner: Colleague
  readonly manager: Colleague
  readonly pool: SamplePool | undefined
  readonly skills: readonly string[]
  readonly strengths: readonly string[]
  readonly wishes: readonly string[]
  readonly advice: readonly string[]
}

const TEAMS: readonly Team[] = [
  {
    role: 'Senior SRE',
    owner: 'ines',
    manager: 'tom',
    pool: 'SRE bench',
    skills: ['kubernetes', 'terraform', 'prometheus', 'go', 'aws', 'linux'],
    strengths: [
      'how you reasoned about the paging policy',
      'the runbook you rewrote while we watched',
      'your story of the certificate that expired',
      'how you shrank the blast radius before looking for the cause',
      'the dashboard you sketched for the on-call handover',
    ],
    wishes: ['less on-call at night', 'owning a platform from the start', 'a team that writes things down'],
    advice: ['say the trade-offs aloud before choosing', 'start from what the user notices'],
  },
  {
    role: 'Product Designer',
    owner: 'ben',
    manager: 'lucia',
    pool: 'Design finalists',
    skills: ['figma', 'prototyping', 'ux-research', 'design-systems'],
    strengths: [
      'the onboarding study in your portfolio',
      'how you let the two users disagree in your test',
      'the prototype you changed in front of us',
      'your notes on contrast in bright sun',
    ],
    wishes: ['research with people in the field', 'a design system to grow', 'four days a week'],
    advice: ['show one project from first sketch to release', 'bring the version that failed too'],
  },
  {
    role: 'Account Executive',
    owner: 'ben',
    manager: 'sam',
    pool: undefined,
    skills: ['enterprise-sales', 'negotiation', 'salesforce', 'account-management'],
    strengths: [
      'the way you opened the discovery call',
      'how you told us that a deal was not worth winning',
      'your map of who decides at a grid operator',
    ],
    wishes: ['public-sector customers', 'a territory that fits a family', 'a product that can be explained at home'],
    advice: ['ask about the budget earlier', 'close the case study with a next step'],
  },
]

/** How it ended for those with whom it did, in turns. */
const OUTCOMES = [
  { standing: 'told_no', reason: 'close_second' },
  { standing: 'told_no', reason: 'role_closed' },
  { standing: 'withdrew', reason: 'withdrew' },
  { standing: 'told_no', reason: 'timing' },
  { standing: 'told_no', reason: 'close_second' },
  { standing: 'declined_offer', reason: 'declined_offer' },
  { standing: 'told_no', reason: 'level' },
  { standing: 'told_no', reason: 'skill_gap' },
] as const
const STAGES = ['Phone screen', 'Technical interview', 'Onsite', 'Final interview']
const SENIORITY = ['mid', 'senior', 'senior', 'staff'] as const
const TIERS = ['A', 'B', 'B', 'C'] as const
const HELLOS = ['Sent a short hello.', 'Shared our post on grid balancing.', 'Asked how the year was going.']

/** Who is still being talked to, or waits to hear; the last was flagged by Tom and came back from the bench last week. */
const OPEN: Readonly<Record<number, 'interviewing' | 'not_told'>> = {
  7: 'interviewing',
  19: 'not_told',
  28: 'interviewing',
  40: 'not_told',
  45: 'interviewing',
}
const FROM_THE_BENCH = 45
/** Nobody has said a word to them for longer than they should wait; the second half belongs to nobody. */
const OVERDUE = { owned: [3, 14, 25, 37], unowned: [10, 17, 23, 34, 46] } as const
/** Long enough ago that the permission has lapsed. */
const LAPSED: readonly number[] = [14, 25]
/** A hello in the last two months. Whoever is in no list here was written to three weeks ago. */
const HELLO: readonly number[] = [5, 12, 30, 41, 50]
/** A word last week, after a long silence. */
const LAST_WEEK: Readonly<Record<number, 'reply' | 'call'>> = { 6: 'reply', 21: 'reply', 36: 'call' }
/** Who answered the letters of three weeks ago, and what was made of it. */
const ANSWERS: Readonly<Record<number, SampleAnswer>> = {
  0: { text: 'Good timing: I would love to hear what the team looks like now.', meant: 'interested' },
  4: { text: 'Thank you for thinking of me. Ask me again in the spring?', meant: 'later' },
  11: { text: 'Yes, happy to talk. Thursdays are best.', meant: 'interested' },
  16: { text: 'I have just started somewhere new, so not this year.', meant: 'later' },
  20: { text: 'Thanks for the article, it made my week.', meant: 'done' },
  27: { text: 'I am curious. Is it still hybrid?', meant: 'interested' },
  32: { text: 'After my parental leave, gladly.', meant: 'later' },
  39: { text: 'What a kind letter! Let us find half an hour.', meant: 'interested' },
  48: { text: 'Not now, but keep me in mind.', meant: 'later' },
}

function theNth(n: number): SamplePerson {
  const team = pick(TEAMS, n)
  const nthOfTeam = Math.floor(n / TEAMS.length)
  const open = OPEN[n]
  const { standing, reason } =
    open === undefined ? pick(OUTCOMES, n * 3 + Math.floor(n / 8)) : { standing: open, reason: undefined }
  const daysAgo = sinceWhen(n)
  const { pool } = team
  const inPool = pool !== undefined && (n === FROM_THE_BENCH || (open === undefined && n % 2 === 0))
  const unowned = OVERDUE.unowned.some((one) => one === n)
  return {
    name: `${pick(FIRST, n)} ${pick(LAST, n * 4 + Math.floor(n / 27) + 3)}`,
    role: team.role,
    standing,
    daysAgo,
    ...(reason === undefined ? {} : { reason }),
    ...(open === 'not_told' ? { reason: 'close_second' as const } : {}),
    stage: standing === 'declined_offer' ? 'Offer' : pick(STAGES, n * 3),
    skills: [pick(team.skills, nthOfTeam), pick(team.skills, nthOfTeam + 1 + (n % 2))],
    location: pick(CITIES, n * 2),
    seniority: pick(SENIORITY, n),
    // The best of her SREs have names of their own, so that one job that opened does not fill Ines' whole morning.
    tier: team.role === 'Senior SRE' ? pick(['B', 'B', 'C'] as const, nthOfTeam) : pick(TIERS, n * 3),
    owner: unowned ? undefined : OVERDUE.owned.some((one) => one === n) ? 'ines' : team.owner,
    ...(inPool ? { pool } : {}),
    remoteOk: n % 3 === 0,
    ...(n % 4 === 1 && open === undefined ? { bringBack: pick(team.wishes, n) } : {}),
    ...(n % 5 === 2 || open === 'not_told' ? { advice: pick(team.advice, n) } : {}),
    // Of every seventh nobody noted a strength, so that drafts show what they do without one.
    facts: n % 7 === 6 ? [] : [strength(pick(team.strengths, nthOfTeam), team.manager, daysAgo + 3)],
    ...(n === FROM_THE_BENCH ? { flag: { by: team.manager, cameBack: true } } : {}),
    ...wordsSince(n, team.owner, standing, daysAgo),
  }
}

/** Letters and hellos come later than the re-contact window after a no. */
function sinceWhen(n: number): number {
  if (OPEN[n] !== undefined) return 2 + (n % 5)
  if (LAPSED.includes(n)) return 385 + n
  return 170 + ((n * 37) % 200)
}

/** What was said with them: how it ended, and what came later. */
function wordsSince(
  n: number,
  by: Colleague,
  standing: SamplePerson['standing'],
  daysAgo: number,
): Pick<SamplePerson, 'touches' | 'letter'> {
  if (standing !== 'told_no' && standing !== 'withdrew' && standing !== 'declined_offer') return {}
  const end = { ...ENDS[standing], by, daysAgo }
  const lately = LAST_WEEK[n]
  if (lately === 'reply')
    return { touches: [end, { kind: 'reply', text: '"It has been a while! How is the team?"', by, beforeMonday: 4 }] }
  if (lately === 'call')
    return { touches: [end, { kind: 'call', text: 'Caught up over coffee.', by, beforeMonday: 3 }] }
  if (HELLO.includes(n)) {
    const hello = { kind: 'message_sent', text: pick(HELLOS, n), by, daysAgo: 30 + (n % 40) } as const
    return { touches: [end, hello] }
  }
  const overdue = [...OVERDUE.owned, ...OVERDUE.unowned].some((one) => one === n)
  if (overdue) return { touches: [end] }
  const answer = ANSWERS[n]
  const before =
    n % 3 === 1 ? [] : [{ kind: 'message_sent', text: pick(HELLOS, n), by, daysAgo: earlier(n, daysAgo) } as const]
  return { touches: [end, ...before], letter: { by, weekday: n % 4, ...(answer === undefined ? {} : { answer }) } }
}

/** A hello of two to four months ago, so that the weeks behind us look like weeks. */
const earlier = (n: number, ended: number): number => Math.min(66 + ((n * 13) % 60), ended - 92)

function pick<Item>(items: readonly Item[], n: number): Item {
  return items[n % items.length] as Item
}

const strength = (text: string, by: Colleague, daysAgo: number) =>
  ({ kind: 'strength', text, telling: 'may_be_mentioned', by, daysAgo }) as const

const ENDS = {
  told_no: { kind: 'told_outcome', text: 'Told by phone.' },
  withdrew: { kind: 'reply', text: '"I have decided to stay where I am. Thank you all."' },
  declined_offer: { kind: 'call', text: 'Declined our offer; the door stays open.' },
} as const

export const OTHERS: readonly SamplePerson[] = Array.from({ length: 53 }, (_, n) => theNth(n))
