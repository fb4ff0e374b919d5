/** For how long somebody knows a skill: `kubernetes>=3y`, `kubernetes 3y+`, `"google cloud" 3..5 years`. */
import { MOST_YEARS } from '../skill-uses.ts'
import type { Years } from './ast.ts'

const BEHIND =
  /^([^<>=]*?[^\s<>=])(?:\s*(>=|<=|[<>=])\s*|\s+)(\d{1,2})(?:(?:\.\.|-)(\d{1,2}))? ?(\+)? ?(y|yrs?|years?)?(\+)?$/i

export type SkillAsked = { readonly name: string; readonly years: Years | undefined }

/** Without a comparison it takes "y" or "years" to be told from a version: "SQL Server 2019" is a name. `undefined` where no years can be meant. */
export function readSkillAsked(text: string): SkillAsked | undefined {
  const [, name = '', sign = '', first, last, plus, unit, later] = BEHIND.exec(text) ?? []
  if (first === undefined || (sign === '' && unit === undefined)) return { name: text, years: undefined }
  const one = Number(first)
  const orMore =
    sign.startsWith('>') || (sign === '' && last === undefined) || plus !== undefined || later !== undefined
  const from = sign === '>' ? one + 1 : sign.startsWith('<') ? 0 : one
  const to = sign === '<' ? one - 1 : orMore ? MOST_YEARS : last === undefined ? one : Number(last)
  const twice = last !== undefined && (sign !== '' || orMore)
  return twice || from > to || to > MOST_YEARS ? undefined : { name, years: { from, to } }
}

/** Behind the skill, so that `readSkillAsked` reads the same. */
export function printYears({ from, to }: Years): string {
  if (from === to) return `=${from}y`
  if (to === MOST_YEARS) return `>=${from}y`
  return from === 0 ? `<=${to}y` : ` ${from}..${to}y`
}

export function yearsInWords({ from, to }: Years): string {
  const years = (count: number) => `${count} ${count === 1 ? 'year' : 'years'}`
  if (from === to) return years(from)
  if (to === MOST_YEARS) return `${years(from)} or more`
  return from === 0 ? `${years(to)} or less` : `${from} to ${years(to)}`
}
