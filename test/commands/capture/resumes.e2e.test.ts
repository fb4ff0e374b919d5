// Résumés that nobody here wrote go through /silver: name, address, role and skills arrive as they stand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { skillSlug } from '../../../src/domain/pool/skills.ts'
import { aWorld } from '../../support/app.ts'
import { patiently } from './support.ts'

type Resume = {
  readonly basics: {
    readonly name: string
    readonly email?: string
    readonly label?: string
    readonly summary?: string
    readonly location?: { readonly city?: string }
    readonly profiles?: readonly { readonly url?: string }[]
  }
  readonly skills?: readonly { readonly name?: string; readonly keywords?: readonly string[] }[]
}

const folder = join(
  process.env.MEDALLIST_SHARED_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'resumes',
)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Resume

describe.skipIf(files.length === 0)(
  `real résumés [${folder}${files.length === 0 ? ': skipped, not there' : ''}]`,
  () => {
    const world = aWorld()

    it.each(files)('%s becomes a silver medallist', async (file) => {
      const { basics, skills = [] } = read(file)
      const { ines } = world().hands
      const keywords = skills
        .flatMap(({ name, keywords = [] }) => [...(name === undefined ? [] : [name]), ...keywords])
        .slice(0, 20)
      const role = basics.label ?? 'Engineer'
      const where = basics.location?.city === undefined ? '' : ` in ${basics.location.city}`
      const text = `${basics.name} <${basics.email}> for ${role}${where}: runner-up. ${basics.summary ?? ''}`
      await patiently(() => ines.command('/silver', text, { in: 'general' }))
      const form = await ines.opensModal('Add a silver medallist')
      const fields = form.fields()
      expect(fields['Full name']?.value).toBe(basics.name)
      expect(fields.Email?.value).toBe(basics.email)
      // A title with a comma or brackets is read up to there; the recruiter sees it and completes it.
      expect(role.startsWith(String(fields['Role they were considered for']?.value))).toBe(true)
      await form.fill('Role they were considered for', role)
      expect(fields['Why they were not hired']?.value).toBe('Close second')
      if (form.buttons().includes('More details')) await form.press('More details')
      await form.fill('Skills', keywords.join(', '))
      // One of them names Twitter, and nobody's page there.
      const page = basics.profiles?.find(({ url = '' }) => URL.canParse(url) && new URL(url).pathname.length > 1)
      if (page?.url !== undefined) await form.fill('Profile link', page.url)
      await form.submit()
      if (ines.see().modals.length > 0 && form.words().includes('may be about')) {
        await form.choose('Personal details', 'Keep these words: they are about the job')
        await form.submit()
      }
      expect(ines.see().modals.length === 0 ? {} : form.errors()).toEqual({})
      await ines.waitFor(() => ines.dm().find((one) => wordsOf(one).includes(`*${basics.name}* is among`)), {
        what: 'the confirmation',
      })
      const { app } = world()
      const kept = await app.contexts.forSystem(app.workspace).uow.run(async (tx) => {
        const id = await tx.candidates.findByContact('email', basics.email ?? '')
        return id === undefined ? undefined : tx.candidates.get(id)
      })
      expect(kept).toMatchObject({ fullName: basics.name, consideredRole: role, reason: 'close_second' })
      expect(kept?.skills).toEqual([...new Set(keywords.flatMap((word) => skillSlug(word) ?? []))])
    })

    it('left no complaint of ours', () => {
      expect(world().complaints).toEqual([])
    })
  },
)
