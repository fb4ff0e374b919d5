/** The first minutes of somebody who tries Medallist, act by act, through the same hands that the page has. */
import type { Message } from '../../../simulator/contract.ts'
import { pressables, wordsOf } from '../../../simulator/hands/read.ts'
import { readPermalink } from '../../../simulator/permalink.ts'
import { type Stage, StepFailed } from './stage.ts'

const GENERAL = 'general'
const TRIAGE = 'recruiting-triage'

export async function tomFlagsNadia({ act, tom, does, shows, holds, awaits }: Stage): Promise<void> {
  act('Tom, a hiring manager, flags Nadia on the very message that praises her')
  const message = tom.messages('hiring-sre').find(({ text }) => text.includes('Nadia'))
  if (message === undefined) throw new Error('Tom has written nothing about Nadia')
  shows(message)
  await does('menu of the message › Flag near-miss', tom.messageShortcut('Flag near-miss', message))
  const modal = await tom.opensModal('Flag a near-miss')
  shows(modal)
  holds('the form is filled from the message', modal.fields()['Full name']?.value === 'Nadia Rahimi')
  await does('Would you hire them? › Yes, now', modal.choose('Would you hire them?', 'Yes, now'))
  await does('Flag', modal.submit())
  const thanks = await awaits(tom, 'thanks for the flag', () => tom.dm().find((one) => says(one, 'Your flag is with')))
  shows(thanks)
}

export async function inesAccepts({ act, ines, tom, does, shows, holds, awaits }: Stage): Promise<void> {
  act('Ines, a recruiter, accepts the flag and completes it')
  const card = await awaits(ines, 'the triage card', () =>
    ines.messages(TRIAGE).find((one) => says(one, 'Nadia Rahimi') && offers(one, 'Accept')),
  )
  shows(card)
  await does('Accept', ines.press(card, 'Accept'))
  const modal = await ines.opensModal('Add a silver medallist')
  await does('Email › nadia.rahimi@example.com', modal.fill('Email', 'nadia.rahimi@example.com'))
  await does('Why they were not hired › Close second', modal.choose('Why they were not hired', 'Close second'))
  shows(modal)
  await does('Add', modal.submit())
  await awaits(ines, 'the card without its buttons', () =>
    ines.messages(TRIAGE).some((one) => one.ts === card.ts && says(one, 'accepted this')),
  )
  const heard = await awaits(tom, 'what became of the flag', () => tom.dm().find((one) => says(one, 'was taken up')))
  shows(heard)
  holds('Tom hears what came of it', says(heard, 'Nadia Rahimi'))
}

export async function nadiaIsToldFirst(stage: Stage): Promise<void> {
  const { act, ines, does, shows, holds, awaits, says: tells } = stage
  act('Nobody has told Nadia the outcome, so the draft that is offered is the decline')
  const notice = await awaits(ines, 'the notice about Nadia', () =>
    ines.dm().find((one) => says(one, 'among your silver medallists') && offers(one, 'Draft')),
  )
  shows(notice)
  await does('Draft', ines.press(notice, 'Draft'))
  const card = await cardAbout(stage, 'Nadia Rahimi')
  shows(card)
  holds('it is a decline, OK to send', says(card, 'Decline') && says(card, 'OK to send'))
  holds('a call would do as well: Mark as told is there', offers(card, 'Mark as told'))
  await does('Approve & send', ines.press(card, 'Approve & send'))
  stage.holdEnds()
  const mail = await stage.mailTo('Nadia Rahimi')
  tells(`✉ ${mail.subject}   from ${mail.from}`)
  holds("Tom's internal words are not in it", !/hair|Marek/.test(mail.text))
  await isSent(stage, card)
  const profile = await answerTo(stage, '/candidate', 'Nadia Rahimi')
  holds(
    'from now on her profile says Told no, and when she may be written to',
    says(profile, 'Told no on') && says(profile, 'Free on'),
  )
}

