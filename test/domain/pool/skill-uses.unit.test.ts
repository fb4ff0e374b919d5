import { describe, expect, it } from 'vitest'
import { asSkillUses, joinedUses, readSkills, skillUseText } from '../../../src/domain/pool/skill-uses.ts'

const read = (text: string) => {
  const found = readSkills(text, 2026)
  if ('kind' in found) return found.kind
  return found.skills.map((skill) => skillUseText(skill, found.uses)).join(' | ')
}
const slugs = (text: string) => {
  const found = readSkills(text, 2026)
  return 'kind' in found ? found.kind : found.skills
}

describe('a list of skills', () => {
  it.each([
    ['Kubernetes 5y 2024', 'Kubernetes 5y 2024'],
    ['k8s 5 years', 'Kubernetes 5y'],
    ['K8s 5yrs.', 'Kubernetes 5y'],
    ['Kubernetes 2024', 'Kubernetes 2024'],
    ['Kubernetes (5y, 2024)', 'Kubernetes 5y 2024'],
    ['Kubernetes 5y, 2024', 'Kubernetes 5y 2024'],
    ['Kubernetes, Go 3y', 'Kubernetes | Go 3y'],
    ['Go, Go 3y, Go 2020', 'Go 3y 2020'],
    ['Go 3y, Go 4y', 'Go 4y'],
    ['5 years of Go', 'Go 5y'],
    ['3+ years Node.js', 'Node.js 3y'],
    ['Node.js 3+ yrs until 2022', 'Node.js 3y 2022'],
    ['Go last used in 2019', 'Go 2019'],
    ['Go – 2y', 'Go 2y'],
    ['Go since 2019', 'Go 7y 2026'],
    ['Go since 2026', 'Go 2026'],
    ['C++ 12y 2011; C# 1 year', 'C++ 12y 2011 | C# 1y'],
    ['basket weaving 3Y', 'Basket weaving 3y'],
    ['Go 0y', 'Go 0y'],
    ['Go 50y 1970', 'Go 50y 1970'],
    ['Go 2026', 'Go 2026'],
    // What only looks like a year or a length is part of the name.
    ['ES2015', 'Es2015'],
    ['Office 365', 'Microsoft Office'],
    ['ISO 27001', 'Compliance'],
    ['Web 2.0', 'Web 2 0'],
    ['Yocto 5-year plans', 'Yocto 5 year plans'],
    ['2024', ''],
    ['5y', ''],
    [' , ;', ''],
    ['Go 51y', 'no_such_years'],
    ['Go 1969', 'no_such_year'],
    ['Go 2027', 'year_ahead'],
  ])('%s', (text, meant) => expect(read(text)).toBe(meant))

  it('is searched by the skills alone', () => {
    expect(slugs('k8s 5y 2024, Go\nbasket weaving • SQL | Rust')).toEqual([
      'kubernetes',
      'go',
      'basket-weaving',
      'sql',
      'rust',
    ])
  })

  it('is written as it is read', () => {
    const text = 'Kubernetes 5y 2024, Go, Basket weaving 2019, C++ 3y'
    expect(read(text).replaceAll(' | ', ', ')).toBe(text)
  })
})

describe('what is kept of how long and how lately', () => {
  it('is read with care', () => {
    const kept = [
      { last: 2024, skill: 'go', years: 5 },
      { skill: 'rust' },
      { years: 3 },
      null,
      'x',
      { skill: 'c', years: '3', last: 1.5 },
    ]
    expect(asSkillUses(kept)).toEqual([
      { skill: 'go', years: 5, last: 2024 },
      { skill: 'rust', years: undefined, last: undefined },
      { skill: 'c', years: undefined, last: undefined },
    ])
    expect(asSkillUses(null)).toEqual([])
    expect(JSON.stringify(asSkillUses(kept)[0])).toBe('{"skill":"go","years":5,"last":2024}')
  })

  it('stays with the skills that stay, and the first side counts', () => {
    const use = (skill: string, years: number) => ({ skill, years, last: undefined })
    expect(joinedUses(['go', 'rust', 'sql'], [use('go', 5), use('php', 9)], [use('go', 1), use('rust', 2)])).toEqual([
      use('go', 5),
      use('rust', 2),
    ])
  })
})
