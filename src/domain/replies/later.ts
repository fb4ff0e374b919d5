/** The day that a candidate means by "later": "after my bonus in March" is 1 April. A person confirms it, so a guess is welcome. */
import { addDays, addMonths, asDay, type Day, weekday } from '../shared/time.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const NAMES =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?'
const COUNTS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, couple: 2, few: 3,
} // biome-ignore format: a table
/** The first month of each, in the northern half of the world, where the sample and most offices are; a person sees and corrects it. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }
const WORDY = Object.keys(COUNTS).join('|')

/** What makes a time mean its end: "after my bonus in March", "until the end of June", "once Q1 is over". */
const BEHIND = /\b(?:after|until|till|once|past|through|end of|later than|is over|are over|finish(?:es|ed)?)\b/i

/** `undefined` where no time is named that lies ahead. The first that is named counts. */
export function laterDay(text: string, today: Day): Day | undefined {
  const said = text.toLowerCase().replace(/\s+/g, ' ').slice(0, 4_000)
  const found = READERS.flatMap(([pattern, read]) => {
    const match = pattern.exec(said)
    if (match === null) return []
    const before =
      said
        .slice(0, match.index)
        .split(/[.!?;]/)
        .at(-1) ?? ''
    const behind =
      BEHIND.test(`${before.slice(-60)} ${match[0]}`) ||
      BEHIND.test(said.slice(match.index, match.index + match[0].length + 12))
    const day = read(match, today, behind)
    return day === undefined || day <= today ? [] : [{ at: match.index, day }]
  })
  return found.toSorted((one, other) => one.at - other.at)[0]?.day
}

type Reader = (match: RegExpExecArray, today: Day, behind: boolean) => Day | undefined

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(20\d\d-\d\d-\d\d)\b/, ([, day = '']) => asDay(day)],
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAMES}(?:,? (20\\d\\d))?`), ([, day, name, year], today) => dayOf(name, day, year, today)],
  [new RegExp(`\\b${NAMES} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (20\\d\\d))?`), ([, name, day, year], today) => dayOf(name, day, year, today)],
  // "May" and "March" are also words, so a month needs something before it that makes it one.
  [new RegExp(`\\b(?:in|after|until|till|from|by|before|since|around|about|mid|early|late|of|end of|this|next|for|past|through|perhaps|maybe|say|come)[ -](?:(early|mid|late|the start of|the beginning of|the middle of|the end of)[ -])?${NAMES}(?! \\d{1,2}(?:st|nd|rd|th)?\\b)(?:,? (20\\d\\d))?`), monthOf],
  [/\bin the new year\b|\bafter (?:the )?(?:christmas|holidays|new year)\b|\bearly next year\b|\bnext year\b/, (_match, today) => `${Number(today.slice(0, 4)) + 1}-01-01` as Day],
  [/\bq([1-4])\b(?:,? (20\d\d))?/, ([, quarter, year], today, behind) => ahead(3 * Number(quarter) - 2, behind ? 3 : 0, year, today)],
  [/\b(?:(?:in|after|until|by|during|for|over|this|next) (?:the )?|end of (?:the )?)(spring|summer|autumn|fall|winter)\b/, ([, season = ''], today, behind) => ahead(SEASONS[season] ?? 1, behind ? 3 : 0, undefined, today)],
  [new RegExp(`\\b(?:in|after|another|for) (?:about |around |another |the next )?(?:a )?(\\d{1,2}|${WORDY})(?: of)?(?: more)? (day|week|month|year)s?\\b`), fromNow],
  [/\bnext week\b/, (_match, today) => addDays(today, 8 - weekday(today))],
  [/\bnext month\b/, (_match, today, behind) => addMonths(firstOf(today), behind ? 2 : 1)],
  [/\b(?:end of|after) (?:the|this) month\b/, (_match, today) => addMonths(firstOf(today), 1)],
  [/\b(?:end of|after) (?:the|this) year\b/, (_match, today) => `${Number(today.slice(0, 4)) + 1}-01-01` as Day],
  [/\b(?:end of|after) (?:the|this) quarter\b/, (_match, today) => ahead(3 * Math.floor((Number(today.slice(5, 7)) - 1) / 3) + 1, 3, today.slice(0, 4), today)],
] // biome-ignore format: one line a turn of phrase

const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

function numberOf(name: string | undefined): number {
  const at = MONTHS.findIndex((month) => month.startsWith((name ?? '').replace('.', '').slice(0, 3)))
  return at + 1
}

function dayOf(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: Day,
): Day | undefined {
  const number = Number(day)
  if (number < 1 || number > 31) return undefined
  const on = (inYear: number) =>
    asDay(`${inYear}-${String(numberOf(name)).padStart(2, '0')}-${String(number).padStart(2, '0')}`)
  const thisYear = Number(today.slice(0, 4))
  if (year !== undefined) return on(Number(year))
  const soon = on(thisYear)
  return soon !== undefined && soon > today ? soon : on(thisYear + 1)
}

function monthOf(match: RegExpExecArray, today: Day, behind: boolean): Day | undefined {
  const [whole, part = '', name, year] = match
  const month = numberOf(name)
  if (/mid|middle/.test(part) || whole.startsWith('mid')) return addDays(ahead(month, 0, year, today), 14)
  if (/late/.test(part) || whole.startsWith('late')) return addDays(ahead(month, 0, year, today), 19)
  return ahead(month, behind || /end/.test(part) ? 1 : 0, year, today)
}

/** The first day of the month, or of so many months behind it; the next year's where that is over. A month that has begun is met by its end. */
function ahead(month: number, behind: number, year: string | undefined, today: Day): Day {
  const inYear = (value: number | string) => addMonths(`${value}-${String(month).padStart(2, '0')}-01` as Day, behind)
  if (year !== undefined) return inYear(year)
  const thisYear = Number(today.slice(0, 4))
  const now = inYear(thisYear)
  if (now > today) return now
  const running = behind === 0 && month === Number(today.slice(5, 7))
  return running ? addDays(today, 7) : inYear(thisYear + 1)
}

function fromNow([, count = '', unit]: RegExpExecArray, today: Day): Day | undefined {
  const number = COUNTS[count] ?? Number(count)
  if (!Number.isInteger(number) || number < 1) return undefined
  if (unit === 'day' || unit === 'week') return addDays(today, number * (unit === 'week' ? 7 : 1))
  return addMonths(today, number * (unit === 'year' ? 12 : 1))
}
