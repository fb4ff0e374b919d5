// How the tests of capture add, flag and merge, and read what came of it.
import type { SilverEntry } from '../../../src/domain/candidate/silver-form.ts'
import type { CandidateId, NearMissId } from '../../../src/domain/shared/ids.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { flagNearMiss } from '../../../src/usecases/capture/flag-near-miss.ts'
import { mergeSilver } from '../../../src/usecases/capture/merge-silver.ts'
import { previewMerge } from '../../../src/usecases/capture/preview-merge.ts'
import type { World } from '../../support/outreach-world.ts'

export const FLAG = {
  fullName: 'Nadia Rahimi',
  role: 'Senior SRE',
  impressed: 'Superb on incident design',
  quotable: true,
}
export const MESSAGE = {
  channel: 'C1',
  ts: '1700000000.000100',
  link: 'https://fernhollow.slack.com/archives/C1/p1700000000000100',
}
export const form = (entry: SilverEntry, keepWords = false) => ({
  entry: { fullName: 'Ana Souza', role: 'Senior SRE', ...entry },
  keepWords,
})
export const nobody = '01900000-0000-7000-8000-00000000dead'

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: { readonly kind: string } }
export const value = <Value>(answer: Answer<Value>): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
export const refusal = (answer: Answer<unknown>) => (answer.ok ? undefined : answer.refusal)

let addresses = 0
export function anAddress(): string {
  addresses += 1
  return `person${addresses}@example.com`
}

/** Adds somebody as Ines and answers their id. */
export const add = async (world: World, entry: SilverEntry = {}, who = 'UINES'): Promise<CandidateId> =>
  value(await addSilver(await world.as(who), form(entry))).candidateId
export const flag = async (world: World, change: Partial<typeof FLAG> = {}, who = 'UTOM'): Promise<NearMissId> =>
  value(await flagNearMiss(await world.as(who), { ...FLAG, ...change })).nearMissId
export const post = (world: World, key: string) => world.run((tx) => tx.posts.byKey(key))

/** The record with that address beside a form that has it too. */
export async function preview(world: World, email: string, entry: SilverEntry, who = 'UINES') {
  const known = await addSilver(await world.as(who), form({ email, ...entry }))
  if (known.ok || known.refusal.kind !== 'known') throw new Error('expected to be known')
  const { candidateId, by } = known.refusal
  return value(await previewMerge(await world.as(who), { ...form({ email, ...entry }), candidateId, by }))
}
export const merge = async (
  world: World,
  { formId, candidateId, version }: Awaited<ReturnType<typeof preview>>,
  key?: string,
) => mergeSilver(await world.as('UINES', key), { formId, candidateId, version, choices: {} })
