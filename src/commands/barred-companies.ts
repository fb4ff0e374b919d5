/** `/medallist do-not-contact`, `… add Acme Ltd acme.com: client until 2027`, `… remove Acme Ltd`. */
import type { App } from '@slack/bolt'
import { never } from '../domain/shared/result.ts'
import { escapeMrkdwn, truncate } from '../domain/shared/text.ts'
import { barredCompanies as words } from '../domain/shared/words/do-not-contact.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import {
  barCompany,
  type CompanyRefusal,
  liftCompanyBar,
  listBarredCompanies,
} from '../usecases/people/barred-companies.ts'
import { renderCompanyBarred, UNDO_COMPANY_BAR } from '../views/barred-companies/blocks.ts'
import { edgeWords, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

export async function barredCompaniesReply(ctx: Ctx, text: string): Promise<Reply> {
  const [, act = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? []
  if (act.toLowerCase() === 'add') return add(ctx, rest)
  if (act.toLowerCase() === 'remove') return remove(ctx, rest)
  return list(ctx)
}

export function registerBarredCompanies(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, UNDO_COMPANY_BAR, async ({ ctx, pressed }) => {
    const lifted = await liftCompanyBar(ctx, { name: pressed.value })
    return lifted.ok
      ? { text: words.removed(shown(lifted.value.name)), replaces: true }
      : refused(lifted.refusal, pressed.value)
  })
}

/** The mail domain is the last word where it looks like one; what follows a colon is the reason. */
function readCompany(text: string): {
  readonly name: string
  readonly domain?: string
  readonly reason?: string
} {
  const [, head = '', reason] = /^([^:]*)(?::\s*(.*))?$/s.exec(text) ?? []
  const [, before = '', last = ''] = /^(.*\s)?(\S*)$/s.exec(head.trim()) ?? []
  const isDomain = /^@?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(last)
  return {
    name: (isDomain && before.trim() !== '' ? before : head).trim(),
    ...(isDomain ? { domain: last.replace(/^@/, '') } : {}),
    ...(reason === undefined || reason === '' ? {} : { reason }),
  }
}

async function add(ctx: Ctx, text: string): Promise<Reply> {
  const company = readCompany(text)
  if (company.name === '') return { text: `${words.nameless} ${words.usage}` }
  const barred = await barCompany(ctx, company)
  if (!barred.ok) return refused(barred.refusal, company.name)
  return renderCompanyBarred(barred.value.name)
}

async function remove(ctx: Ctx, name: string): Promise<Reply> {
  if (name.trim() === '') return { text: `${words.nameless} ${words.usage}` }
  const lifted = await liftCompanyBar(ctx, { name })
  return lifted.ok ? { text: words.removed(shown(lifted.value.name)) } : refused(lifted.refusal, name)
}

async function list(ctx: Ctx): Promise<Reply> {
  const listed = await listBarredCompanies(ctx, {})
  if (!listed.ok) return { text: edgeWords(listed.refusal) }
  const { companies, more } = listed.value
  const lines = companies.map(({ name, domain, reason }) =>
    words.line(shown(name), domain && escapeMrkdwn(domain), reason === undefined ? undefined : shown(reason)),
  )
  return {
    text: [
      ...(lines.length === 0 ? [words.none] : [words.heading, ...lines]),
      ...(more ? [words.more(companies.length)] : []),
      words.usage,
    ].join('\n'),
  }
}

const refused = (refusal: CompanyRefusal | EdgeRefusal, name: string): Reply => ({
  text: reworded(refusal, (own: CompanyRefusal) => refusedWords(own, name)),
})

function refusedWords(refusal: CompanyRefusal, name: string): string {
  switch (refusal.kind) {
    case 'nameless':
      return `${words.nameless} ${words.usage}`
    case 'open_to_all':
      return words.openToAll(escapeMrkdwn(truncate(refusal.host, 100)))
    case 'known':
      return words.known(shown(name))
    case 'unknown':
      return words.unknown(shown(name))
    default:
      return never(refusal)
  }
}

const shown = (text: string): string => escapeMrkdwn(truncate(text, 150))
