import { describe, expect, it } from 'vitest'
import { readPermalink } from '../../simulator/permalink.ts'
import { aWorld } from '../support/app.ts'

const world = aWorld({ sample: true })

/** The messages that the links in some words lead to, as Ines reads them. */
function sourcesIn(words: string): readonly { readonly user: string; readonly text: string; readonly ts: string }[] {
  const { ines } = world().hands
  const links = words.match(/https:\/\/fernhollow\.slack\.com\/[^\s|>"]+/g) ?? []
  return links.map((link) => {
    const address = readPermalink('fernhollow', link)
    const said = ines.see().messages[address?.channel ?? '']?.find(({ ts }) => ts === address?.ts)
    if (said === undefined) throw new Error(`${link} leads nowhere`)
    return said
  })
}

describe('the sample company', () => {
  it('has the words in which Tom praised Ana Souza, and her draft leads to them', async () => {
    const { ines, tom } = world().hands
    await ines.command('/outreach', 'draft Ana Souza', { in: 'recruiting-triage' })
    const card = await ines.waitFor(
      () => ines.dm().find((one) => JSON.stringify(one.blocks ?? []).includes('draft_approve')),
      { what: 'the draft' },
    )
    const [source] = sourcesIn(JSON.stringify(card.blocks))
    expect(source).toMatchObject({ user: tom.user, text: expect.stringContaining('she led the failover exercise') })
    const days = (Date.now() - Number(source?.ts) * 1000) / 86_400_000
    expect(Math.round(days)).toBe(246)
  })

  it('has a source for every strength that a manager with a hiring channel noted, and it speaks of that person', async () => {
    const { rows } = await world().app.database.pool.query<{ name: string; kind: string; link: string | null }>(
      `SELECT c.full_name AS name, f.kind, f.source_link AS link FROM fact f JOIN candidate c ON c.id = f.candidate_id
         JOIN member m ON m.id = f.author_id WHERE f.kind IN ('strength', 'praise') AND m.name IN ('Tom Okafor', 'Lucía Ferrer')`,
    )
    expect(rows.length).toBeGreaterThan(20)
    for (const { name, link } of rows) {
      const [source] = sourcesIn(link ?? '')
      expect(source?.text, name).toContain(`Debrief for ${name},`)
    }
  })
})
