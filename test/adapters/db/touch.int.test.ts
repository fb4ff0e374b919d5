// To be in touch with somebody is what people do all day: it writes two rows, and the indexes of one.
import { expect, it } from 'vitest'
import { onQuickDatabase } from '../../support/database.ts'

onQuickDatabase('a touch', (db) => {
  it('changes nothing that an index of the person holds, so that none of them is written', async () => {
    const { rows } = await db().pool.query<{ definition: string }>(
      `SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'candidate'::regclass`,
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.filter(({ definition }) => /last_touch_at|first_due|unworked/.test(definition))).toEqual([])
  })
})
