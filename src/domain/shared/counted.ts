/** Numbers as one says them: `1,204 people`, `1 day`. */
const number = (count: number): string => count.toLocaleString('en-GB')

export const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`)
export const days = (count: number): string => (count === 1 ? '1 day' : `${number(count)} days`)
