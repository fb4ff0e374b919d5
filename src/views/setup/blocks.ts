/** What is connected, each with a tick or with what to do. */
import type { KnownBlock, ModalView } from '@slack/types'
import { POOL_NAME_MAX } from '../../domain/pool/pool-limits.ts'
import type { ChannelProblem } from '../../domain/shared/words/settings.ts'
import { setup as words } from '../../domain/shared/words/setup.ts'
import type { SetupModel } from '../../usecases/settings/load-setup.ts'
import { field, plain, typed } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { OPEN_SETTINGS } from '../settings-modal/ids.ts'
import { place } from '../settings-modal/lines.ts'
import { ROLE_BLOCKS, ROLES_FORM, SETUP_ROLES, SETUP_SAMPLE } from './ids.ts'

/** What Slack itself says of us. */
export type SlackSeen = {
  /** Permissions that were not granted; `undefined` where Slack did not say. */
  readonly missing: { readonly needed: readonly string[]; readonly history: readonly string[] } | undefined
  readonly channels: Readonly<Record<'triage' | 'nudge' | 'digest', ChannelProblem | 'fine'>>
}

type Line = { readonly state: 'done' | 'todo' | 'optional'; readonly text: string }

export function renderSetup(model: SetupModel, seen: SlackSeen): Drawn {
  const lines = [...slackLines(model, seen), ...ownLines(model)]
  const left = lines.filter(({ state }) => state === 'todo').length
  const status = left === 0 ? words.ready : words.remaining(left)
  const blocks: KnownBlock[] = [
    section(`${words.heading}\n${status}`),
    section(lines.map(({ state, text }) => `${words[state]} ${text}`).join('\n')),
    {
      type: 'actions',
      block_id: 'setup_acts',
      elements: [
        button(OPEN_SETTINGS, words.acts.settings, 'settings'),
        button(SETUP_ROLES, words.acts.roles, 'roles'),
        ...(model.hasPeople ? [] : [button(SETUP_SAMPLE, words.acts.sample, 'sample')]),
      ],
    },
  ]
  return { text: `${words.title}: ${status}`, blocks }
}

const is = (so: boolean, otherwise: 'todo' | 'optional'): Line['state'] => (so ? 'done' : otherwise)

function slackLines({ workspace }: SetupModel, { missing, channels }: SlackSeen): readonly Line[] {
  return [
    scopes(missing),
    ...(missing === undefined || missing.history.length === 0
      ? []
      : [{ state: 'optional', text: words.historyMissing(missing.history) } as const]),
    ...(['triage', 'nudge', 'digest'] as const).map((name): Line => {
      const where = place(workspace.channels[name])
      const how = channels[name]
      if (how === 'fine') return { state: 'done', text: words.placeFine(words.places[name], where) }
      if (how === 'public' && name === 'nudge') return { state: 'done', text: words.publicNudge(where) }
      return { state: 'todo', text: words.placeProblem(words.places[name], where, how) }
    }),
    workspace.hiringChannels.length === 0
      ? { state: 'optional', text: words.noHiring }
      : { state: 'done', text: words.hiring(workspace.hiringChannels.length) },
  ]
}

function scopes(missing: SlackSeen['missing']): Line {
  if (missing === undefined) return { state: 'todo', text: words.scopesUnknown }
  if (missing.needed.length > 0) return { state: 'todo', text: words.scopesMissing(missing.needed) }
  return { state: 'done', text: words.slack }
}

const ownLines = (model: SetupModel): readonly Line[] => {
  const { mailFrom, publicUrl, database, hasModel, recruiters, recruitersGroup, hasPeople, pools } = model
  return [
    {
      state: is(recruiters > 0, 'todo'),
      text: recruiters > 0 ? words.recruiters(recruiters) : words.noRecruiters(safe(recruitersGroup, 80)),
    },
    {
      state: is(mailFrom !== undefined, 'todo'),
      text: mailFrom === undefined ? words.noMail : words.mail(safe(mailFrom, 200)),
    },
    {
      state: is(publicUrl !== undefined, 'optional'),
      text: publicUrl === undefined ? words.noLinks : words.links(safe(publicUrl, 200)),
    },
    { state: is(database === 'postgresql', 'optional'), text: words.database[database] },
    { state: is(hasModel, 'optional'), text: hasModel ? words.model : words.noModel },
    { state: is(hasPeople, 'todo'), text: hasPeople ? words.people : words.noPeople },
    { state: is(pools > 0, 'optional'), text: pools > 0 ? words.pools(pools) : words.noPools },
  ]
}

/** Asks for the one or two hardest roles; each becomes a pool. */
export function renderRolesForm(): ModalView {
  const { rolesForm: form } = words
  const [first, second] = ROLE_BLOCKS
  const role = () => typed({ max: POOL_NAME_MAX, placeholder: form.hint })
  return {
    type: 'modal',
    callback_id: ROLES_FORM,
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.close),
    blocks: [
      section(form.why),
      field({ id: first, label: form.first, required: true }, role()),
      field({ id: second, label: form.second }, role()),
    ],
  }
}
