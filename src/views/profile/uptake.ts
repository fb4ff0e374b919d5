import { uptakeOf } from '../../domain/nurture/unworked.ts'
import { never } from '../../domain/shared/result.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { unworked as words } from '../../domain/shared/words/pools.ts'
import type { ProfileModel } from '../../usecases/find/read-profile.ts'

/** That nobody has taken them up yet, or that they come up later because many came at once. */
export function uptakeLine({ person, pools, now }: ProfileModel, zone: Zone): readonly string[] {
  const uptake = uptakeOf(person, dayIn(now, zone), pools.length > 0)
  if (uptake === undefined) return []
  switch (uptake.kind) {
    case 'unworked':
      return [words.unworked(uptake.from)]
    case 'due':
      return [words.due]
    case 'waits':
      return [words.waits(uptake.from)]
    default:
      return never(uptake)
  }
}
