/** **Refine…** and **Find people…**: a query made of menus and short fields. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { TIERS } from '../../domain/candidate/candidate.ts'
import type { BuilderField, BuilderForm } from '../../domain/pool/query/builder.ts'
import { reasons, standings } from '../../domain/shared/words/candidates.ts'
import { seniorities } from '../../domain/shared/words/capture.ts'
import { kinds } from '../../domain/shared/words/profile.ts'
import { careerStages, employments, relations } from '../../domain/shared/words/profile-form.ts'
import { consentStates, functions, builder as words } from '../../domain/shared/words/query-builder.ts'
import { chosen, field, option, optionsOf, plain, several, typed } from '../form-fields.ts'
import { BUILDER_MODAL, type BuilderMeta, blockOf } from './ids.ts'

/** What a field of it takes; the query itself may be shorter, and says so. */
const TEXT_MAX = 300
const REST_MAX = 3_000

export const renderBuilder = (form: BuilderForm, meta: BuilderMeta): ModalView => ({
  type: 'modal',
  callback_id: BUILDER_MODAL,
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.close),
  private_metadata: JSON.stringify(meta),
  blocks: [...whatTheyAre(form), ...howTheyStand(form)],
})

const whatTheyAre = (form: BuilderForm): readonly KnownBlock[] => [
  put('words', text(form.words), words.wordsHint),
  put('skillsAll', text(form.skillsAll), words.skillsHint),
  put('skillsAny', text(form.skillsAny), words.skillsHint),
  put('location', text(form.location), words.locationHint),
  put('role', text(form.role)),
  put('seniority', several(optionsOf(seniorities), form.seniority)),
  put('function', several(optionsOf(functions), form.function)),
  put('career', several(optionsOf(careerStages), form.career)),
]

const howTheyStand = (form: BuilderForm): readonly KnownBlock[] => [
  put(
    'tier',
    several(
      TIERS.map((tier) => option(tier, tier)),
      form.tier,
    ),
  ),
  put('standing', several(optionsOf({ ...standings, told_no: words.toldNo }), form.standing)),
  put('reason', several(optionsOf(reasons), form.reason)),
  put('kind', several(optionsOf(kinds), form.kind)),
  put('relation', several(optionsOf(relations), form.relation)),
  put('employment', several(optionsOf(employments), form.employment)),
  put('owner', { type: 'multi_users_select', ...(form.owner.length === 0 ? {} : { initial_users: [...form.owner] }) }),
  put('remote', chosen(optionsOf(words.remotes), form.remote)),
  put('rated', chosen(optionsOf(words.ratings), form.rated)),
  put('quiet', chosen(optionsOf(words.quiets), form.quiet)),
  put('next', chosen(optionsOf(words.nexts), form.next)),
  put('consent', several(optionsOf(consentStates), form.consent)),
  put('sort', chosen(optionsOf(words.sorts), form.sort)),
  put('rest', typed({ value: form.rest, max: REST_MAX, lines: true }), words.restHint),
]

const text = (value: string): InputBlock['element'] => typed({ value, max: TEXT_MAX })

const put = (name: BuilderField, element: InputBlock['element'], hint?: string): InputBlock =>
  field({ id: blockOf(name), label: words[name], hint }, element)
