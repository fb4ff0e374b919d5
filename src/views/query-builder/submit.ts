import {
  type BuilderField,
  type BuilderForm,
  type Built,
  fieldAt,
  type Piece,
} from '../../domain/pool/query/builder.ts'
import type { QueryProblem } from '../../domain/pool/query/problem.ts'
import { type Answers, answer, answersOf } from '../form-fields.ts'
import { queryErrors } from '../pool-modal/submit.ts'
import { blockOf } from './ids.ts'

/** What was filled in; the query that it makes is judged, not the fields. */
export function builderEntry(answers: Answers): BuilderForm {
  const one = (field: BuilderField) => answer(answers, blockOf(field)) ?? ''
  const many = (field: BuilderField) => answersOf(answers, blockOf(field))
  return {
    words: one('words'),
    skillsAll: one('skillsAll'),
    skillsAny: one('skillsAny'),
    location: one('location'),
    role: one('role'),
    rest: one('rest'),
    rated: one('rated'),
    quiet: one('quiet'),
    next: one('next'),
    remote: one('remote'),
    sort: one('sort'),
    seniority: many('seniority'),
    function: many('function'),
    career: many('career'),
    tier: many('tier'),
    standing: many('standing'),
    reason: many('reason'),
    kind: many('kind'),
    relation: many('relation'),
    employment: many('employment'),
    consent: many('consent'),
    owner: many('owner'),
  }
}

/** Each problem beside the field that it comes from; what is too much stands beside the field with the most of it. */
export function builderErrors(built: Built, problems: readonly QueryProblem[]): Record<string, string> {
  const fieldOf = ({ kind, at }: QueryProblem) =>
    kind === 'too_long' || kind === 'too_many_terms' ? longestField(built) : fieldAt(built, at.start)
  const fields = [...new Set(problems.map(fieldOf))]
  return Object.fromEntries(
    fields.map((field) => [blockOf(field), queryErrors(problems.filter((problem) => fieldOf(problem) === field))]),
  )
}

const longestField = ({ pieces }: Built): BuilderField =>
  pieces.reduce<Piece>((most, piece) => (piece.end - piece.start > most.end - most.start ? piece : most), {
    field: 'rest',
    start: 0,
    end: 0,
  }).field
