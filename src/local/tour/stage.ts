/** Where the tour is played: somebody acts, Slack shows something, and what must hold is looked at. Everything is printed as it happens. */
import type { ActResult, MailFull, Message, PersonView } from '../../../simulator/contract.ts'
import type { ViewHands } from '../../../simulator/hands/view-hands.ts'
import { PATIENCE_MS } from '../../../simulator/hands/wait.ts'
import type { Hands } from '../../../simulator/hands.ts'
import type { LocalWorkspace } from '../local-workspace.ts'
import { PEOPLE } from '../workspace-seed.ts'
import { inShort, type Readers, readable } from './readable.ts'

/** A step did not hold; the message says what was expected. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
}

export type Stage = {
  readonly ines: Hands
  readonly tom: Hands
  readonly priya: Hands
  readonly sam: Hands
  /** The next act begins. */
  readonly act: (title: string) => void
  /** Somebody does something; what Slack refuses ends the tour. */
  readonly does: (what: string, how: Promise<ActResult>) => Promise<void>
  /** Prints what somebody sees, in short. */
  readonly shows: (shown: Message | ViewHands) => void
  readonly says: (line: string) => void
  /** What was looked at holds, and is printed as such. */
  readonly holds: (what: string, isSo: boolean) => void
  /** The first answer of `look`, as soon as there is one. */
  readonly awaits: <T>(who: Hands, what: string, look: (view: PersonView) => T | undefined | false) => Promise<T>
  /** The hold is over for all that was approved, without anybody's waiting for it. */
  readonly holdEnds: () => void
  /** The mail to this person, once it is there. */
  readonly mailTo: (name: string) => Promise<MailFull>
  readonly mailsTo: (name: string) => readonly MailFull[]
  /** *Reply as candidate* in the mailbox. */
  readonly answerMail: (mailId: string, text: string) => Promise<ActResult>
  /** What everybody sees at this moment, for complaints. */
  readonly everything: () => string
}

export type StageParts = {
  readonly local: LocalWorkspace
  readonly say: (line: string) => void
  /** Lets the hold of whatever was approved run out for the bot. */
  readonly endHold: () => void
  /** How long anything awaited may take. */
  readonly patience?: number | undefined
}

export function makeStage({ local, say, endHold, patience = PATIENCE_MS }: StageParts): Stage {
  const { simulator, mailbox } = local
  const ines = simulator.as(PEOPLE.ines.id)
  const tom = simulator.as(PEOPLE.tom.id)
  const priya = simulator.as(PEOPLE.priya.id)
  const sam = simulator.as(PEOPLE.sam.id)
  const readers: Readers = {
    person: (id) => ines.see().people.find((one) => one.id === id)?.realName ?? id,
    channel: (id) => ines.see().channels.find((one) => one.id === id)?.name ?? id,
  }
  let acts = 0
  const mailsTo = (name: string) =>
    mailbox
      .list()
      .filter(({ to, direction }) => direction === 'out' && to.includes(addressPart(name)))
      .flatMap(({ id }) => mailbox.get(id) ?? [])
  const awaits: Stage['awaits'] = (who, what, look) => who.waitFor(look, { what, timeoutMs: patience })
  return {
    ines,
    tom,
    priya,
    sam,
    act(title) {
      acts += 1
      say('')
      say(`${acts}. ${title}`)
    },
    async does(what, how) {
      say(`   › ${what}`)
      const done = await how
      if (!done.ok) throw new StepFailed(`Slack refused it: ${done.notice}`)
    },
    shows(shown) {
      for (const line of inShort(shown)) say(`   │ ${readable(line, readers)}`)
    },
    says: (line) => say(`   ${line}`),
    holds(what, isSo) {
      if (!isSo) throw new StepFailed(`This does not hold: ${what}`)
      say(`   ✓ ${what}`)
    },
    awaits,
    holdEnds() {
      say('   … and the hold is over')
      endHold()
    },
    async mailTo(name) {
      await awaits(ines, `the mail to ${name}`, () => mailsTo(name).length > 0)
      const [mail] = mailsTo(name)
      if (mail === undefined) throw new StepFailed(`There is no mail to ${name}`)
      return mail
    },
    mailsTo,
    answerMail: (mailId, text) => ines.act({ kind: 'replyToMail', mailId, text }),
    everything: () => [tom.dump(), '', ines.dump()].join('\n'),
  }
}

/** `Ana Souza` → `ana.souza@` */
const addressPart = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@`
