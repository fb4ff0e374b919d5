import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { describe, expect, it } from 'vitest'
import { guard, insideTransaction } from '../../../src/adapters/db/guard.ts'

const aPool = () =>
  guard({ query: () => Promise.resolve('rows'), connect: () => Promise.resolve('client') } as unknown as Pool)
const bug = 'inside an open transaction'

describe('a guarded pool', () => {
  it('queries as ever outside a transaction', async () => {
    expect(await aPool().query('SELECT 1')).toBe('rows')
  })

  it('refuses a query of its own inside a transaction, at once and however deep', async () => {
    const pool = aPool()
    const deep = async () => {
      await wait(1)
      return pool.query('SELECT 1')
    }
    await expect(insideTransaction(deep)).rejects.toThrow(bug)
  })

  it('gives a transaction its own connection, but no second one', async () => {
    const pool = aPool()
    await insideTransaction(async () => {
      await pool.connect()
      expect(() => pool.connect()).toThrow(bug)
    })
  })

  it('refuses a transaction within a transaction', async () => {
    await expect(insideTransaction(() => insideTransaction(() => Promise.resolve()))).rejects.toThrow(bug)
  })

  it('leaves other work alone that runs meanwhile', async () => {
    const pool = aPool()
    const meanwhile = wait(1).then(() => pool.query('SELECT 1'))
    await insideTransaction(() => meanwhile)
    expect(await meanwhile).toBe('rows')
  })

  it('leaves alone what a transaction started and did not wait for, once it is over', async () => {
    const pool = aPool()
    const { promise: over, resolve } = Promise.withResolvers<void>()
    const later = await insideTransaction(() => Promise.resolve({ query: over.then(() => pool.query('SELECT 1')) }))
    resolve()
    expect(await later.query).toBe('rows')
  })

  it('lets the error of a transaction through and is free again', async () => {
    const pool = aPool()
    await expect(insideTransaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await pool.query('SELECT 1')).toBe('rows')
  })
})
