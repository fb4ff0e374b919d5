/** What of a link tells whose page it is: spellings of one page have one key, and a page that is nobody's in particular has none. */
import { parse as parseHost } from 'tldts'

/** Who sent the visitor, and in which language they read; never whose page it is. */
const TRACKING =
  /^(?:utm(?:_.*)?|trk(?:info|email)?|trackingid|fbclid|gclid|dclid|msclkid|mc_[ce]id|igsh(?:id)?|li_fat_id|originalsubdomain|miniprofileurn|lipi|licu|ref_(?:src|url)|_ga|hl|lang|locale)$/
/** What stands behind the name there is a tab of the same page. */
const NAMED_BY_PATH = /^(?:github\.com|gitlab\.com|x\.com|twitter\.com)$/
/** Where everybody has a page, and the first page is nobody's. */
const NETWORKS =
  /^(?:(?:m|mobile)\.)?(?:github|gitlab|x|twitter|facebook|instagram|xing|medium|stackoverflow|researchgate|youtube|behance|dribbble|orcid|scholar\.google)\.(?:com|net|org)$/

/** As somebody typed it, with or without `https://`. `undefined` where it leads to a network and to nobody's page of it, or nowhere. */
export function profileKey(typed: string): string | undefined {
  const link = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(link)) return undefined
  const url = new URL(link)
  const host = url.host.replace(/^www\./, '')
  const path = url.pathname.toLowerCase().split('/').filter(Boolean)
  if (/(?:^|\.)linkedin\.com$/.test(host)) return linkedInKey(path, url)
  const query = NAMED_BY_PATH.test(host) && path.length > 0 ? '' : queryOf(url)
  const route = /^#!?\/./.test(url.hash) ? url.hash.replace(/\/+$/, '') : ''
  if (path.length === 0 && query === '' && route === '' && NETWORKS.test(host)) return undefined
  return [host, ...path].join('/') + query + route
}

/** In any country and any part of the profile: `pt.linkedin.com/in/ana/details/skills` is `linkedin.com/in/ana`. */
function linkedInKey(path: readonly string[], url: URL): string | undefined {
  const [first, second, ...rest] = path[0] === 'mwlite' ? path.slice(1) : path
  if (first === 'in') return second === undefined ? undefined : `linkedin.com/in/${second}`
  if (first === 'profile' && second === 'view') {
    const id = url.searchParams.get('id')
    return id === null || id === '' ? undefined : `linkedin.com/profile/view?id=${encodeURIComponent(id)}`
  }
  return second === undefined ? undefined : ['linkedin.com', first, second, ...rest].join('/') + queryOf(url)
}

function queryOf({ searchParams }: URL): string {
  const told = [...searchParams]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .sort()
  return told.length === 0 ? '' : `?${told.join('&')}`
}

/** Perhaps hers, perhaps where she works; `ana.github.io` is hers as `github.com/ana` is. */
export function isWholeSite(link: string): boolean {
  const key = profileKey(link) ?? ''
  return key !== '' && !/[/?#]/.test(key) && parseHost(key, { allowPrivateDomains: true }).isPrivate !== true
}
