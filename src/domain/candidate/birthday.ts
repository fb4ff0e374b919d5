/** A birthday as somebody volunteered it: month and day, `03-14`. There is no way to say a year, so that nobody's age can be told from it. */
declare const birthday: unique symbol
export type Birthday = string & { readonly [birthday]: true }

/** Of each month, in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** `undefined` for what is no day of any year. */
export function asBirthday(text: string): Birthday | undefined {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text) ?? []
  const longest = DAYS[Number(month) - 1]
  return longest !== undefined && Number(day) >= 1 && Number(day) <= longest ? (text as Birthday) : undefined
}

/** "14 March". */
export const birthdayInWords = (day: Birthday): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`2000-${day}T00:00:00Z`),
  )
