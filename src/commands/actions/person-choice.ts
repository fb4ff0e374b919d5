import type { App } from '@slack/bolt'
import { likelyPeople } from '../../usecases/capture/likely-people.ts'
import { findByName } from '../../usecases/jobs/find-hired.ts'
import { readChoiceMeta } from '../../views/merge-choice/blocks.ts'
import { readNoteMeta } from '../../views/note-modal/ids.ts'
import { PERSON_CHOICE, personLabel } from '../../views/person-choice/blocks.ts'
import type { Shell } from '../shell/enter.ts'
import { onOptions } from '../shell/on-event.ts'

/** Before anything is typed, whom the form may mean; then whose name is or resembles it. */
export function registerPersonChoice(app: Pick<App, 'options'>, shell: Shell): void {
  onOptions(app, shell, PERSON_CHOICE, async ({ ctx, query, metadata }) => {
    const { names } = metadata.includes('nearMissId') ? readChoiceMeta(metadata) : readNoteMeta(metadata)
    const found = query.trim() === '' ? await likelyPeople(ctx, { names }) : await findByName(ctx, { words: query })
    return found.ok ? found.value.map((person) => ({ text: personLabel(person), value: person.id })) : []
  })
}
