/** What the pictures of a digest show. Pure. */
import type { FunnelStep, Rate } from './numbers.ts'

export const PICTURES = ['engagement', 'funnel'] as const
export type PictureKind = (typeof PICTURES)[number]

export type PictureWeek = {
  readonly label: string
  readonly keptInTouch: Rate
  readonly sent: number
  readonly replied: number
}
/** Each is drawn by itself, so that one of them may fail alone. */
export type Picture =
  | { readonly kind: 'engagement'; readonly weeks: readonly PictureWeek[] }
  | {
      readonly kind: 'funnel'
      readonly steps: readonly FunnelStep[]
      readonly hires: Rate
      readonly goalPercent: number | undefined
    }

/** Whether there is anything to see: axes without a mark tell nobody anything. */
export function isWorthDrawing(picture: Picture): boolean {
  if (picture.kind === 'engagement')
    return picture.weeks.some(({ keptInTouch, sent, replied }) => keptInTouch.d + sent + replied > 0)
  return picture.hires.d > 0 || picture.steps.some(({ entered }) => entered > 0)
}
