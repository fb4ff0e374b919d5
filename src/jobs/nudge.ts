/** The morning's reminder: each recruiter hears once a working day with whom a word is worth it, and why today. */
import type { WorkspaceSettings } from '../domain/settings/workspace-settings.ts'
import type { MemberId } from '../domain/shared/ids.ts'
import { may } from '../domain/shared/roles.ts'
import { dayIn } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { GROUP_LASTS } from '../usecases/access/roles-of.ts'
import type { Ctx, WorkspaceInfo } from '../usecases/context.ts'
import { nudgeDay } from '../usecases/nurture/nudge-settings.ts'
import { peopleFound } from '../usecases/nurture/people-found.ts'
import { type NudgePlace, planNudge } from '../usecases/nurture/plan-nudge.ts'
import { settleNudges } from '../usecases/nurture/settle-nudges.ts'
import type { SlackPoster } from '../usecases/ports/slack.ts'
import { tellUnposted } from '../usecases/posts/tell-unposted.ts'
import { loadNudgeWays, loadWorkspaceSettings } from '../usecases/settings/workspace-settings.ts'
import type { Job, Ran, Running } from './job.ts'

export type NudgeParts = {
  readonly contexts: Pick<Contexts, 'forSystem' | 'forPerson'>
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
}

/** Nobody has more recruiters than this. */
const MOST_CARERS = 1_000

/** What a run did, for `/medallist jobs`: how many were shown to whom. */
export type NudgeReport = { readonly people: Readonly<Record<string, number>> }

export const makeNudgeJob = (parts: NudgeParts): Job => ({
  name: 'nudge',
  run: (running) => runNudge(parts, running),
})

async function runNudge({ contexts, poster }: NudgeParts, running: Running): Promise<Ran> {
  const { workspace, day, byHand, signal } = running
  const ctx = contexts.forSystem(workspace)
  // Nobody is helped by the reminder of a day that is over.
  if (dayIn(ctx.now, workspace.zone) !== day) return { kind: 'given_up', report: { people: {} } satisfies NudgeReport }
  await settleNudges(ctx, day)
  const { settings, carers, ways } = await ctx.uow.run(async (tx) => {
    const carers = await tx.nudges.carers(MOST_CARERS)
    const settings = await loadWorkspaceSettings(tx, ctx.services.places)
    return { settings, carers: await tx.members.getMany(carers), ways: await loadNudgeWays(tx, carers) }
  })
  const place = await placeOf(contexts, poster, workspace, settings)
  const people: Record<MemberId, number> = {}
  if (place === 'later') return { kind: 'later', report: { people } }
  let unsure = false
  for (const member of carers) {
    const way = ways.get(member.id) ?? 'channel'
    if (way === 'off') continue
    if (signal.aborted) return { kind: 'later', report: { people } }
    const act = { teamId: workspace.teamId, slackUserId: member.slackUserId, idempotencyKey: undefined }
    const theirs = await contexts.forPerson(act)
    if (theirs === undefined || !may(theirs.actor.roles, 'candidate.read')) {
      unsure ||= await isUnsure(theirs ?? ctx)
      continue
    }
    const today = { day, now: theirs.now, zone: workspace.zone }
    const rules = {
      ...(await theirs.uow.run((tx) => nudgeDay(tx, theirs.services.defaults, settings, today))),
      found: await peopleFound(theirs),
    }
    people[member.id] = (await planNudge(theirs, { rules, way, place, again: byHand })).shown
    theirs.services.wake.posts()
  }
  return { kind: unsure ? 'later' : 'done', report: { people } satisfies NudgeReport }
}

/** Whether the groups that give roles are not known just now: who is a recruiter must not go without because Slack was slow. */
const isUnsure = ({ uow, services, now }: Pick<Ctx, 'uow' | 'services' | 'now'>): Promise<boolean> =>
  uow.run(async (tx) => {
    const group = await tx.members.group(services.places.recruitersGroup)
    return group === undefined || now - group.refreshedAt > GROUP_LASTS
  })

/** Where rows may be shown. A channel that is not there is told to the admins once, and everybody hears by DM. */
async function placeOf(
  contexts: NudgeParts['contexts'],
  poster: NudgeParts['poster'],
  workspace: WorkspaceInfo,
  { channels }: WorkspaceSettings,
): Promise<NudgePlace | 'later'> {
  const answer = await poster(workspace).conversation(channels.nudge, 'private')
  if (answer.kind === 'done') return { address: channels.nudge, is: 'private' }
  if (answer.kind !== 'permanent') return 'later'
  if (answer.error === 'channel_is_public') return { address: channels.nudge, is: 'public' }
  const ctx = contexts.forSystem(workspace)
  await ctx.uow.run((tx) => tellUnposted(ctx, tx, { address: channels.nudge, code: answer.error }))
  ctx.services.wake.posts()
  return undefined
}
