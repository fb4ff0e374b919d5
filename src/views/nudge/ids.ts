/** The menu of a row; each choice is `<act>:<candidate id>`. */
export const NUDGE_MORE = 'nudge_more'
export const NUDGE_ACTS = ['call', 'open', 'reassign', 'archive'] as const
export type NudgeAct = (typeof NUDGE_ACTS)[number]

export const nudgeActValue = (act: NudgeAct, candidateId: string): string => `${act}:${candidateId}`
export function readNudgeAct(value: string): { readonly act: NudgeAct | undefined; readonly candidateId: string } {
  const [given, candidateId = ''] = value.split(':')
  return { act: NUDGE_ACTS.find((one) => one === given), candidateId }
}
