import type { Person } from '../../../contract.ts'
import { html } from '../html.ts'

const COLOURS = 10

/** Initials on a colour that follows the person; the name always stands beside it, so it is decoration. */
export function Avatar({ person, size = 36 }: { readonly person: Person | undefined; readonly size?: number }) {
  const name = person?.realName || person?.name || '?'
  const colour = hash(person?.id ?? name) % COLOURS
  const look = person?.isBot ? 'avatar avatar-bot' : `avatar avatar-${colour}`
  return html`<span class=${look} style=${{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px` }} aria-hidden="true">${person?.isBot ? '🥈' : initials(name)}</span>`
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

function hash(text: string): number {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 9973
  return sum
}
