/** "Python or R": must-haves of which any one will do. They stand in the list of musts like all others; the groups say which belong together. */
import { findSkills } from '../pool/skills.ts'
import type { RoleCriteria } from './criteria.ts'

const APART = /[,;()[\]]|\s(?:and|und|et|&|\+)\s/i
const OR = /\s(?:or|oder|ou)\s/i

/** Those that a line names with an "or" between them: of "SQL, Python or R" the last two. */
export function alternativesIn(text: string): readonly (readonly string[])[] {
  return text.split(APART).flatMap((part) => {
    const [first, ...others] = part.split(OR).map(findSkills)
    if (first === undefined || others.length === 0) return []
    // "Strong Go or Java skills": what stands next to the "or".
    const group = [first.at(-1), ...others.map(([next]) => next)].filter((skill) => skill !== undefined)
    return group.length === others.length + 1 && new Set(group).size === group.length ? [group] : []
  })
}

/** Each must-have by itself or with those that will do instead, in the order of the list. */
export function mustSlots({ must, anyOf = [] }: Pick<RoleCriteria, 'must' | 'anyOf'>): readonly (readonly string[])[] {
  const slots: (readonly string[])[] = []
  const taken = new Set<string>()
  for (const skill of must) {
    if (taken.has(skill)) continue
    const group = anyOf.find((one) => one.includes(skill)) ?? [skill]
    const open = must.filter((other) => group.includes(other) && !taken.has(other))
    for (const one of open) taken.add(one)
    slots.push(open)
  }
  return slots
}
