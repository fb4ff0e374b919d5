import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ANA, TOM } from './seed.ts'
import { call, startBarebones, startWorkspace } from './support.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const journal = () => join(dataDir, 'workspace.jsonl')
const plain = (text: string) => ({ type: 'plain_text', text })

describe('a workspace that was closed', () => {
  it('comes back with its messages, reactions, channels, Home tabs, files and tokens, without what a reload loses', async () => {
    const before = await startWorkspace({ dataDir })
    const app = await startBarebones(before)
    const ana = before.as(ANA)
    await call(before, 'conversations.join', { channel: 'C0RANDOM' })
    await call(before, 'chat.postMessage', {
      channel: ANA,
      text: 'hello',
      metadata: { event_type: 'a', event_payload: { key: 'k' } },
    })
    await call(before, 'chat.postEphemeral', { channel: 'C0RECRUIT', user: ANA, text: 'psst' })
    await call(before, 'views.publish', {
      user_id: ANA,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('My day') }] },
    })
    const [hello] = ana.dm()
    if (!hello) throw new Error('no message')
    await ana.react(hello, 'eyes')
    await ana.command('/silver', '', { in: 'recruiting' })
    const trigger_id = app.envelopes.find((e) => e.type === 'slash_commands')?.payload.trigger_id
    await call(before, 'views.open', { trigger_id, view: { type: 'modal', title: plain('Open'), blocks: [] } })
    const seen = {
      dm: ana.dm(),
      home: ana.home().words(),
      channels: ana.see().channels,
      tokens: [before.botToken, before.appToken, before.signingSecret],
    }
    await before.close()

    const after = await startWorkspace({ dataDir })
    const again = after.as(ANA)

    expect({
      dm: again.dm(),
      home: again.home().words(),
      channels: again.see().channels,
      tokens: [after.botToken, after.appToken, after.signingSecret],
    }).toEqual(seen)
    expect(seen.dm).toMatchObject([
      { text: 'hello', metadata: { event_payload: { key: 'k' } }, reactions: [{ name: 'eyes', users: [ANA] }] },
    ])
    expect(again.ephemerals('recruiting')).toEqual([])
    expect(again.see().modals).toEqual([])
  })

  it('forgets what was deleted and what was said over, so that its journal does not grow for ever', async () => {
    const before = await startWorkspace({ dataDir })
    const { ts } = await call(before, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'version 0' })
    for (let i = 1; i <= 20; i++) await call(before, 'chat.update', { channel: 'C0RECRUIT', ts, text: `version ${i}` })
    const gone = await call(before, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'a secret' })
    await call(before, 'chat.delete', { channel: 'C0RECRUIT', ts: gone.ts })
    await before.close()
    const after = await startWorkspace({ dataDir })

    expect(
      after
        .as(TOM)
        .messages('recruiting')
        .map((m) => m.text),
    ).toEqual(['version 20'])
    const text = readFileSync(journal(), 'utf8')
    expect(text).not.toContain('version 19')
    expect(text).not.toContain('a secret')
  })
})

describe('a workspace that was killed', () => {
  it('has every message that its API answered for', async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./abrupt-end.fixture.ts', import.meta.url)), dataDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const answered: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      answered.push(line)
      if (answered.length === 200) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const [token, ...sent] = answered
    const after = await startWorkspace({ dataDir })

    expect(child.signalCode).toBe('SIGKILL')
    expect(after.botToken).toBe(token)
    const kept = after
      .as(ANA)
      .messages('recruiting')
      .map((m) => m.ts)
    expect(kept.slice(0, sent.length)).toEqual(sent)
    expect(Number((await call(after, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'next' })).ts)).toBeGreaterThan(
      Number(kept.at(-1)),
    )
  })

  it('drops the one act whose line was torn, and goes on', async () => {
    const before = await startWorkspace({ dataDir })
    await before.as(ANA).say('recruiting', 'whole')
    await before.close()
    appendFileSync(journal(), '[{"t":"message","message":{"channel":"C0RECR')
    const after = await startWorkspace({ dataDir })
    await after.as(ANA).say('recruiting', 'after')
    await after.close()

    const last = await startWorkspace({ dataDir })
    expect(
      last
        .as(ANA)
        .messages('recruiting')
        .map((m) => m.text),
    ).toEqual(['whole', 'after'])
  })

  it('is not guessed at when its journal is damaged in the middle', async () => {
    writeFileSync(journal(), '[]\nnonsense\n[]\n')

    await expect(startWorkspace({ dataDir })).rejects.toThrow(/workspace\.jsonl is damaged at line 2/)
  })
})
