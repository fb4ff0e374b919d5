/** Where a role begins, and what it asks for, to be changed. */
import type { ModalView } from '@slack/types'
import { mustSlots } from '../../domain/jobs/alternatives.ts'
import { CRITERIA, type RoleCriteria, yearsInAll } from '../../domain/jobs/criteria.ts'
import { skillUseText } from '../../domain/pool/skill-uses.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { criterionNames, matchForm, matchStart } from '../../domain/shared/words/match.ts'
import type { Job } from '../../usecases/ports/workspace.ts'
import { type Answers, answer, chosen, field, option, optionsOf, plain, ticked, typed } from '../form-fields.ts'
import { small } from '../mrkdwn.ts'
import { MATCH_BLOCKS, MATCH_MODAL, MATCH_START_BLOCKS, MATCH_START_MODAL, type MatchMeta } from './ids.ts'

const FIELD_MAX = 3_000
const MOST_JOBS = 100

export function renderMatchStart(jobs: readonly Pick<Job, 'id' | 'title'>[], meta: MatchMeta): ModalView {
  const options = jobs.slice(0, MOST_JOBS).map(({ id, title }) => option(id, title))
  return {
    type: 'modal',
    callback_id: MATCH_START_MODAL,
    title: plain(matchStart.title),
    submit: plain(matchStart.submit),
    close: plain(matchStart.close),
    private_metadata: JSON.stringify(meta),
    blocks: [
      small(matchStart.intro),
      field(
        { id: MATCH_START_BLOCKS.text, label: matchStart.text, hint: matchStart.textHint },
        typed({ max: FIELD_MAX, lines: true, placeholder: matchStart.placeholder }),
      ),
      field(
        { id: MATCH_START_BLOCKS.more, label: matchStart.more, hint: matchStart.moreHint },
        typed({ max: FIELD_MAX, lines: true }),
      ),
      ...(options.length === 0
        ? []
        : [field({ id: MATCH_START_BLOCKS.job, label: matchStart.job }, chosen(options, undefined))]),
    ],
  }
}

export const startEntry = (answers: Answers) => ({
  text: [MATCH_START_BLOCKS.text, MATCH_START_BLOCKS.more]
    .flatMap((id) => answer(answers, id) || [])
    .join('\n')
    .trim(),
  jobId: answer(answers, MATCH_START_BLOCKS.job) ?? '',
})

export function renderMatchModal(criteria: RoleCriteria, meta: MatchMeta): ModalView {
  const { labels } = matchForm
  const remote = option('remote', matchForm.remoteOption)
  const uses = Object.entries(criteria.skillYears ?? {}).map(([skill, years]) => ({ skill, years, last: undefined }))
  const skills = (of: readonly (readonly string[])[]) =>
    typed({
      value: of.map((any) => any.map((skill) => skillUseText(skill, uses)).join(' or ')).join(', '),
      max: 1_000,
    })
  const [first, second, third] = criteria.order
  const orders = optionsOf(criterionNames)
  return {
    type: 'modal',
    callback_id: MATCH_MODAL,
    title: plain(matchForm.title),
    submit: plain(matchForm.submit),
    close: plain(matchForm.close),
    private_metadata: JSON.stringify(meta),
    blocks: [
      small(matchForm.intro),
      field(
        { id: MATCH_BLOCKS.title, label: labels.title, required: true },
        typed({ value: criteria.title, max: 150 }),
      ),
      field({ id: MATCH_BLOCKS.must, label: labels.must, hint: matchForm.mustHint }, skills(mustSlots(criteria))),
      field(
        { id: MATCH_BLOCKS.nice, label: labels.nice, hint: matchForm.skillsHint },
        skills(criteria.nice.map((skill) => [skill])),
      ),
      field(
        { id: MATCH_BLOCKS.seniority, label: labels.seniority },
        chosen(optionsOf(seniorities), criteria.seniority),
      ),
      field({ id: MATCH_BLOCKS.location, label: labels.location }, typed({ value: criteria.location, max: 120 })),
      field(
        { id: MATCH_BLOCKS.remote, label: labels.remote },
        { type: 'checkboxes', options: [remote], ...(criteria.remoteOk ? { initial_options: [remote] } : {}) },
      ),
      field(
        { id: MATCH_BLOCKS.years, label: labels.years, hint: matchForm.yearsHint },
        typed({ value: yearsInAll(criteria)?.toString(), max: 2 }),
      ),
      field(
        { id: MATCH_BLOCKS.languages, label: labels.languages, hint: matchForm.languagesHint },
        typed({ value: criteria.languages.join(', '), max: 200 }),
      ),
      field({ id: MATCH_BLOCKS.first, label: labels.first, hint: matchForm.orderHint }, chosen(orders, first)),
      field({ id: MATCH_BLOCKS.second, label: labels.second }, chosen(orders, second)),
      field({ id: MATCH_BLOCKS.third, label: labels.third }, chosen(orders, third)),
    ],
  }
}

/** What was typed; the use case judges it. */
export function criteriaEntry(answers: Answers) {
  const given = (id: string): string => answer(answers, id) ?? ''
  const seniority = Object.keys(seniorities).find((one) => one === given(MATCH_BLOCKS.seniority))
  const years = given(MATCH_BLOCKS.years).trim()
  return {
    title: given(MATCH_BLOCKS.title),
    must: given(MATCH_BLOCKS.must),
    nice: given(MATCH_BLOCKS.nice),
    location: given(MATCH_BLOCKS.location),
    remoteOk: ticked(answers, MATCH_BLOCKS.remote),
    languages: given(MATCH_BLOCKS.languages),
    order: [MATCH_BLOCKS.first, MATCH_BLOCKS.second, MATCH_BLOCKS.third].flatMap(
      (id) => CRITERIA.find((one) => one === given(id)) ?? [],
    ),
    ...(seniority === undefined ? {} : { seniority: seniority as keyof typeof seniorities }),
    ...(years === '' ? {} : { years }),
  }
}

/** Each problem beside its field. */
export function criteriaErrors(
  problems: readonly { readonly path: string; readonly message: string }[],
): Record<string, string> {
  const blocks: Readonly<Record<string, string>> = MATCH_BLOCKS
  return Object.fromEntries(problems.map(({ path, message }) => [blocks[path] ?? MATCH_BLOCKS.title, message]))
}
