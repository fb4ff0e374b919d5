import { describe, expect, it } from 'vitest'
import { isWholeSite, profileKey } from '../../../src/domain/candidate/profile-link.ts'

describe('links to one page have one key', () => {
  it.each([
    'https://www.linkedin.com/in/ana-souza',
    'http://linkedin.com/in/ana-souza',
    'linkedin.com/in/ana-souza/',
    'LinkedIn.com//in/Ana-Souza',
    'https://pt.linkedin.com/in/ana-souza',
    'https://m.linkedin.com/in/ana-souza',
    'https://www.linkedin.com/mwlite/in/ana-souza',
    'https://www.linkedin.com/in/ana-souza/en',
    'https://www.linkedin.com/in/ana-souza/details/experience/',
    'https://www.linkedin.com/in/ana-souza/overlay/contact-info/',
    'https://www.linkedin.com/in/ana-souza?originalSubdomain=pt&miniProfileUrn=x&anything=else#about',
  ])('%s', (link) => expect(profileKey(link)).toBe('linkedin.com/in/ana-souza'))

  it.each([
    ['https://www.linkedin.com/in/joão-silva', 'https://linkedin.com/in/jo%C3%A3o-silva'],
    ['https://linkedin.com/profile/view?id=123&trk=x&authType=name', 'linkedin.com/profile/view/?id=123'],
    ['https://linkedin.com/pub/ana-souza/1/2/3?trk=x', 'pt.linkedin.com/pub/ana-souza/1/2/3'],
    ['https://linkedin.com/sales/lead?x=1&y=2', 'https://pt.linkedin.com/sales/lead?y=2&x=1'],
    ['https://github.com/Ana', 'github.com/ana?tab=repositories'],
    ['https://x.com/ana?s=20', 'https://x.com/ana'],
    ['https://twitter.com/ana?s=20', 'twitter.com/ana'],
    ['https://gitlab.com/ana?x=1', 'gitlab.com/ana'],
    ['https://scholar.google.com/citations?user=AAA&hl=en', 'https://scholar.google.com/citations?hl=pt&USER=AAA'],
    ['https://example.org/p?b=2&a=1', 'https://example.org/p?a=1&b=2'],
    ['https://example.org/ana?utm_source=a&fbclid=b&gclid=c&trk=d&trkInfo=e#top', 'https://example.org/ana'],
    ['https://example.org/ana?utm=a&mc_cid=b&mc_eid=c&igsh=d&igshid=e&ref_src=f&ref_url=g', 'https://example.org/ana'],
    ['https://example.org/#/people/ana/', 'https://www.example.org/#/people/ana'],
    ['https://ana.github.io', 'http://ana.github.io/'],
    ['https://ana.example', 'http://www.ana.example/?utm_source=x#/'],
  ])('%s and %s', (one, other) => {
    expect(profileKey(one)).toBeDefined()
    expect(profileKey(other)).toBe(profileKey(one))
  })
})

describe('links to two pages have two', () => {
  it.each([
    ['https://linkedin.com/in/ana', 'https://linkedin.com/in/ana-1'],
    ['https://linkedin.com/profile/view?id=123', 'https://linkedin.com/profile/view?id=456'],
    ['https://linkedin.com/pub/ana/1', 'https://linkedin.com/pub/ana/2'],
    ['https://notlinkedin.com/in/ana/en', 'https://notlinkedin.com/in/ana/pt'],
    ['https://scholar.google.com/citations?user=AbC', 'https://scholar.google.com/citations?user=aBc'],
    ['https://facebook.com/profile.php?id=1', 'https://facebook.com/profile.php?id=2'],
    ['https://example.org/p?a=1&b=2', 'https://example.org/p?a=1%26b=2'],
    ['https://example.org/p?redirect_lang=1', 'https://example.org/p?redirect_lang=2'],
    ['https://example.org/p?lang_of=1', 'https://example.org/p?lang_of=2'],
    ['https://example.org/#/people/ana', 'https://example.org/#/people/bob'],
    ['https://example.org/#!/people/ana', 'https://example.org/#!/people/bob'],
    ['https://example.org:8443/ana', 'https://example.org/ana'],
    ['https://github.com/?q=1', 'https://github.com/?q=2'],
    ['https://github.com.example.org/ana?id=1', 'https://github.com.example.org/ana?id=2'],
    ['https://ana.github.io', 'https://bob.github.io'],
  ])('%s and %s', (one, other) => {
    expect(profileKey(one)).toBeDefined()
    expect(profileKey(one)).not.toBe(profileKey(other))
  })
})

describe('nobody’s page has none', () => {
  it.each([
    'https://linkedin.com',
    'https://pt.linkedin.com/',
    'https://linkedin.com/in/',
    'https://linkedin.com/in',
    'https://linkedin.com/mwlite/in/',
    'https://linkedin.com/feed/?x=1',
    'https://linkedin.com/profile/view',
    'https://linkedin.com/profile/view?id=',
    'https://github.com',
    'https://www.github.com/?utm_source=mail#top',
    'https://x.com/#/',
    'https://m.facebook.com',
    'https://mobile.twitter.com',
    'https://scholar.google.com/',
    'https://orcid.org',
    'https://behance.net',
    'https://',
    '',
  ])('%s', (link) => expect(profileKey(link)).toBeUndefined())
})

describe('a whole site', () => {
  it.each([
    ['https://example.org', true],
    ['www.example.org/?utm_source=x', true],
    ['https://example.org/ana', false],
    ['https://example.org/?id=1', false],
    ['https://example.org/#/ana', false],
    ['https://ana.github.io', false],
    ['https://linkedin.com', false],
    ['', false],
  ])('%s: %s', (link, whole) => expect(isWholeSite(link)).toBe(whole))
})
