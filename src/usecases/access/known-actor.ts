/** Who acts: our rows, brought up to date from Slack as far as somebody who waits has patience for. */
import DataLoader from 'dataloader'
import type { Role } from '../../domain/shared/roles.ts'
import { HOUR, SECOND } from '../../domain/shared/time.ts'
import type { Actor, SystemCtx, WorkspaceInfo } from '../context.ts'
import type { Directory } from '../ports/directory.ts'
import type { Timers } from '../ports/timers.ts'
import type { HeardGroup, Member } from '../ports/workspace.ts'
import { GROUP_LASTS, type RoleSources, rolesOf, unheardRoles } from './roles-of.ts'

/** Names, zones and Slack's own admin flag change rarely; within this they are taken from our rows. */
const MEMBER_LASTS = 6 * HOUR
/** From then on a group is asked for anew while it still counts, so that hardly anybody ever waits for it. */
const GROUP_AGES = GROUP_LASTS / 2
/** Of Slack's three seconds, for both questions together. After that a group counts for nobody; the answer is kept when it comes. */
const PATIENCE = 1.2 * SECOND

const TOGETHER = 100

type Standing = {
  readonly member: Member | undefined
  readonly assigned: readonly Role[]
  /** By handle; absent where Slack was never asked. */
  readonly groups: ReadonlyMap<string, HeardGroup>
}

export type ActorParts = {
  readonly directory: (workspace: WorkspaceInfo) => Directory
  readonly roleSources: RoleSources
  readonly timers: Timers
  /** Told when Slack could not be asked; the act goes on with what is known, failing closed. */
  readonly onDirectoryFault: (error: unknown) => void
}
/** `stranger`: Slack does not know the person, or knows that they do not work here. */
type Heard = 'kept' | 'stranger'

/** `actorOf` answers `undefined` for a stranger, and for somebody new while Slack cannot be asked. */
export function makeKnownActor(parts: ActorParts) {
  const { directory, roleSources, timers, onDirectoryFault } = parts
  const { recruitersGroup, hiringManagersGroup } = roleSources
  const questions = new Map<string, Promise<Heard>>()

  /** One question at a time about the same thing, however many people act; whoever comes meanwhile waits for the same answer. Never throws. */
  function asked(about: string, ask: () => Promise<Heard>): Promise<Heard> {
    const running = questions.get(about)
    if (running !== undefined) return running
    const question = ask()
      .catch((error: unknown): Heard => {
        onDirectoryFault(error)
        return 'kept'
      })
      .finally(() => questions.delete(about))
    questions.set(about, question)
    return question
  }

  const askPerson = ({ workspace, uow, now, newId }: SystemCtx, slackUserId: string) =>
    asked(`${workspace.id} ${slackUserId}`, async () => {
      const person = await directory(workspace).person(slackUserId)
      if (person === undefined || !person.isColleague) return 'stranger'
      await uow.run(async (tx) => {
        const known = await tx.members.bySlackId(slackUserId)
        await tx.members.keep({ ...person, id: known?.id ?? newId<'member'>(), refreshedAt: now })
      })
      return 'kept'
    })

  const askGroup = ({ workspace, uow, now }: SystemCtx, handle: string) =>
    asked(`${workspace.id} @${handle}`, async () => {
      const group = await directory(workspace).group(handle)
      const { slackGroupId, slackUserIds } = group === 'none' ? { slackGroupId: '', slackUserIds: [] } : group
      // As old as the question: what changed in Slack since then may not be in the answer.
      await uow.run((tx) => tx.members.keepGroup(handle, slackGroupId, slackUserIds, now))
      return 'kept'
    })

  /**
   * One question at a time for a workspace: whoever acts while it is on its way is looked up in the next one, together with all who came by
   * then. Nothing is kept: each act asks anew, and no answer is older than the act.
   */
  const readers = new Map<string, DataLoader<string, Standing>>()
  const underWay = new Map<string, Promise<unknown>>()
  const readTogether = async ({ workspace, uow }: SystemCtx, slackUserIds: readonly string[]) => {
    const handles = [recruitersGroup, hiringManagersGroup]
    const question = uow.read((tx) => tx.members.standings([...new Set(slackUserIds)], handles))
    const answered = question.catch(() => undefined).finally(() => underWay.delete(workspace.id))
    underWay.set(workspace.id, answered)
    const { people, groups } = await question
    return slackUserIds.map((id): Standing => ({ member: undefined, assigned: [], ...people.get(id), groups }))
  }
  const read = (system: SystemCtx, slackUserId: string): Promise<Standing> => {
    const { id } = system.workspace
    const ask = (slackUserIds: readonly string[]) => {
      readers.delete(id)
      return readTogether(system, slackUserIds)
    }
    // Those who come in the same turn of the event loop go together, even where nobody is on the way.
    const batchScheduleFn = (send: () => void) =>
      void setImmediate(() => {
        const before = underWay.get(id)
        if (before === undefined) send()
        else void before.then(send)
      })
    const present = readers.get(id) ?? new DataLoader(ask, { cache: false, maxBatchSize: TOGETHER, batchScheduleFn })
    readers.set(id, present)
    return present.load(slackUserId)
  }

  const patiently = async (answers: readonly Promise<Heard>[]): Promise<readonly Heard[]> => {
    let tired: () => void = () => undefined
    const patience = new Promise<readonly Heard[]>((resolve) => {
      tired = timers.after(PATIENCE, () => resolve([]))
    })
    const heard = await Promise.race([Promise.all(answers), patience])
    tired()
    return heard
  }

  /** As our rows have them, without asking Slack: for whoever waits for nothing. A group that was not asked for long counts for nobody. */
  const asKept = async (system: SystemCtx, slackUserId: string): Promise<Actor | undefined> =>
    toActor(system, await read(system, slackUserId), roleSources)

  const actorOf = async (system: SystemCtx, slackUserId: string): Promise<Actor | undefined> => {
    const { now } = system
    const known = await read(system, slackUserId)
    const needed: Promise<Heard>[] = []
    if (known.member === undefined || now - known.member.refreshedAt > MEMBER_LASTS)
      needed.push(askPerson(system, slackUserId))
    for (const handle of [recruitersGroup, hiringManagersGroup]) {
      const group = known.groups.get(handle)
      const age = group === undefined ? Number.POSITIVE_INFINITY : now - group.refreshedAt
      if (age <= GROUP_AGES) continue
      const answer = askGroup(system, handle)
      if (age > GROUP_LASTS) needed.push(answer)
    }
    if (needed.length === 0) return toActor(system, known, roleSources)
    const heard = await patiently(needed)
    return heard.includes('stranger') ? undefined : toActor(system, await read(system, slackUserId), roleSources)
  }
  return { actorOf, asKept }
}

function toActor({ now }: SystemCtx, { member, assigned, groups }: Standing, sources: RoleSources): Actor | undefined {
  if (member === undefined) return undefined
  const heard = {
    recruiters: groups.get(sources.recruitersGroup),
    hiringManagers: groups.get(sources.hiringManagersGroup),
  }
  const roles = rolesOf(member, assigned, heard, sources, now)
  const { id: memberId, slackUserId, name, zone, email } = member
  return { memberId, slackUserId, name, zone, email, roles, unheard: unheardRoles(heard, now) }
}
