// Who counts as right for a role of an evaluation, and what an order is worth.
import { describe, expect, it } from 'vitest'
import { relevantTo, worthOf } from '../../bench/eval-match/judge.ts'
import type { CandidateId } from '../../src/domain/shared/ids.ts'

const person = (id: string, name: string, text = '') => ({ id: id as CandidateId, of: `${id}.json`, name, text })
const people = [person('ana', 'Ana Peat', 'Kubernetes\nTerraform'), person('ben', 'Ben Peat')]
const skills = ['Kubernetes', 'Terraform'].map((name) => ({ name, level: undefined, keywords: [] }))
const labelled = (...relevant: readonly string[]) => relevantTo({ relevant: [...relevant], skills }, people)

describe('who is right for a role', () => {
  it('is whom its label names, by file or by name', () => {
    expect(labelled('ANA.json', 'ben peat')).toEqual({ by: 'label', ids: new Set(['ana', 'ben']), unknown: [] })
  })

  it('is still told by a label that names somebody who is not there, and who that is', () => {
    expect(labelled('ana', 'Bne Peat')).toEqual({ by: 'label', ids: new Set(['ana']), unknown: ['Bne Peat'] })
    expect(labelled('typo')).toEqual({ by: 'label', ids: new Set(), unknown: ['typo'] })
  })

  it('is nobody by an empty label, and by the words where there is none', () => {
    expect(labelled()).toMatchObject({ by: 'none' })
    expect(relevantTo({ relevant: undefined, skills }, people)).toMatchObject({ by: 'words', ids: new Set(['ana']) })
    expect(relevantTo({ relevant: undefined, skills: [] }, people)).toMatchObject({ by: 'none' })
  })
})

describe('what an order is worth', () => {
  it('counts a role as missed whose label names nobody who is there, and leaves out the ones that nobody is right for', () => {
    const order = ['ben', 'ana']
    expect(
      worthOf([
        { order, relevant: labelled('ana') },
        { order, relevant: labelled('typo') },
        { order, relevant: labelled() },
      ]),
    ).toEqual({ roles: 2, hit1: 0, hit3: 1, hit10: 1, mrr: 0.25 })
  })
})
