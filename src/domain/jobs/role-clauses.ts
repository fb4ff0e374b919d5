/** A sentence of a role's text, taken apart where one part says must and another one nice or nothing. Elsewhere it stays whole. */
import { findSkills } from '../pool/skills.ts'
import { isBareVerdict, NOT_NEEDED, topicSaid } from './line-topic.ts'

export function clausesOf(sentence: string): readonly string[] {
  const { rest, apart } = bracketsApart(sentence)
  const said = rest.split(/;\s+/).flatMap((part) => butApart(part).flatMap(commasApart))
  return [...said, ...apart].map((part) => part.trim())
}

/** "Python, Django (nice to have: Redis)", "Docker, Helm (optional)": the brackets speak for themselves or for the one before them. */
function bracketsApart(sentence: string): { readonly rest: string; readonly apart: readonly string[] } {
  const apart: string[] = []
  const rest = sentence.replace(/([^,;()]*)\(([^()]+)\)/g, (whole, before: string, inside: string) => {
    if (topicSaid(inside) === undefined) return whole
    if (isBareVerdict(inside)) {
      apart.push(whole)
      return ''
    }
    if (findSkills(inside).length === 0 && !NOT_NEEDED.test(inside)) return whole
    apart.push(inside)
    return before
  })
  return { rest: rest.replace(/^[\s,]+|[\s,]+$/g, ''), apart }
}

/** "Fintech is not required, but Python is a must" */
function butApart(text: string): readonly string[] {
  const parts = text.split(/,?\s+but\s+/i)
  return parts.some((part) => topicSaid(part) !== undefined) ? parts : [text]
}

const DENIED = /^(?:and |so )?(?:no|not|you (?:do not|don't|needn't)|we (?:do not|don't))\b/i

/** "Java, Kotlin, no degree required" and "Java is required, Kotlin is a plus" say two things; "AWS, GCP or Azure is a plus" says one. */
function commasApart(text: string): readonly string[] {
  const parts: string[] = []
  let held: readonly string[] = []
  const close = () => {
    if (held.length > 0) parts.push(held.join(', '))
    held = []
  }
  for (const clause of text.split(/,\s+/)) {
    const topic = topicSaid(clause)
    const denies = topic === 'neither' && DENIED.test(clause) && !isBareVerdict(clause)
    const [first] = held
    if (denies && first !== undefined && !DENIED.test(first)) close()
    else if (topic !== undefined && held.some((one) => topicSaid(one) !== undefined) && !isBareVerdict(clause)) close()
    held = [...held, clause]
  }
  close()
  return parts
}
