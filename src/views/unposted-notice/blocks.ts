/** What the admins hear where the bot could not speak: where, why, and what to do. */
import type { KnownBlock } from '@slack/types'
import { unpostedWords } from '../../domain/shared/words/posts.ts'
import type { UnpostedModel } from '../../usecases/posts/tell-unposted.ts'
import { safe, section, small } from '../mrkdwn.ts'

export function renderUnpostedNotice({ address, code, isTriage }: UnpostedModel): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  const said = safe(code, 100)
  const whatToDo = isPerson(address) ? unpostedWords.whatToDoForPerson(code) : unpostedWords.whatToDo(said)
  return {
    blocks: [
      section(`${unpostedWords.text(placeOf(address))} ${whatToDo}`),
      small(...(isTriage ? [unpostedWords.flagsMeanwhile] : []), unpostedWords.once(said)),
    ],
    text: unpostedWords.fallback,
  }
}

const isPerson = (address: string): boolean => /^[UW][A-Z0-9]+$/.test(address)

function placeOf(address: string): string {
  if (/^[CG][A-Z0-9]+$/.test(address)) return unpostedWords.inChannel(`<#${address}>`)
  if (isPerson(address)) return unpostedWords.toPerson(`<@${address}>`)
  return unpostedWords.inChannel(`*${safe(address, 100)}*`)
}
