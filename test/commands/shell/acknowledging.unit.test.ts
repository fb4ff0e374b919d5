// What every act has in common: it is acknowledged once it is done, and what goes wrong is told where the person looks.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/commands/shell/tell.ts'
import { shellWords } from '../../../src/domain/shared/words/shell.ts'
import { act, beginAnew, client, EVERY, idle, names, now, said, WHERE, well } from './acting.ts'

beforeEach(beginAnew)

describe.each(EVERY)('%s', (way) => {
  it('is acknowledged when it is done, and not before', async () => {
    let commit = () => {}
    const committed = new Promise<void>((done) => {
      commit = done
    })
    const over = act(way, async () => {
      await committed
      now.heard.push(['committed'])
      return well(way, { text: 'Done.' })
    })
    await idle()
    expect(now.heard).toEqual([])
    commit()
    await over
    expect(names()).toEqual(['committed', 'ack', WHERE[way]])
    expect(said()).toContain('Done.')
  })

  it('is acknowledged once where nothing is to be told', async () => {
    await act(way, async () => well(way, undefined))
    expect(names()).toEqual(['ack'])
  })

  it('whose failure is told where the person looks, with a reference for the admin', async () => {
    await act(way, () => Promise.reject(new Error('the database is gone')))
    expect(names()).toEqual(way === 'a submission' ? ['ack'] : ['ack', WHERE[way]])
    expect(said()).toContain(shellWords.ourFault('ref-1'))
    expect(said()).not.toContain('database')
    expect(now.faults).toMatchObject([{ correlationId: 'ref-1' }])
  })

  it('is not done for somebody whom Slack does not know, and they hear so', async () => {
    now.isKnown = false
    await act(way, async () => void now.heard.push(['committed']))
    expect(names()).not.toContain('committed')
    expect(names()[0]).toBe('ack')
    expect(said()).toContain(shellWords.unknownPerson)
  })

  it('is not called undone where only the answer does not get through', async () => {
    now.bad = new Set([WHERE[way]])
    await act(way, async () => well(way, { text: 'Done.' })).catch(() => undefined)
    expect(names()).toEqual(['ack'])
    expect(now.faults).toHaveLength(1)
  })

  it('keeps a stop waiting until it is told', async () => {
    const over = act(way, async () => well(way, { text: 'Done.' }))
    await now.acts.settled()
    expect(names()).toEqual(['ack', WHERE[way]])
    await over
  })
})

describe.each(EVERY.filter((way) => way !== 'a submission'))('%s that only looks', (way) => {
  it('may be acknowledged early, which Slack hears once', async () => {
    await act(way, async ({ ack }) => {
      await ack?.()
      now.heard.push(['looked'])
      return { text: 'Found.' }
    })
    expect(names()).toEqual(['ack', 'looked', WHERE[way]])
  })

  it('and fails then is told all the same', async () => {
    await act(way, async ({ ack }) => {
      await ack?.()
      throw new Error('too slow')
    })
    expect(names()).toEqual(['ack', WHERE[way]])
    expect(said()).toContain(shellWords.ourFault('ref-1'))
  })
})

describe.each(['a command', 'a press in a message'] as const)('%s whose answer is looked up afterwards', (way) => {
  it('is acknowledged before that', async () => {
    await act(way, async () => async () => {
      now.heard.push(['looked'])
      return { text: 'Done.' }
    })
    expect(names()).toEqual(['ack', 'looked', 'reply'])
  })

  it('is not called undone where that fails', async () => {
    await act(way, async () => () => Promise.reject(new Error('too slow')))
    expect(names()).toEqual(['ack'])
    expect(now.faults).toHaveLength(1)
  })
})

it('whoever dismissed the message in which they pressed gets the answer as a new one', async () => {
  let tries = 0
  const respond = async (reply: { replace_original: boolean }) => {
    tries += 1
    if (reply.replace_original) throw new Error('no_original_message')
    now.heard.push(['reply', reply])
  }
  await act('a press in a message', async (): Promise<Reply> => ({ text: 'Done.', replaces: true }), { respond })
  expect([names(), tries]).toEqual([['ack', 'reply'], 2])
})

it('whoever closed the modal in which they pressed gets the answer in the conversation with the bot', async () => {
  const gone = Object.assign(new Error('gone'), { data: { error: 'not_found' }, code: 'slack_webapi_platform_error' })
  const views = { ...client.views, push: () => Promise.reject(gone) }
  await act('a press in a modal', async () => ({ text: 'Done.' }), { client: { ...client, views } })
  expect(names()).toEqual(['ack', 'dm'])
})
