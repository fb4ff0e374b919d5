/** People and companies that somebody decided not to approach, such as a client under a no-poach clause. */
import { getDomain } from 'tldts'
import type { MemberId } from '../shared/ids.ts'

export type DoNotContactPerson = { readonly by: MemberId; readonly note: string | undefined }
export type DoNotContactCompany = { readonly name: string; readonly domains: readonly string[] }

/** The rule that keeps a person of `company`, or with an address at one of `hosts`, from being approached. */
export function doNotContactCompany(
  rules: readonly DoNotContactCompany[],
  person: { readonly company: string | undefined; readonly hosts: readonly string[] },
): DoNotContactCompany | undefined {
  const name = companyKey(person.company ?? '')
  const theirs = new Set(person.hosts.flatMap((host) => domainOf(host) ?? []))
  return rules.find(
    (rule) =>
      (name !== '' && companyKey(rule.name) === name) ||
      rule.domains.some((domain) => {
        const ours = domainOf(domain)
        return ours !== undefined && theirs.has(ours)
      }),
  )
}

/** `mail.acme.co.uk`, `ana@acme.co.uk` and `https://acme.co.uk` are one company; `co.uk` alone is none. */
export function domainOf(host: string): string | undefined {
  const afterAt = host.slice(host.lastIndexOf('@') + 1).trim()
  return getDomain(afterAt, { allowPrivateDomains: true })?.toLowerCase() ?? undefined
}

const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited llc llp plc corp corporation co company gmbh ag kg se sa sas sarl srl spa bv nv ab as asa oy aps lda pty'.split(
    ' ',
  ),
)

/** "ACME, Inc." and "Acme" are one employer; "Acme Robotics" is another. */
export function companyKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:[a-z]\.){2,}/g, (dotted) => dotted.replaceAll('.', ''))
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}
