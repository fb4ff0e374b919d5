// Every form of capture at its biggest passes the checks that Slack makes, and what was typed comes back as it was.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkView } from '../../../simulator/block-kit/check.ts'
import { stateOf } from '../../../simulator/views/element-state.ts'
import type { Difference, MergeField } from '../../../src/domain/candidate/merge.ts'
import { SENSITIVE_TOPICS } from '../../../src/domain/candidate/sensitive.ts'
import {
  FIRST_FIELDS,
  MORE_FIELDS,
  SILVER_FIELDS,
  SILVER_LIMITS,
  type SilverEntry,
} from '../../../src/domain/candidate/silver-form.ts'
import { silverLabels } from '../../../src/domain/shared/words/capture.ts'
import type { MergePreview } from '../../../src/usecases/capture/preview-merge.ts'
import { renderDismissModal } from '../../../src/views/dismiss-modal/blocks.ts'
import { renderFlagModal } from '../../../src/views/flag-modal/blocks.ts'
import { notedMerge, renderMergeModal, titleFor } from '../../../src/views/merge-modal/blocks.ts'
import { mergeChoices } from '../../../src/views/merge-modal/submit.ts'
import { renderSilverModal } from '../../../src/views/silver-modal/blocks.ts'
import { readSilverMeta, silverBlock } from '../../../src/views/silver-modal/schema.ts'
import { chosenPoolName, silverEntry, silverErrors, warnedFields } from '../../../src/views/silver-modal/submit.ts'

const HOSTILE = '<!channel> & <https://evil|x> 👩🏽‍🚀 {{x}} '
const long = (size: number) => HOSTILE.repeat(Math.ceil(size / HOSTILE.length)).slice(0, size)
const meta = { more: false, warned: {} }
const ID = '01900000-0000-7000-8000-000000000001'
const biggest: SilverEntry = {
  ...Object.fromEntries(Object.entries(SILVER_LIMITS).map(([name, max]) => [name, long(max)])),
  standing: 'told_no',
  standingDay: '2026-03-01',
  reason: 'declined_offer',
  permission: 'legitimate_interest',
  seniority: 'executive',
  tier: 'A',
  pool: ID,
  owner: 'U0INES0001',
  nextTouch: '2026-09-01',
}
const labels = (view: { readonly blocks: readonly unknown[] }) =>
  view.blocks.flatMap((block) => {
    const { type, label } = block as { readonly type: string; readonly label?: { readonly text: string } }
    return type === 'input' && label !== undefined ? [label.text] : []
  })

describe('the form "Add a silver medallist"', () => {
  it('asks seven questions where nothing is known', () => {
    const view = renderSilverModal({ entry: {}, meta, ownerSlackId: 'U1' })
    checkView(view as never)
    expect(labels(view)).toEqual(FIRST_FIELDS.map((name) => silverLabels[name]))
  })

  it('unfolds only what is told already', () => {
    const view = renderSilverModal({ entry: { fullName: 'Ana', skills: 'Go', tier: 'A' }, meta, ownerSlackId: 'U1' })
    expect(labels(view).slice(7)).toEqual(['Skills', 'Tier'])
  })

  it('passes at its biggest, with warnings, a flag and a note', () => {
    const warned = warnedFields(
      Object.fromEntries(
        ['impressed', 'bringBack', 'advice'].map((name) => [
          name,
          SENSITIVE_TOPICS.map((topic) => ({ topic, words: long(400) })),
        ]),
      ),
    )
    const view = renderSilverModal({
      entry: biggest,
      meta: {
        more: true,
        warned,
        flag: { id: ID, by: 'U0TOM00001', link: `https://fernhollow.slack.com/archives/${'p'.repeat(450)}` },
        between: { from: '1 March 2026', to: '31 March 2026' },
      },
      ownerSlackId: 'U0INES0001',
      poolName: long(200),
      note: long(500),
    })
    checkView(view as never)
    expect(labels(view)).toHaveLength(7 + 1 + MORE_FIELDS.length + 1)
  })

  it('gives back what was typed, whichever fields were unfolded', () => {
    const code = (codes: readonly string[]) => fc.option(fc.constantFrom(...codes), { nil: undefined })
    const words = (max: number) =>
      fc.option(fc.string({ maxLength: Math.min(max, 60), minLength: 1 }), { nil: undefined })
    const typed = Object.fromEntries(Object.entries(SILVER_LIMITS).map(([name, max]) => [name, words(max)]))
    const entries = fc.record({
      ...typed,
      standing: code(['not_told', 'told_no', 'hired']),
      reason: code(['level', 'pay']),
      permission: code(['consent', 'applied_here']),
      seniority: code(['staff', 'junior']),
      tier: code(['A', 'C']),
    })
    fc.assert(
      fc.property(entries, fc.boolean(), (entry: SilverEntry, more) => {
        const view = renderSilverModal({ entry, meta: { ...meta, more }, ownerSlackId: 'U1' })
        const back = silverEntry(stateOf(view.blocks) as never)
        for (const name of SILVER_FIELDS) {
          const given = entry[name]
          if (given !== undefined && name !== 'standingDay') expect(back[name]).toBe(given)
        }
        expect(back.standing).toBe(entry.standing ?? 'not_told')
        expect(back.owner).toBe(more ? 'U1' : undefined)
      }),
      { numRuns: 200 },
    )
  })

  it('remembers the words on the chosen pool', () => {
    const view = renderSilverModal({ entry: { pool: ID }, meta, ownerSlackId: 'U1', poolName: 'SRE bench' })
    expect(chosenPoolName(stateOf(view.blocks) as never)).toBe('SRE bench')
  })

  it('puts each problem beside its field and names those whose field is folded away', () => {
    const view = renderSilverModal({ entry: {}, meta, ownerSlackId: 'U1' })
    const { errors, unseen } = silverErrors(
      { email: { kind: 'not_an_email' }, phone: { kind: 'not_a_phone', needsCountry: true } },
      stateOf(view.blocks) as never,
    )
    expect(Object.keys(errors)).toEqual([silverBlock('email'), silverBlock('phone')])
    expect(unseen).toEqual(['phone'])
  })

  it('reads forged metadata as none', () => {
    for (const forged of ['', 'x', '[]', '{"more":"yes"}', '{"flag":3}'])
      expect(readSilverMeta(forged)).toEqual({ more: false, warned: {} })
  })
})

