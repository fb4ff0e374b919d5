import { describe, expect, it } from 'vitest'
import { nameInOrder, turnedName } from '../../../src/domain/candidate/name-order.ts'

describe('a name as lists have it', () => {
  it.each([
    ['van der Berg, Piet', 'Piet van der Berg'],
    ['Souza,Ana Maria', 'Ana Maria Souza'],
    ['SMITH, John Jr.', 'John SMITH Jr.'],
    ['Smith, John, PhD', 'John Smith, PhD'],
    ['Smith, John III, PhD', 'John Smith III, PhD'],
    ['SMITH, JOHN', 'JOHN SMITH'],
    ['DE LA CRUZ, JUAN', 'JUAN DE LA CRUZ'],
    ['Wang, AJ', 'AJ Wang'],
    ['Souza, Ana, ', 'Ana Souza'],
    ['Ana Souza, CSM', 'Ana Souza, CSM'],
    ['Ana Souza, PhD', 'Ana Souza, PhD'],
    ['Ana Souza', 'Ana Souza'],
    [', Ana', ', Ana'],
    ['Ana Souza, {x}', 'Ana Souza, {x}'],
    ['Souza, Ana <b>', 'Souza, Ana <b>'],
  ])('has the given name in front: %s', (name, inOrder) => {
    expect(nameInOrder(name)).toBe(inOrder)
  })

  it('is told apart into what is greeted and what is not', () => {
    expect(turnedName('van der Berg, Piet')).toEqual({ given: 'Piet', family: 'van der Berg', behind: '' })
    expect(turnedName('Piet van der Berg')).toBeUndefined()
  })
})
