// The pictures are drawn beside the main thread, which goes on answering people.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makeDrawPicture } from '../../../src/adapters/charts/draw-picture.ts'
import type { Picture } from '../../../src/domain/metrics/pictures.ts'

const fixture = (name: string) => new URL(`./${name}-thread.fixture.ts`, import.meta.url)
const going = () => new AbortController().signal
const weeks = Array.from({ length: 8 }, (_, index) => ({
  label: `${index + 1} Mar`,
  keptInTouch: { n: 30 + index, d: index === 2 ? 0 : 52 },
  sent: 3 * index,
  replied: index,
}))
const PICTURES: readonly Picture[] = [
  { kind: 'engagement', weeks },
  {
    kind: 'funnel',
    steps: [
      { step: 'written', entered: 31, left: 20 },
      { step: 'replied', entered: 9, left: 3 },
      { step: 'interested', entered: 4, left: 0 },
      { step: 'interviewing', entered: 1, left: 0 },
      { step: 'hired', entered: 0, left: 0 },
    ],
    hires: { n: 2, d: 9 },
    goalPercent: 25,
  },
]

/** Width and height as the header of a PNG tells them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('a picture', () => {
  it.each(PICTURES)('of the $kind is a PNG as sharp as a good screen', async (picture) => {
    expect(sizeOf(await makeDrawPicture()(picture, going()))).toEqual([1920, 840])
  })

  it('leaves the main thread to others while it is drawn', async () => {
    const server = createServer((_request, response) => response.end('here'))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const stopping = new AbortController()
    const drawing = makeDrawPicture({ thread: fixture('stuck') })(PICTURES[0] as Picture, stopping.signal)
    const outcome = expect(drawing).rejects.toThrow('The process stops')
    // The drawing would never let go of the thread that it is on; this one still answers.
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect(await answer.text()).toBe('here')
    stopping.abort()
    await outcome
    await new Promise((resolve) => void server.close(resolve))
  })

  it('that takes too long is given up, thread and all', async () => {
    const draw = makeDrawPicture({ thread: fixture('stuck'), patienceMs: 50 })
    await expect(draw(PICTURES[0] as Picture, going())).rejects.toThrow('took longer than 50 ms')
  })

  it('that goes wrong says what went wrong, and one that is left out says so', async () => {
    await expect(makeDrawPicture({ thread: fixture('broken') })(PICTURES[0] as Picture, going())).rejects.toThrow(
      'no font',
    )
    await expect(makeDrawPicture({ thread: fixture('silent') })(PICTURES[0] as Picture, going())).rejects.toThrow(
      'ended without a picture',
    )
  })

  it('is not begun where the process stops already', async () => {
    await expect(makeDrawPicture()(PICTURES[0] as Picture, AbortSignal.abort(new Error('stopping')))).rejects.toThrow(
      'stopping',
    )
  })
})
