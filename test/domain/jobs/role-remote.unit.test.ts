import { describe, expect, it } from 'vitest'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { saysRemote } from '../../../src/domain/jobs/role-remote.ts'

describe('whether the work may be done from elsewhere', () => {
  it.each([
    'Location: Berlin / Remote (EU)', 'Remote', 'Remote (Germany)', 'Remote - US only', 'Fully remote within Europe', 'Hybrid or remote', 'SRE (Berlin, remote)', 'You can work remotely', '2 remote days a week',
    'Remote OK', 'remote possible', 'Lisbon or remote', 'Open to remote', 'Work from home', 'Working from home is not only possible but usual', 'Remote work is not just possible', 'Berlin / remote as you like', 'Hybrid / remotely as you like', 'Homeoffice', 'Home-Office möglich', 'Télétravail 3 jours', 'Teletrabajo',
  ])('is said by %s, wherever it stands', (line) => {
    expect(saysRemote(line, false)).toBe(true)
    expect(saysRemote(line, true)).toBe(true)
  }) // biome-ignore format: a list

  it.each([
    'Manage remote teams', 'You lead a remote team; office-based', 'Remote support of customers', 'remote monitoring', 'Working with remote teams', 'Our remote culture', 'Kein Homeoffice', 'Pas de télétravail',
    'Working from home is not possible', 'Work from home not possible', 'Working from anywhere is not possible', "Remote work isn't possible", 'Berlin / remote teams', 'On-site / remote support of boats',
    'This is not a remote position', 'No remote work', 'Remote is not possible', 'Remote work is not possible',
  ])('is not said by %s', (line) => expect(saysRemote(line, false)).toBe(false)) // biome-ignore format: a list

  it.each([
    'fully', '100 %', '100%', 'partly', 'partially', 'work', 'working', 'can be', 'done', 'be', 'or', 'oder', 'ou', 'hybrid', 'employment type:', 'and', 'open to',
  ])('is said by “remote” behind %s', (before) => {
    expect(saysRemote(`SRE ${before} remote as you like`, true)).toBe(true)
    expect(saysRemote(`SRE ${before} remotely as you like`, true)).toBe(true)
  }) // biome-ignore format: a list
  it.each([
    'position', 'role', 'job', 'work', 'working', 'working model', 'option', 'possible', 'ok', 'okay', 'allowed', 'eligible', 'available', 'only', 'setup', 'set-up', 'contract',
    'employment', 'within', 'from', 'in', 'anywhere', 'across', 'day', 'days', 'möglich', 'erlaubt', 'oder', 'or',
  ])('is said by “remote” before %s', (behind) => {
    expect(saysRemote(`A remote ${behind} as you like`, true)).toBe(true)
    expect(saysRemote(`A remote-${behind} as you like`, true)).toBe(true)
    expect(saysRemote(`Sometimes remotely ${behind} as you like`, true)).toBe(true)
  }) // biome-ignore format: a list
  it.each([
    'team', 'teams', 'support', 'monitoring', 'staff', 'workers', 'employees', 'colleagues', 'office', 'offices', 'site', 'sites', 'customers', 'users', 'access', 'sensing',
    'server', 'servers', 'desktop', 'desktops', 'control',
  ])('is not said by remote %s, with whom or which one works', (thing) =>
    expect(saysRemote(`Working with fully remote ${thing} all day`, false)).toBe(false),
  ) // biome-ignore format: a list

  it.each([
    '(remote)', '[remote]', 'Lisbon, remote', 'Lisbon,remote', 'Lisbon; remote', 'Lisbon | remote', 'Lisbon · remote', 'Lisbon • remote', 'Place: remote', 'Lisbon/remote', 'Lisbon -remote', 'Remote, Lisbon',
    'Remote; Lisbon', 'Remote.', 'Remote | Lisbon', 'Remote·Lisbon', 'Remote • Lisbon', 'Remote/Lisbon', 'Remote  -  Lisbon', 'SRE\nRemote\nGo',
    'Working from home', 'work from anywhere', 'A home office', 'home-office', 'WFH', 'Mobiles Arbeiten', 'Telelavoro', 'Thuiswerken', 'Possibilité de télétravail',
  ])('is said by %j', (line) => expect(saysRemote(line, true)).toBe(true)) // biome-ignore format: a list

  it.each([
    'not remote', 'non-remote role', "isn't remote work", 'without remote work', 'Kein Home-Office', 'keine Home-Office-Regelung', 'Keinen Home office', 'kein remote work', 'keiner remote work', 'keines Homeoffice', 'keinem Homeoffice',
    'sans télétravail', 'sin teletrabajo', 'no teletrabajo', 'nicht remote möglich', 'no work from home', 'no working from home', 'not a fully remote role', 'no option of remote work', 'Remote not possible',
    'Remote work not possible', 'Remote working is not possible', 'Remote  is  not  possible', 'Homeoffice nicht möglich', 'Home office ist nicht möglich', 'Home-office is not offered', "Le télétravail n'est pas possible",
    'Télétravail pas possible', 'Our remote-controlled boats', 'remoteness', 'The remote harbour', 'Homely offices',
  ])('is denied, or not said, by %j', (line) => expect(saysRemote(line, false)).toBe(false)) // biome-ignore format: a list

  it('is said where only a part of it is denied', () => {
    expect(saysRemote('No remote work, but a home office', false)).toBe(true)
    expect(saysRemote('not one two three remote days', false)).toBe(true)
  })

  it.each(['We are remote-first', 'remote friendly since 2019', 'We are a distributed team'])(
    'is said by “%s” of the role, and not where it speaks of the company',
    (line) => {
      expect(saysRemote(line, false)).toBe(true)
      expect(saysRemote(line, true)).toBe(false)
    },
  )

  it('is read from a whole advert', () => {
    expect(readRole('SRE\nAbout us: remote friendly since 2019').criteria.remoteOk).toBe(false)
    expect(readRole('SRE\nWir bieten:\n- Homeoffice').criteria.remoteOk).toBe(true)
    expect(readRole('SRE – Hamburg oder Remote').criteria.remoteOk).toBe(true)
  })
})
