// Every transaction of the app, seen from both sides: whose it was and when its commit was through, and, from the database, what it changed.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Overrides } from '../../src/app.ts'
import type { World } from '../support/app.ts'
import type { StrictWorld } from './strict-world.ts'

export type Unit = {
  readonly id: number
  /** Undefined where nobody pressed anything: workers, clocks, what Slack says by itself. */
  readonly actor: string | undefined
  readonly begunAt: number
  /** When whoever waited for it heard that it was committed, or that it was not. */
  endedAt: number | undefined
}

export type Units = {
  readonly transactions: NonNullable<Overrides['transactions']>
  /** From now on the database notes what each transaction changes. */
  watch(world: World): Promise<void>
  /** Those that began since, and the tables that each of them changed; nothing of one that was rolled back. */
  since(rows: StrictWorld['rows'], at: number): Promise<readonly (Unit & { readonly changed: readonly string[] })[]>
  /** How many of anybody who pressed something are under way. */
  readonly open: () => number
}

/**
 * So long each commit is held up: whoever acknowledges without waiting for it is heard well before it is through, however quick the
 * database is.
 */
const HELD_UP_MS = 40

const WATCHING = `
  CREATE SCHEMA watching;
  CREATE TABLE watching.change (unit text, "table" text);
  CREATE FUNCTION watching.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
    END IF;
    INSERT INTO watching.change VALUES (current_setting('watching.unit', true), TG_TABLE_NAME);
    RETURN NULL;
  END $$;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP
      EXECUTE format('CREATE TRIGGER watching AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION watching.note()', name);
    END LOOP;
  END $$`

export function makeUnits(): Units {
  const units: Unit[] = []
  const within = new AsyncLocalStorage<Unit>()
  const during = async <Value>(actor: string | undefined, work: () => Promise<Value>): Promise<Value> => {
    const unit: Unit = { id: units.length, actor, begunAt: performance.now(), endedAt: undefined }
    units.push(unit)
    try {
      return await within.run(unit, work)
    } finally {
      unit.endedAt = performance.now()
    }
  }
  const heldUp =
    <Args extends readonly unknown[], Value>(work: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      const value = await work(...args)
      await pause(HELD_UP_MS)
      return value
    }
  return {
    transactions: (real) => (bearer) => {
      const uow = real(bearer)
      return {
        ...uow,
        run: (work) => during(bearer.actor, () => uow.run(heldUp(work))),
        once: (key, useCase, work) => during(bearer.actor, () => uow.once(key, useCase, heldUp(work))),
      }
    },
    async watch({ app }) {
      const { pool } = app.database
      await pool.query(WATCHING)
      const connect = pool.connect.bind(pool) as (...args: unknown[]) => Promise<PoolClient>
      const tagged = async () => {
        const client = await connect()
        await client.query(`SELECT set_config('watching.unit', $1, false)`, [String(within.getStore()?.id ?? '')])
        return client
      }
      // The pool's own way to a connection for a single query calls back.
      Object.assign(pool, { connect: (...args: unknown[]) => (args.length > 0 ? connect(...args) : tagged()) })
    },
    async since(rows, at) {
      const begun = units.filter(({ begunAt }) => begunAt >= at)
      const changed = await rows<{ unit: string; table: string }>(
        'SELECT DISTINCT unit, "table" FROM watching.change WHERE unit = ANY($1)',
        [begun.map(({ id }) => String(id))],
      )
      return begun.map((unit) => ({
        ...unit,
        changed: changed.filter((one) => one.unit === String(unit.id)).map(({ table }) => table),
      }))
    },
    open: () => units.filter(({ actor, endedAt }) => actor !== undefined && endedAt === undefined).length,
  }
}
