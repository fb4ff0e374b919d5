import { isJson, lengthOf } from '../json.ts'

/** One thing Slack objects to, and where: a JSON pointer such as `/blocks/0/text`. */
export type Problem = { readonly text: string; readonly at: string }

/** Looks at one value and adds what is wrong with it. */
export type Rule = (value: unknown, at: string, problems: Problem[]) => void

const refuse = (problems: Problem[], at: string, text: string): void => void problems.push({ text, at })

type StringBounds = { readonly min?: number; readonly max?: number; readonly pattern?: RegExp; readonly form?: string }

/** A string; counted in characters, at least one unless told otherwise. */
export function str({ min = 1, max = Number.POSITIVE_INFINITY, pattern, form = 'valid' }: StringBounds = {}): Rule {
  return (value, at, problems) => {
    if (typeof value !== 'string') return refuse(problems, at, 'must provide a string')
    if (lengthOf(value) < min) return refuse(problems, at, `must be more than ${min - 1} characters`)
    if (lengthOf(value) > max) return refuse(problems, at, `must be less than ${max + 1} characters`)
    if (pattern && !pattern.test(value)) refuse(problems, at, `must be ${form}`)
  }
}

/** True or false. */
export const bool: Rule = (value, at, problems) => {
  if (typeof value !== 'boolean') refuse(problems, at, 'must provide a boolean')
}

/** A whole number within bounds. */
export function int(min: number, max: number): Rule {
  return (value, at, problems) => {
    if (!Number.isInteger(value)) return refuse(problems, at, 'must be an integer')
    if (Number(value) < min) return refuse(problems, at, `must be greater than ${min - 1}`)
    if (Number(value) > max) refuse(problems, at, `must be less than ${max + 1}`)
  }
}

/** A number that can be counted with. */
export const num: Rule = (value, at, problems) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse(problems, at, 'must provide a number')
}

/** One of some words. */
export function oneOf(...words: readonly string[]): Rule {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !words.includes(value)) refuse(problems, at, `must be one of: ${words.join(', ')}`)
  }
}

/** A list whose items follow one rule. */
export function list(item: Rule, { min = 1, max }: { readonly min?: number; readonly max: number }): Rule {
  return (value, at, problems) => {
    if (!Array.isArray(value)) return refuse(problems, at, 'must provide an array')
    if (value.length < min) return refuse(problems, at, `no fewer than ${min} items allowed`)
    if (value.length > max) return refuse(problems, at, `no more than ${max} items allowed`)
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, problems)
  }
}

/** An object with these properties and no others; a name that ends in `?` may be absent. `also` looks at the whole. */
export function obj(properties: Readonly<Record<string, Rule>>, also: Rule = () => {}): Rule {
  const known = new Map(
    Object.entries(properties).map(([name, rule]) => [name.replace('?', ''), { rule, optional: name.endsWith('?') }]),
  )
  return (value, at, problems) => {
    if (!isJson(value)) return refuse(problems, at, 'must provide an object')
    for (const name of Object.keys(value))
      if (!known.has(name)) refuse(problems, at, `invalid additional property: ${name}`)
    for (const [name, { rule, optional }] of known) {
      const inner = value[name]
      if (inner !== undefined) rule(inner, `${at}/${name}`, problems)
      else if (!optional) refuse(problems, at, `missing required field: ${name}`)
    }
    also(value, at, problems)
  }
}

/** An object whose `type` says which rule it follows. */
export function typed(kinds: Readonly<Record<string, Rule>>): Rule {
  return (value, at, problems) => {
    if (!isJson(value)) return refuse(problems, at, 'must provide an object')
    const { type } = value
    if (type === undefined) return refuse(problems, at, 'missing required field: type')
    const rule = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined
    if (!rule)
      return refuse(
        problems,
        `${at}/type`,
        `unsupported type: ${typeof type === 'string' ? type : JSON.stringify(type)}`,
      )
    rule(value, at, problems)
  }
}

/** The same, where Slack says first that no allowed schema fits. */
export function anyOf(kinds: Readonly<Record<string, Rule>>): Rule {
  const rule = typed(kinds)
  return (value, at, problems) => {
    const found: Problem[] = []
    rule(value, at, found)
    if (found.length > 0) problems.push({ text: 'failed to match all allowed schemas', at }, ...found)
  }
}

/** Objects if `fits` is false of the whole object. */
export function must(text: string, fits: (value: Record<string, unknown>) => boolean): Rule {
  return (value, at, problems) => {
    if (isJson(value) && !fits(value)) refuse(problems, at, text)
  }
}

/** Several rules about the same value. */
export const all =
  (...rules: readonly Rule[]): Rule =>
  (value, at, problems) => {
    for (const rule of rules) rule(value, at, problems)
  }

/** `type` was looked at already. */
export const type: Rule = () => {}
