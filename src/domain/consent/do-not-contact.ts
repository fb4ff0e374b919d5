/** How a company that must not be approached, such as a client under a no-poach clause, is recognised: by name and by mail domain. */
import { getDomain } from 'tldts'
import { fold } from '../shared/text.ts'

/**
 * `mail.acme.co.uk`, `ana@acme.co.uk` and `https://acme.co.uk` are one company; `co.uk` alone is none. Neither is a host where
 * anybody may have an address: barring it would bar half the world.
 */
export function domainOf(host: string): string | undefined {
  const afterAt = host.slice(host.lastIndexOf('@') + 1).trim()
  const domain = getDomain(afterAt, { allowPrivateDomains: true })?.toLowerCase()
  return domain === undefined || OPEN_TO_ALL.has(domain) ? undefined : domain
}

const OPEN_TO_ALL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.de gmx.net gmx.com web.de mail.com zoho.com fastmail.com hey.com tutanota.com yandex.ru mail.ru qq.com 163.com 126.com naver.com daum.net orange.fr free.fr laposte.net libero.it t-online.de btinternet.com comcast.net'.split(
    ' ',
  ),
)

const LEGAL_FORMS = new Set(
  'and inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg se sa sas sarl srl spa bv nv ab as asa oy aps lda pty'.split(
    ' ',
  ),
)

/** "ACME, Inc." and "Acme" are one employer; "Acme Robotics" is another. */
export function companyKey(name: string): string {
  const words = fold(name)
    .replace(/\b(?:[a-z]\.){2,}/g, (dotted) => dotted.replaceAll('.', ''))
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}
