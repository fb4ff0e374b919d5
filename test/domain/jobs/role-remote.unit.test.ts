import { describe, expect, it } from 'vitest'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { saysRemote } from '../../../src/domain/jobs/role-remote.ts'

describe('whether the work may be done from elsewhere', () => {
  it.each([
    'Location: Berlin / Remote (EU)', 'Remote', 'Remote (Germany)', 'Remote - US only', 'Fully remote within Europe', 'Hybrid or remote', 'SRE (Berlin, remote)', 'You can work remotely', '2 remote days a week',
    'Remote OK', 'remote possible', 'Lisbon or remote', 'Open to remote', 'Work from home', 'Homeoffice', 'Home-Office möglich', 'Télétravail 3 jours', 'Teletrabajo',
  ])('is said by %s, wherever it stands', (line) => {
    expect(saysRemote(line, false)).toBe(true)
    expect(saysRemote(line, true)).toBe(true)
  }) // biome-ignore format: a list

  it.each([
    'Manage remote teams', 'You lead a remote team; office-based', 'Remote support of customers', 'remote monitoring', 'Working with remote teams', 'Our remote culture', 'Kein Homeoffice', 'Pas de télétravail',
    'This is not a remote position', 'No remote work', 'Remote is not possible', 'Remote work is not possible',
  ])('is not said by %s', (line) => expect(saysRemote(line, false)).toBe(false)) // biome-ignore format: a list

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
