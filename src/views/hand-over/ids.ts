/** **Hand over**: the form, what it shows before anything happens, and *Undo*. */
import { SHARE_WAYS, type ShareWay } from '../../domain/candidate/share-out.ts'

export const HAND_OVER_MODAL = 'hand_over_modal'
export const HAND_OVER_CONFIRM_MODAL = 'hand_over_confirm_modal'
export const HAND_OVER_TO = 'hand_over_to'
export const HAND_OVER_WAY = 'hand_over_way'
/** The value is whose people they are. */
export const OPEN_HAND_OVER = 'hand_over_open'
/** The value is the hand-over's id. */
export const UNDO_HAND_OVER = 'hand_over_undo'

/** What the second form remembers of the first: `to` are Slack ids, looked up anew. */
export type HandOverMeta = { readonly from: string; readonly way: ShareWay; readonly to: readonly string[] }
export const handOverMeta = ({ from, way, to }: HandOverMeta): string => [from, way, ...to].join(' ')
export function readHandOverMeta(metadata: string): HandOverMeta {
  const [from = '', way, ...to] = metadata.split(' ')
  return { from, way: readWay(way), to }
}
export const readWay = (given: string | undefined): ShareWay => SHARE_WAYS.find((one) => one === given) ?? 'load'
