/** What a workspace calls skills besides what the table knows: "treat kube as kubernetes". */
import { fold } from '../shared/text.ts'
import type { QueryNode } from './query/ast.ts'
import type { QueryProblem } from './query/problem.ts'
import { canonicalSkill, skillSlug } from './skills.ts'

/** By the name that the spelling is stored under. */
export type Lessons = ReadonlyMap<string, string>

export const LONGEST_SPELLING = 30

/** What is taught: `undefined` where the spelling is none, or is known already, or the skill is none. */
export function lessonOf(
  spelling: string,
  skill: string,
): { readonly spelling: string; readonly skill: string } | 'not_a_skill' | 'known_already' {
  const [from, to] = [skillSlug(spelling), skillSlug(skill)]
  if (from === undefined || to === undefined || from.length > LONGEST_SPELLING) return 'not_a_skill'
  return canonicalSkill(spelling) !== undefined || from === to ? 'known_already' : { spelling: from, skill: to }
}

/** What a query does not know and is near a skill of the table: perhaps the team calls it so. The first of its kind. */
export function lessonIn(
  problems: readonly QueryProblem[],
): { readonly spelling: string; readonly skill: string } | undefined {
  for (const problem of problems) {
    if (problem.kind !== 'unknown_value' || problem.filter !== 'skill' || problem.suggestion === undefined) continue
    const lesson = lessonOf(problem.text, problem.suggestion.replaceAll('"', ''))
    if (typeof lesson !== 'string') return lesson
  }
  return undefined
}

/** The skills, and after them what they are called here. */
export const withLessons = (skills: readonly string[], lessons: Lessons): readonly string[] =>
  lessons.size === 0 ? skills : [...new Set([...skills, ...skills.flatMap((skill) => lessons.get(skill) ?? [])])]

/** In their place, for what somebody asks for. */
export const meantBy = (skills: readonly string[], lessons: Lessons): readonly string[] => [
  ...new Set(skills.map((skill) => lessons.get(skill) ?? skill)),
]

/** The skills that a text names in the workspace's own words. */
export function lessonsIn(text: string, lessons: Lessons): readonly string[] {
  if (lessons.size === 0) return []
  const words = ` ${plain(text)} `
  return [
    ...new Set([...lessons].flatMap(([spelling, skill]) => (words.includes(` ${plain(spelling)} `) ? skill : []))),
  ]
}
const plain = (text: string): string => (fold(text).match(/[a-z0-9+#]+/g) ?? []).join(' ')

/** The query with every skill as it is meant here. */
export function queryMeant(node: QueryNode, lessons: Lessons): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map((part) => queryMeant(part, lessons)) }
    case 'not':
      return { ...node, node: queryMeant(node.node, lessons) }
    case 'filter':
      return node.field === 'skill' ? { ...node, any: meantBy(node.any, lessons) } : node
    case 'either':
    case 'words':
      return node
  }
}