describe('the form "Flag a near-miss"', () => {
  it('passes at its biggest', () => {
    const view = renderFlagModal({
      fullName: long(500),
      role: long(500),
      impressed: long(5000),
      meta: { message: { channel: 'C1', ts: '1.2', link: 'https://x.slack.com/archives/C1/p12' } },
      notes: [long(4000), long(4000), long(4000)],
      openRoles: Array.from({ length: 100 }, () => long(150)),
    })
    checkView(view as never)
    expect(labels(view)).toEqual([
      'Full name',
      'Role they were considered for',
      'What impressed you',
      'Would you hire them?',
      'Quoting',
    ])
  })

  it('is dismissed by a small form of its own', () => {
    checkView(renderDismissModal(ID) as never)
  })
})

describe('the form "Merge with …?"', () => {
  const difference = (
    field: MergeField,
    outcome: Difference['outcome'],
    change: Partial<Difference> = {},
  ): Difference => ({
    field,
    existing: long(3000),
    typed: `new ${long(2990)}`,
    merged: long(3000),
    outcome,
    ...change,
  })
  const preview = (change: Partial<MergePreview> = {}): MergePreview => ({
    formId: ID as never,
    candidateId: ID as never,
    version: 3,
    name: long(200),
    by: 'email',
    differences: [
      difference('consideredRole', 'kept'),
      difference('standing', 'stricter', { existing: 'hired', typed: 'not_told', merged: 'hired' }),
      difference('standingDay', 'kept', {
        existing: '2026-01-01' as never,
        typed: '2026-02-01' as never,
        merged: '2026-01-01' as never,
      }),
      difference('reason', 'kept', { existing: 'pay', typed: 'level', merged: 'pay' }),
      difference('stageReached', 'filled', { existing: undefined }),
      difference('fullName', 'kept'),
      difference('phone', 'kept'),
      difference('profileLink', 'kept'),
      difference('bringBack', 'joined'),
      difference('advice', 'joined'),
      difference('skills', 'joined', {
        existing: ['go'],
        typed: Array.from({ length: 30 }, (_, at) => `skill-${long(50)}-${at}`),
        merged: [],
      }),
      difference('location', 'replaced'),
      difference('remoteOk', 'kept', { existing: true, typed: false, merged: true }),
      difference('seniority', 'kept', { existing: 'staff', typed: 'lead', merged: 'staff' }),
      difference('tier', 'kept', { existing: 'A', typed: 'B', merged: 'A' }),
      difference('ownerId', 'kept', { existing: ID as never, typed: ID as never, merged: ID as never }),
      difference('nextTouch', 'kept', {
        existing: '2026-01-01' as never,
        typed: '2026-02-01' as never,
        merged: '2026-01-01' as never,
      }),
    ],
    members: new Map([[ID, long(500)]]),
    newContacts: ['email', 'phone', 'profile'],
    elsewhere: ['phone', 'profile'],
    addsWords: true,
    ...change,
  })

  it('passes at its biggest, also with a note above it', () => {
    const view = renderMergeModal({ preview: preview(), note: long(500) })
    checkView(view as never)
    const noted = notedMerge(view, 'Another note')
    checkView(noted as never)
    expect(noted.blocks.filter(({ type }) => type === 'alert')).toHaveLength(1)
  })

  it('passes where nothing differs', () => {
    checkView(
      renderMergeModal({
        preview: preview({ differences: [], newContacts: [], elsewhere: [], addsWords: false }),
      }) as never,
    )
  })

  it('names the person in its title, as far as Slack has room', () => {
    expect(titleFor('Ana Souza')).toBe('Merge with Ana Souza?')
    expect(titleFor('Bartholomew Featherstonehaugh')).toMatch(/^Merge with Bartholomew…\?$/)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (name) => titleFor(name).length <= 24),
    )
  })

  it('asks for a side only where both cannot stand, and proposes what the rules would take', () => {
    const view = renderMergeModal({ preview: preview() })
    const choices = mergeChoices(stateOf(view.blocks) as never)
    expect(choices).toEqual({
      consideredRole: 'existing',
      fullName: 'existing',
      phone: 'existing',
      profileLink: 'existing',
      location: 'typed',
      remoteOk: 'existing',
      seniority: 'existing',
      tier: 'existing',
      ownerId: 'existing',
      nextTouch: 'existing',
    })
  })

  it('takes nothing for a choice that is none', () => {
    expect(
      mergeChoices({
        merge_tier: { merge_tier: { selected_option: { value: 'both' } } },
        other: { other: { value: 'typed' } },
      }),
    ).toEqual({})
  })
})
