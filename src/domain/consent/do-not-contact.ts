/** How a company that must not be approached, such as a client under a no-poach clause, is recognised: by name and by mail domain. */
import { getDomain, parse } from 'tldts'
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

/** Of companies all over the world, as `fold` leaves them: https://en.wikipedia.org/wiki/List_of_legal_entity_types_by_country */
const LEGAL_FORMS = new Set(
  'and inc incorporated ltd limited llc llp plc pllc corp corporation co company gmbh ggmbh mbh ag kg kgaa ug ohg se sa sas sasu sarl eurl srl spa sl slu sau bv nv bvba ab abp as asa oy oyj aps ou lda ltda pty pte pvt sro spol doo dd kft zrt nyrt sdn bhd ood eood ooo oao zao pao kk'.split(
    ' ',
  ),
)
/** Of several words, which say nothing each by itself. */
const LONG_FORMS = [
  'spol s ro',
  'sp z o o',
  'sp z oo',
  'sa de cv',
  's a',
  'a s',
  'private limited',
  'private ltd',
  's de rl de cv',
].map((form) => form.split(' '))
/** Written without a blank, or in another script, in front or behind. */
const UNPARTED =
  /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|[(（][株주][)）]|㈱|\(haftungsbeschränkt\)/giu

/** "ACME, Inc.", "The Acme Company", "acme.com" and "Acme Pvt Ltd" are one employer; "Acme Robotics" is another. */
export function companyKey(name: string): string {
  const bare = siteName(name.trim()) ?? name.replace(UNPARTED, ' ')
  const words = fold(bare.trim() === '' ? name : bare)
    .replace(/\b(?:[a-z]\.){2,}/g, (dotted) => dotted.replaceAll('.', ''))
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  for (let form = formBehind(words); form > 0; form = formBehind(words)) words.length -= form
  while (words.length > 1 && (words[0] === 'the' || RUSSIAN_FORMS.has(words[0] ?? ''))) words.shift()
  return words.join(' ')
}

/** They stand in front. */
const RUSSIAN_FORMS = new Set(['ooo', 'oao', 'zao', 'pao'])

/** How many words at the end are a legal form; a name that is nothing else stays. */
function formBehind(words: readonly string[]): number {
  const long = LONG_FORMS.find(
    (form) => words.length > form.length && form.every((word, at) => words[words.length - form.length + at] === word),
  )
  if (long !== undefined) return long.length
  return words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '') ? 1 : 0
}

/** `acme.com` → `acme`; whoever is named like a site is meant by its name. */
function siteName(name: string): string | undefined {
  if (!/^[\p{L}\d.-]+\.\p{L}{2,}$/u.test(name)) return undefined
  const { isIcann, domainWithoutSuffix } = parse(name.replace(/^www\./i, ''))
  return isIcann === true ? (domainWithoutSuffix ?? undefined) : undefined
}
