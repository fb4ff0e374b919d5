import { beforeAll, describe, expect, it } from 'vitest'
import type { Breath } from '../../../src/adapters/db/breath.ts'
import { makeSeal, sealKeys } from '../../../src/adapters/db/seal.ts'
import { makeTransactions, type Transactions, TransactionTimeoutError } from '../../../src/adapters/db/unit-of-work.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { ok, refuse } from '../../../src/domain/shared/result.ts'
import { DAY, instant, plus } from '../../../src/domain/shared/time.ts'
import { forgetActKeys } from '../../../src/usecases/forget-act-keys.ts'
import { forEachDatabase } from '../../support/database.ts'

const now = instant('2026-03-02T12:00:00Z')
const SECRET = 'a secret of thirty-two characters'

forEachDatabase('a unit of work', (db) => {
  const workspaceId = newUuid<'workspace'>()
  let transactions: Transactions
  const uow = () => transactions.unitOfWork({ workspaceId, actor: undefined, correlationId: 'c', now })
  beforeAll(async () => {
    transactions = makeTransactions(db(), makeSeal(sealKeys([SECRET], SECRET)), newUuid)
    await db().pool.query(
      "INSERT INTO workspace (id, team_id, name, domain, zone, created_at) VALUES ($1, 'T1', 'T', 't', 'UTC', now())",
      [workspaceId],
    )
  })
  const settings = () => uow().run((tx) => tx.settings.all())

  it('keeps what it did when it ends, and nothing of it when it throws', async () => {
    await uow().run((tx) => tx.settings.set('kept', 1, undefined, now))
    const broken = uow().run(async (tx) => {
      await tx.settings.set('lost', 1, undefined, now)
      throw new Error('a bug')
    })
    await expect(broken).rejects.toThrow('a bug')
    expect(await settings()).toEqual({ kept: 1 })
  })

  it('refuses to be nested, instead of waiting for itself for ever', async () => {
    await expect(uow().run(() => uow().run(async () => undefined))).rejects.toThrow('inside an open transaction')
  })

  it('leaves nothing behind where a write that nobody waited for fails', async () => {
    const broken = uow().run(async (tx) => {
      await tx.settings.set('half', 1, undefined, now)
      await tx.candidates.record(newUuid<'candidate'>(), {
        id: newUuid<'interaction'>(),
        kind: 'call',
        at: now,
        memberId: undefined,
        text: 'about nobody',
        link: undefined,
        sendId: undefined,
        oneToOne: true,
      })
    })
    await expect(broken).rejects.toMatchObject({ code: '23503' })
    expect(await settings()).not.toHaveProperty('half')
  })

  it('gives its connection back when it waits too long for something else, and what comes late changes nothing', async () => {
    const hasty = makeTransactions(db(), makeSeal(sealKeys([SECRET], SECRET)), newUuid, 50)
    let goOn: () => void = () => undefined
    const late = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let ended: Promise<unknown> = Promise.resolve()
    const slow = hasty.unitOfWork({ workspaceId, actor: undefined, correlationId: 'c', now }).run((tx) => {
      ended = late.then(() => tx.settings.set('late', 1, undefined, now))
      return ended
    })
    await expect(slow).rejects.toThrow(TransactionTimeoutError)
    goOn()
    await expect(ended).rejects.toThrow('has ended')
    expect(await settings()).not.toHaveProperty('late')
  })

  it('tells what went wrong first where even the rollback fails, and gives that connection to nobody again', async () => {
    const real = await db().pool.connect()
    let released: unknown
    let gone = false
    const broken = Object.assign(Object.create(real), {
      query: (breath: Breath) => (gone ? breath.handleError(new Error('gone')) : real.query(breath)),
      release: (error: unknown) => {
        released = error
      },
    })
    const pool = { connect: async () => broken } as never
    const alone = makeTransactions({ pool }, makeSeal(sealKeys([SECRET], SECRET)), newUuid)
    const failing = alone.unitOfWork({ workspaceId, actor: undefined, correlationId: 'c', now }).run(async (tx) => {
      await tx.settings.all()
      gone = true
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    expect(released).toMatchObject({ message: 'gone' })
    await real.query('ROLLBACK')
    real.release()
  })

  it('reads without holding a transaction, in its own workspace, and cannot write', async () => {
    await uow().run((tx) => tx.settings.set('seen', 1, undefined, now))
    expect(await uow().read((tx) => tx.settings.all())).toHaveProperty('seen', 1)
    const foreign = transactions.unitOfWork({ workspaceId: newUuid(), actor: undefined, correlationId: 'c', now })
    expect(await foreign.read((tx) => tx.settings.all())).toEqual({})
    await expect(uow().read((tx) => tx.settings.set('written', 1, undefined, now))).rejects.toMatchObject({
      code: '25006',
    })
  })

  describe('that is to happen once', () => {
    const answered = async (stream: string) => (await uow().run((tx) => tx.events.read(stream, 99))).length
    const acting = (key: string, answer: () => number) => () =>
      uow().once(key, 'act', async (tx) => {
        await tx.events.append({ stream: key, type: 'touch.logged', data: {} })
        return ok(answer())
      })
    it('gives a repeated delivery the first one’s answer and keeps nothing of what it did', async () => {
      let times = 0
      const act = acting('key-1', () => (times += 1))
      expect([await act(), await act()]).toEqual([ok(1), ok(1)])
      expect(await answered('key-1')).toBe(1)
    })
    it('lets only one of many deliveries at the same moment work, and all hear its answer', async () => {
      const act = acting('key-2', Math.random)
      const [first, ...others] = await Promise.all(Array.from({ length: 8 }, act))
      expect(first).toMatchObject({ ok: true })
      expect(others).toEqual(Array.from({ length: 7 }, () => first))
      expect(await answered('key-2')).toBe(1)
    })
    it('gives the first one’s answer to a repetition that is refused, or fails, because of what the first one did', async () => {
      let state: 'open' | 'done' | 'broken' = 'open'
      const act = () =>
        uow().once('key-8', 'act', async () => {
          if (state === 'broken') throw new Error('gone')
          return state === 'done' ? refuse('done before') : ok('did it')
        })
      expect(await act()).toEqual(ok('did it'))
      state = 'done'
      expect(await act()).toEqual(ok('did it'))
      state = 'broken'
      expect(await act()).toEqual(ok('did it'))
    })
    it('leaves nothing of a refusal behind and lets the corrected act through', async () => {
      const refused = await uow().once('key-3', 'act', async (tx) => {
        await tx.settings.set('refused', true, undefined, now)
        return refuse('no')
      })
      expect(refused).toEqual(refuse('no'))
      expect(await settings()).not.toHaveProperty('refused')
      expect(await uow().once('key-3', 'act', async () => ok('yes'))).toEqual(ok('yes'))
    })
    it('tells two acts with one key apart', async () => {
      expect(await uow().once('key-4', 'one', async () => ok(1))).toEqual(ok(1))
      expect(await uow().once('key-4', 'other', async () => ok(2))).toEqual(ok(2))
    })
    it('forgets a key after a month, and not before', async () => {
      const at = (moment: typeof now) =>
        transactions.unitOfWork({ workspaceId, actor: undefined, correlationId: 'c', now: moment })
      const keys = async () => {
        const { rows } = await db().pool.query("SELECT key FROM idempotency WHERE use_case = 'aged' ORDER BY key")
        return rows.map((row) => row.key)
      }
      await at(now).once('key-5', 'aged', async () => ok(1))
      await at(plus(now, 29 * DAY)).once('key-6', 'aged', async () => ok(2))
      expect(await keys()).toEqual(['aged:key-5', 'aged:key-6'])
      const later = plus(now, 31 * DAY)
      await forgetActKeys({ uow: at(later), now: later })
      expect(await keys()).toEqual(['aged:key-6'])
    })
    it('happens each time where nobody named it', async () => {
      let worked = 0
      const act = () =>
        uow().once(undefined, 'act', async () => {
          worked += 1
          return ok(worked)
        })
      await act()
      expect(await act()).toEqual(ok(2))
    })
  })
})

describe('a sealed contact', () => {
  const seal = makeSeal(sealKeys(['new secret of at least 32 chars..', SECRET], SECRET))
  const old = makeSeal(sealKeys([SECRET], SECRET))

  it('opens again, and never looks the same twice', () => {
    const [one, other] = [seal.close('ana@example.com', 'w'), seal.close('ana@example.com', 'w')]
    expect(seal.open(one, 'w')).toBe('ana@example.com')
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })
  it('does not open in another workspace, nor after a bit was changed', () => {
    const sealed = seal.close('ana@example.com', 'w')
    expect(() => seal.open(sealed, 'v')).toThrow()
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(() => seal.open(sealed, 'w')).toThrow()
  })
  it('opens under a retired key, and is looked up by the first key for ever', () => {
    expect(seal.open(old.close('ana@example.com', 'w'), 'w')).toBe('ana@example.com')
    expect(seal.lookup('email', 'ana@example.com', 'w')).toEqual(old.lookup('email', 'ana@example.com', 'w'))
    expect(seal.lookup('email', 'ana@example.com', 'w')).not.toEqual(seal.lookup('email', 'ana@example.com', 'v'))
  })
  it('says so when its key is gone', () => {
    const alone = makeSeal(sealKeys(['another secret of at least 32 c..'], SECRET))
    expect(() => alone.open(old.close('x', 'w'), 'w')).toThrow()
  })
})
