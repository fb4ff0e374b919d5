/** `/medallist fields`, `… add Notice period: choice 1 month, 3 months`, `… archive Notice period`, `… restore Notice period`. */
import type { App } from '@slack/bolt'
import { escapeMrkdwn, truncate } from '../domain/shared/text.ts'
import { topics } from '../domain/shared/words/capture.ts'
import { customKinds, customFields as words } from '../domain/shared/words/custom-fields.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import {
  addField,
  archiveField,
  type FieldRefusal,
  listFields,
  restoreField,
  undoField,
} from '../usecases/profile/custom-fields.ts'
import { readUndoField, renderFieldChanged, UNDO_FIELD } from '../views/custom-fields/blocks.ts'
import { edgeWords, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import type { Reply } from './shell/tell.ts'

export async function customFieldsReply(ctx: Ctx, text: string): Promise<Reply> {
  const [, act = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(text) ?? []
  switch (act.toLowerCase()) {
    case 'add': {
      const added = await addField(ctx, { definition: rest })
      if (!added.ok) return refused(added.refusal)
      return renderFieldChanged(words.added(shown(added.value.name)), 'archive', added.value.id)
    }
    case 'archive': {
      const archived = await archiveField(ctx, { name: rest })
      if (!archived.ok) return refused(archived.refusal)
      return renderFieldChanged(words.archived(shown(archived.value.name)), 'restore', archived.value.id)
    }
    case 'restore': {
      const restored = await restoreField(ctx, { name: rest })
      if (!restored.ok) return refused(restored.refusal)
      return renderFieldChanged(words.restored(shown(restored.value.name)), 'archive', restored.value.id)
    }
    default:
      return list(ctx)
  }
}

export function registerCustomFields(app: Pick<App, 'action'>, shell: Shell): void {
  onPress(app, shell, UNDO_FIELD, async ({ ctx, pressed }) => {
    const undone = await undoField(ctx, readUndoField(pressed.value))
    return undone.ok ? { text: words.undone, replaces: true } : refused(undone.refusal)
  })
}

async function list(ctx: Ctx): Promise<Reply> {
  const listed = await listFields(ctx, {})
  if (!listed.ok) return { text: edgeWords(listed.refusal) }
  const lines = listed.value.map(({ name, kind, choices }) =>
    words.line(shown(name), customKinds[kind], choices.map(shown).join(', ')),
  )
  return { text: [...(lines.length === 0 ? [words.none] : [words.heading, ...lines]), words.usage].join('\n') }
}

const shown = (text: string): string => escapeMrkdwn(truncate(text, 100))

const refused = (refusal: FieldRefusal | EdgeRefusal): Reply => ({ text: reworded(refusal, refusalWords) })

function refusalWords(own: FieldRefusal): string {
  if (own.kind === 'protected') return words.protectedName(shown(own.words), topics[own.topic])
  if (own.kind === 'field_used') return words.used(namesShown(own.by))
  return `${words.refusals[own.kind]} ${words.usage}`
}

const MOST_NAMED = 5
const namesShown = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMED).map((name) => `“${shown(name)}”`), ...(names.length > MOST_NAMED ? ['…'] : [])].join(
    ', ',
  )
