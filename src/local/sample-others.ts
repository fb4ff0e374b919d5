/** The rest of the sixty, spread over roles, places, months and outcomes; the same each time. */
import type { Colleague, SamplePerson, SamplePool } from './sample-person.ts'

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

/** Ten in a round: most of those we nearly hired were told, and one in ten is still being talked to. */
const OUTCOMES = [
  { standing: 'told_no', reason: 'close_second' },
  { standing: 'told_no', reason: 'role_closed' },
  { standing: 'withdrew', reason: 'withdrew' },
  { standing: 'told_no', reason: 'timing' },
  { standing: 'told_no', reason: 'close_second' },
  { standing: 'declined_offer', reason: 'declined_offer' },
  { standing: 'told_no', reason: 'level' },
  { standing: 'interviewing', reason: undefined },
  { standing: 'told_no', reason: 'skill_gap' },
  { standing: 'not_told', reason: 'close_second' },
] as const
const STAGES = ['Phone screen', 'Technical interview', 'Onsite', 'Final interview']
const SENIORITY = ['mid', 'senior', 'senior', 'staff'] as const
const TIERS = ['A', 'B', 'B', 'C'] as const
const HELLOS = ['Sent a short hello.', 'Shared our post on grid balancing.', 'Asked how the year was going.']

function theNth(n: number): SamplePerson {
  const team = pick(TEAMS, n)
  const nthOfTeam = Math.floor(n / TEAMS.length)
  const { standing, reason } = pick(OUTCOMES, n * 3 + Math.floor(n / 10))
  const isOpen = standing === 'interviewing' || standing === 'not_told'
  const daysAgo = isOpen ? 2 + (n % 9) : 20 + ((n * 37) % 400)
  const inPool = team.pool !== undefined && !isOpen && n % 2 === 0
  const { pool } = team
  return {
    name: `${pick(FIRST, n)} ${pick(LAST, n * 4 + Math.floor(n / 27) + 3)}`,
    role: team.role,
    standing,
    daysAgo,
    ...(reason === undefined ? {} : { reason }),
    stage: standing === 'declined_offer' ? 'Offer' : pick(STAGES, n * 3),
    skills: [pick(team.skills, nthOfTeam), pick(team.skills, nthOfTeam + 1 + (n % 2))],
    location: pick(CITIES, n * 2),
    seniority: pick(SENIORITY, n),
    tier: pick(TIERS, n * 3),
    owner: n % 6 === 5 ? undefined : team.owner,
    ...(inPool && pool !== undefined ? { pool } : {}),
    remoteOk: n % 3 === 0,
    ...(n % 4 === 1 && !isOpen ? { bringBack: pick(team.wishes, n) } : {}),
    ...(n % 5 === 2 || standing === 'not_told' ? { advice: pick(team.advice, n) } : {}),
    // Of every seventh nobody noted a strength, so that drafts show what they do without one.
    facts: n % 7 === 6 ? [] : [strength(pick(team.strengths, nthOfTeam), team.manager, daysAgo + 3)],
    touches: isOpen ? [] : touchesOf(n, standing, daysAgo, team.owner),
  }
}

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
/** After a no nobody writes for the re-contact window. */
const REST_DAYS = 90

/** How it ended, and for some a hello since: later than the window, and not so lately that today would be too soon. */
function touchesOf(
  n: number,
  standing: keyof typeof ENDS,
  daysAgo: number,
  by: Colleague,
): NonNullable<SamplePerson['touches']> {
  const end = { ...ENDS[standing], by, daysAgo }
  const free = daysAgo - (standing === 'told_no' ? REST_DAYS : 30)
  const hello = 21 + ((n * 23) % 120)
  if (n % 4 === 3 || hello >= free) return [end]
  return [end, { kind: 'message_sent', text: pick(HELLOS, n), by, daysAgo: hello }]
}

export const OTHERS: readonly SamplePerson[] = Array.from({ length: 54 }, (_, n) => theNth(n))
