// What a team calls a skill counts wherever skills do, and can be taken back.
import { describe, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { applyLessons } from '../../../src/usecases/skills/learned-skills.ts'
import { aCandidate } from '../../support/a-candidate.ts'
import { aWorld } from '../../support/app.ts'
import { besides } from '../outreach/seeing.ts'
import { asks, buttonsOf, seesPrivately, wordsOf } from './finding.ts'

const world = aWorld({ sample: true })
const skills = (text: string) => asks(world().hands.ines, '/medallist', `skills ${text}`)
const pool = async (text: string) => wordsOf(await asks(world().hands.ines, '/pool', text))

async function somebody(fullName: string, known: readonly string[]): Promise<void> {
  const ctx = await besides(world(), world().hands.ines)
  const id = newUuid<'candidate'>()
  await ctx.uow.run((tx) =>
    tx.candidates.insert(aCandidate({ id, fullName, consideredRole: 'Analyst', skills: known })),
  )
}
const found = (query: string, name: string) =>
  world().hands.ines.waitFor(async () => ((await pool(query)).includes(name) ? true : undefined), {
    what: `${name} by ${query}`,
  })

describe('what a team calls a skill', () => {
  it('finds whoever is on record already and whoever comes later, and is taken back', async () => {
    const { ines } = world().hands
    await somebody('Fay Peat', ['frobnic'])
    expect(await pool('skill:frobnic role:Analyst')).toContain('Fay Peat')
    expect(await pool('skill:kubernetes role:Analyst')).not.toContain('Fay Peat')
    expect(wordsOf(await skills('add Frobnic = K8s'))).toContain('“frobnic” is *Kubernetes* from now on')
    await found('skill:kubernetes role:Analyst', 'Fay Peat')
    await somebody('Gus Peat', ['frobnic'])
    expect(await pool('skill:kubernetes role:Analyst')).toContain('Gus Peat')
    // Who asks in the team's own word means the skill.
    expect(await pool('skill:frobnic role:SRE')).toContain('Ana Souza')
    const listed = await skills('')
    expect(wordsOf(listed)).toContain('“frobnic” is *Kubernetes*')
    await ines.press(listed, 'Remove')
    await seesPrivately(ines, '“frobnic” is a skill of its own again')
    const gone = async () => !(await pool('skill:kubernetes role:Analyst')).includes('Fay Peat')
    await ines.waitFor(async () => ((await gone()) ? true : undefined), { what: 'her to be found no more' })
    expect(await pool('skill:frobnic role:Analyst')).toContain('Fay Peat')
  })

  it('is offered where a query does not know it, and undone at once', async () => {
    const { ines } = world().hands
    const refused = await asks(ines, '/pool', 'skill:kuberntes')
    expect(buttonsOf(refused)).toContain('Treat “kuberntes” as Kubernetes')
    await ines.press(refused, 'Treat “kuberntes” as Kubernetes')
    const taught = await seesPrivately(ines, '“kuberntes” is *Kubernetes* from now on')
    expect(await pool('skill:kuberntes role:SRE')).toContain('Ana Souza')
    await ines.press(taught, 'Undo')
    await seesPrivately(ines, '“kuberntes” is a skill of its own again')
  })

  it('is read behind /silver and in a match', async () => {
    const { ines } = world().hands
    await skills('add blue box: Terraform')
    await ines.command('/silver', 'Hal Peat for Analyst: superb at blue box', { in: 'general' })
    const form = await ines.opensModal('Add a silver medallist')
    expect(form.fields()).toMatchObject({ Skills: { value: expect.stringContaining('Terraform') as string } })
    expect(wordsOf(await asks(ines, '/pool', 'match Senior SRE: blue box'))).toContain('must: Terraform')
  })

  it('is gone through again where that was cut off', async () => {
    const ctx = await besides(world(), world().hands.ines)
    await somebody('Ivy Peat', ['zorple'])
    await ctx.uow.run((tx) =>
      tx.lessons.teach({ spelling: 'zorple', skill: 'helm', taughtBy: ctx.actor.memberId, taughtAt: ctx.now }, 500),
    )
    expect(await ctx.uow.run((tx) => tx.lessons.pending())).toContain('zorple')
    await applyLessons(ctx)
    expect(await ctx.uow.run((tx) => tx.lessons.pending())).not.toContain('zorple')
    expect(await pool('skill:helm role:Analyst')).toContain('Ivy Peat')
  })

  it('is refused where a name means something already, is none, or was never taught', async () => {
    expect(wordsOf(await skills('add k8s = Terraform'))).toContain('means a skill already')
    expect(wordsOf(await skills('add !!! = Terraform'))).toContain('has letters or digits')
    expect(wordsOf(await skills('add frob'))).toContain('Say which name means which skill.')
    expect(wordsOf(await skills('add zorple = Go'))).toContain('Somebody taught that name already')
    expect(wordsOf(await skills('add Helm2000 = zorple'))).toContain('“helm2000” is *Helm* from now on')
    expect(wordsOf(await skills('add helm = Go'))).toContain('means a skill already')
    expect(wordsOf(await skills('remove nothing'))).toContain('Nobody taught that name')
    expect(wordsOf(await asks(world().hands.tom, '/medallist', 'skills'))).toContain('Only recruiters')
    expect(wordsOf(await asks(world().hands.tom, '/medallist', 'skills add x = Go'))).toContain('Only recruiters')
  })
})
