/** Whom a role brings up, ten at a time: each with the reasons, what is missing and what would keep a message back. */
import type { KnownBlock } from '@slack/types'
import { criteriaAsked } from '../../domain/jobs/criteria.ts'
import { DECIDING } from '../../domain/jobs/fit.ts'
import { lookForRole } from '../../domain/jobs/look-for.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { refusalSentence } from '../../domain/shared/words/gate.ts'
import { channels as channelWords, gapInWords, jobCard, reasonInWords } from '../../domain/shared/words/jobs.ts'
import { criteriaParts, criterionNames, matchRuns, topics, match as words } from '../../domain/shared/words/match.ts'
import { forAll } from '../../domain/shared/words/review.ts'
import type { Matched, MatchPage, RunLine } from '../../usecases/jobs/match-page.ts'
import { channelsInWords } from '../job-card/blocks.ts'
import { draftValue, JOB_DRAFT } from '../job-card/ids.ts'
import { asTyped, dayInWords, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { type Beholder, flat, personActs, personLines } from '../people-list/person-row.ts'
import { FOR_ALL } from '../review-deck/ids.ts'
import { MATCH_CRITERIA, MATCH_NEXT, MATCH_OPEN, MATCH_PREVIOUS, pageValue } from './ids.ts'

const ORDER_SHOWN = 3

export function renderMatch(page: MatchPage, beholder: Beholder): Drawn {
  const { run, people, from, next, previous, channels } = page
  const { criteria, found, more } = run
  const parts = criteriaParts(criteria)
  const isWhole = previous === undefined && next === undefined
  const heading = words.heading(titleOf(criteria.title), found, more)
  const blocks: KnownBlock[] = [
    section(isWhole || people.length === 0 ? heading : `${heading} · ${words.range(from + 1, from + people.length)}`),
    ...(parts.length === 0 ? [] : [small(words.readAs(safe(parts.join(' · '), 900)))]),
    small(words.order(criteria.order.slice(0, ORDER_SHOWN).map((one) => criterionNames[one].toLowerCase()))),
    ...comparedBy(run),
    ...ignored(page),
    ...(people.length === 0 ? [section(found === 0 ? words.nobody : words.forgotten)] : []),
    ...people.flatMap((one) => row(one, page, beholder)),
    ...(more && (next === undefined || next === found)
      ? [small(words.behind(found, asTyped(lookForRole(criteria.title), 200), next === found))]
      : []),
    ...(channels === undefined ? [] : [small(channelsInWords(channels)), small(channelWords.definition)]),
    ...(people.length === 0 ? [] : [small(words.promise)]),
    {
      type: 'actions',
      block_id: 'match_list',
      elements: [
        ...(previous === undefined ? [] : [button(MATCH_PREVIOUS, words.previous, pageValue(run.id, previous))]),
        ...(next === undefined ? [] : [button(MATCH_NEXT, words.next, pageValue(run.id, next))]),
        button(MATCH_CRITERIA, words.criteria, run.id),
        ...(people.length === 0 ? [] : [button(FOR_ALL, forAll.button, run.id)]),
      ],
    },
  ]
  return { text: words.fallback(found), blocks }
}

function comparedBy({ likeness, criteria }: MatchPage['run']): readonly KnownBlock[] {
  if (likeness === undefined) return []
  if ('failed' in likeness) return [small(words.notCompared[likeness.failed])]
  const level = criteriaAsked(criteria)
    .slice(0, DECIDING)
    .map((one) => criterionNames[one].toLowerCase())
  return [small(words.compared(safe(flat(likeness.by), 80), level))]
}

const titleOf = (title: string): string => (title === '' ? words.untitled : safe(flat(title), 150))

function ignored({ leftOut }: MatchPage): readonly KnownBlock[] {
  if (leftOut.length === 0) return []
  const what = leftOut.map(({ topic, words: said }) => words.leftOut(topics[topic], safe(flat(said), 60)))
  return [small(words.ignored([...new Set(what)].join(', ')))]
}

/** Long lists of skills are cut by their length; the profile has all of them. */
const MOST_SAID = 260

function row(
  { person, fit, flaggedBy, because, likeness }: Matched,
  page: MatchPage,
  beholder: Beholder,
): readonly KnownBlock[] {
  const flagger = flaggedBy === undefined ? undefined : page.names.get(flaggedBy)
  const role = flat(person.consideredRole)
  const reasons = [
    ...fit.reasons.map((reason) => reasonInWords(reason, role)),
    ...(flagger === undefined ? [] : [jobCard.flaggedBy(flagger)]),
    ...(likeness === undefined ? [] : [words.likeness(likeness)]),
  ]
  const missing = fit.gaps.length === 0 ? jobCard.nothingMissing : jobCard.missing(fit.gaps.map(gapInWords).join('; '))
  const [first] = because
  const { jobId } = page.run
  const acts = personActs(person)
  return [
    section(
      [
        personLines(person, beholder),
        ...(reasons.length === 0 ? [] : [`:white_check_mark: ${safe(reasons.join(' · '), MOST_SAID)}`]),
        `:grey_question: ${safe(missing, MOST_SAID)}`,
        ...(first === undefined ? [] : [words.gate(reasonOf(first, person.fullName, beholder))]),
      ].join('\n'),
    ),
    jobId === undefined
      ? acts
      : {
          ...acts,
          elements: [button(JOB_DRAFT, jobCard.draft, draftValue(person.id, jobId)), ...acts.elements.slice(1)],
        },
  ]
}

function reasonOf(refusal: Refusal, fullName: string, { zone }: Beholder): string {
  const inert =
    refusal.kind === 'do_not_contact_company' ? { ...refusal, company: safe(refusal.company, 150) } : refusal
  return refusalSentence(inert, {
    who: safe(flat(fullName), 80),
    day: dayInWords,
    moment: (at) => dayInWords(dayIn(at, zone)),
    member: () => words.somebody,
    person: () => words.anotherRecord,
  })
}

/** `/pool match runs`. */
export function renderMatchRuns(lines: readonly RunLine[], { zone }: Beholder): Drawn {
  return {
    text: matchRuns.fallback(lines.length),
    blocks: [
      section(lines.length === 0 ? matchRuns.none : matchRuns.heading),
      ...lines.map(
        ({ run, by }): KnownBlock => ({
          ...section(
            matchRuns.row(
              titleOf(run.criteria.title),
              run.found,
              by === undefined ? words.somebody : safe(flat(by), 60),
              dayInWords(dayIn(run.at, zone)),
            ),
          ),
          accessory: button(MATCH_OPEN, matchRuns.open, run.id),
        }),
      ),
    ],
  }
}
