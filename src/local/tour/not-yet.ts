/** The second half: whom the gate keeps back and why, what an undo does, and what the candidate's side of a mail can do. */
import { pressables, wordsOf } from '../../../simulator/hands/read.ts'
import { answerTo, cardAbout, isSent, offers, says } from './first-minutes.ts'
import { type Stage, StepFailed } from './stage.ts'

export async function meiRests(stage: Stage): Promise<void> {
  const { act, ines, shows, holds, does, awaits } = stage
  act('Mei was told no nine days ago: Not yet, and when')
  shows(await answerTo(stage, '/outreach', 'draft Mei Tan'))
  const card = await cardAbout(stage, 'Mei Tan')
  shows(card)
  holds('Not yet, with the day on which she is free', says(card, 'Not yet') && says(card, 'Free on'))
  const remind = pressables(card).find(({ label }) => label.startsWith('Remind me then'))
  if (remind === undefined) throw new StepFailed('There is no Remind me then')
  const before = ines.ephemerals('dm').length
  await does(remind.label, ines.press(card, remind.label))
  const answer = await awaits(ines, 'that she will be reminded', () => ines.ephemerals('dm')[before])
  shows(answer)
  await does('Approve & send, all the same', ines.press(card, 'Approve & send'))
  await awaits(ines, 'the refusal', () => ines.ephemerals('dm').some((one) => says(one, 'Not yet')))
  holds('nothing leaves', stage.mailsTo('Mei Tan').length === 0)
}

export async function omarIsHired(stage: Stage): Promise<void> {
  const { act, shows, holds } = stage
  act('Omar was hired last month')
  await answerTo(stage, '/outreach', 'draft Omar Aziz')
  const card = await cardAbout(stage, 'Omar Aziz')
  shows(card)
  holds('Not yet: he was hired', says(card, 'Not yet') && says(card, 'was hired on'))
}

export async function leilaIsUndone(stage: Stage): Promise<void> {
  const { act, ines, shows, holds, does, awaits } = stage
  act('Second thoughts about Leila: Undo send')
  await answerTo(stage, '/outreach', 'draft Leila Haddad')
  const card = await cardAbout(stage, 'Leila Haddad')
  await does('Approve & send', ines.press(card, 'Approve & send'))
  const approved = await awaits(ines, 'Undo send', () =>
    ines.dm().find((one) => one.ts === card.ts && offers(one, 'Undo send')),
  )
  await does('Undo send', ines.press(approved, 'Undo send'))
  shows(await cardAbout(stage, 'Leila Haddad'))
  holds('the draft waits again and no mail left', stage.mailsTo('Leila Haddad').length === 0)
}

export async function jonasLeaves(stage: Stage): Promise<void> {
  const { act, ines, shows, holds, does, says: tells } = stage
  act('Jonas gets a mail and unsubscribes')
  await answerTo(stage, '/outreach', 'draft Jonas Berg')
  const first = await cardAbout(stage, 'Jonas Berg')
  await does('Approve & send', ines.press(first, 'Approve & send'))
  stage.holdEnds()
  const mail = await stage.mailTo('Jonas Berg')
  await isSent(stage, first)
  // His left after the hold of hers would have ended too.
  holds("Leila's has still not left", stage.mailsTo('Leila Haddad').length === 0)
  tells(`✉ ${mail.subject}`)
  const link = /<(https?:\/\/[^>]+\/u\/[^>]+)>/.exec(mail.source.replace(/\r?\n[ \t]+/g, ' '))?.[1]
  if (link === undefined) throw new StepFailed('The mail has no link to unsubscribe')
  const page = await fetch(link)
  tells(`› GET …/u/<token>: ${page.status} “${headingOf(await page.text())}”`)
  holds('looking changes nothing', page.status === 200 && (await isSubscribed(link)))
  const oneClick = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  tells(`› POST …/u/<token> (one click): ${oneClick.status}`)
  holds('one click is enough', oneClick.status === 200 && !(await isSubscribed(link)))
  await answerTo(stage, '/outreach', 'draft Jonas Berg')
  const card = await cardAbout(stage, 'Jonas Berg', first)
  shows(card)
  holds('Not yet: he unsubscribed', says(card, 'Not yet') && wordsOf(card).includes('unsubscribed'))
}

const headingOf = (html: string): string => /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim() ?? ''

/** The page offers the button only to whom it would do something. */
const isSubscribed = async (link: string): Promise<boolean> => (await (await fetch(link)).text()).includes('<form')
