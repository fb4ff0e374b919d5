import { expect, it } from 'vitest'
import { makeShortLived } from '../../simulator/app/short-lived.ts'
import { makeManualClock } from '../../simulator/clock.ts'

it('what was handed out is known for its lifetime and as long again, then forgotten with the next', async () => {
  const clock = makeManualClock()
  const kept = makeShortLived<string>(clock, 1000)
  kept.keep('first', 'a')
  await clock.advance(2000)
  kept.keep('second', 'b')
  expect(kept.get('first')).toEqual({ value: 'a', age: 2000 })
  await clock.advance(1)
  kept.keep('third', 'c')

  expect([kept.get('first'), kept.get('second'), kept.get('third')]).toEqual([
    undefined,
    { value: 'b', age: 1 },
    { value: 'c', age: 0 },
  ])
  expect([kept.take('second'), kept.take('second')]).toEqual([true, false])
})