export async function inesFindsAna(stage: Stage): Promise<Message> {
  const { act, ines, tom, shows, holds, does, says: tells } = stage
  act('Ines looks for somebody for the SRE job that opened on Monday')
  const found = await answerTo(stage, '/pool', 'SRE Lisbon')
  shows(found)
  holds('the answer says how the words were read', says(found, 'Read as: SRE · Lisbon'))
  await does('Open, beside Ana Souza', ines.press(found, 'Open', { near: 'Ana Souza' }))
  const profile = await ines.opensModal('Profile')
  for (const line of profile.words().split('\n').slice(0, 5)) tells(`│ ${line.replaceAll('*', '')}`)
  holds('the profile has the timeline', profile.words().includes('Let us speak again in the autumn'))
  holds('nobody else sees any of it', found.ephemeralFor === ines.user && !tom.dump().includes('Ana Souza'))
  await does('Close', profile.close())
  return found
}

export async function inesWritesToAna(stage: Stage, found: Message): Promise<void> {
  const { act, ines, shows, holds, does, mailTo, mailsTo, says: tells } = stage
  act('A draft for Ana: every claim has its source, and the gate says OK')
  await does('Draft, beside Ana Souza', ines.press(found, 'Draft', { near: 'Ana Souza' }))
  const card = await cardAbout(stage, 'Ana Souza')
  shows(card)
  holds('OK to send', says(card, 'OK to send'))
  holds(
    'each claim names where it comes from',
    says(card, 'Strength, Tom Okafor') && says(card, 'Promised, Ines Moreau'),
  )
  holds('what is internal stays out', !says(card, 'Close call'))
  aClaimHasItsSource(stage, card)
  const presses = [ines.press(card, 'Approve & send'), ines.press(card, 'Approve & send')]
  await Promise.all(presses.map((press) => does('Approve & send', press)))
  stage.holdEnds()
  const mail = await mailTo('Ana Souza')
  tells(`✉ ${mail.subject}`)
  tells(`  from ${mail.from}`)
  for (const line of headersOf(mail.source, 'List-Unsubscribe', 'List-Unsubscribe-Post')) tells(`  ${line}`)
  for (const line of mail.text.split('\n').slice(0, 3)) if (line !== '') tells(`  ${line}`)
  holds('it can be left with one click', /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im.test(mail.source))
  shows(await isSent(stage, card))
  holds('two presses made one mail', mailsTo('Ana Souza').length === 1)
}

/** A claim on the card leads to the very message that it came from. */
function aClaimHasItsSource({ tom, shows, holds }: Stage, card: Message): void {
  const [link] = [...JSON.stringify(card.blocks).matchAll(/https:\/\/fernhollow\.slack\.com\/archives\/[^|>"\\]+/g)]
  const source = link && readPermalink('fernhollow', link[0])
  const message = source && tom.messages(source.channel).find(({ ts }) => ts === source.ts)
  if (message === undefined) throw new StepFailed('No claim leads to a message')
  shows(message)
  holds('a tap on the claim shows what Tom wrote about her', says(message, 'Debrief for Ana Souza'))
}

/** The card in Ines' DM that still waits; a later one than `before` where she had one already. */
export async function cardAbout({ ines, awaits }: Stage, who: string, before?: Message): Promise<Message> {
  return awaits(ines, `the card about ${who}`, () =>
    ines.dm().find((one) => {
      const isOld = before !== undefined && one.ts <= before.ts
      return !isOld && says(one, `Draft for *${who}*`) && offers(one, 'Approve & send')
    }),
  )
}

/** The card once it says that the mail has left: a mail arrives a moment before its sender knows. */
export const isSent = ({ ines, awaits }: Stage, card: Message): Promise<Message> =>
  awaits(ines, 'the card that says Sent', () => ines.dm().find((one) => one.ts === card.ts && says(one, 'Sent')))

/** What a command answers to Ines alone. */
export async function answerTo(stage: Stage, command: string, text: string): Promise<Message> {
  const before = stage.ines.ephemerals(GENERAL).length
  await stage.does(`${command} ${text}`, stage.ines.command(command, text, { in: GENERAL }))
  return newest(stage, before, `the answer to ${command} ${text}`)
}

const newest = ({ ines, awaits }: Stage, before: number, what: string): Promise<Message> =>
  awaits(ines, what, () => ines.ephemerals(GENERAL)[before])

export const says = (message: Message, words: string): boolean => wordsOf(message).includes(words)
export const offers = (message: Message, label: string): boolean =>
  pressables(message).some((control) => control.label === label)

function headersOf(source: string, ...names: readonly string[]): readonly string[] {
  const unfolded = source.split(/\r?\n\r?\n/)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  return unfolded
    .split(/\r?\n/)
    .filter((line) => names.some((name) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)))
}
