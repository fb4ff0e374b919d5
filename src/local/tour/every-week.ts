/** What comes by the clock and what comes back: the morning's nudge, an answer, the week's digest. */
import type { Message } from '../../../simulator/contract.ts'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { offers, says } from './first-minutes.ts'
import { type Stage, StepFailed } from './stage.ts'

const NUDGES = 'recruiting-nudges'
const METRICS = 'recruiting-metrics'

export async function theNudgeComes(stage: Stage): Promise<Message> {
  const { act, priya, ines, does, shows, holds, awaits } = stage
  act(
    'Half past eight: whom Ines should have a word with today, and why (asked for by hand, for the tour does not wait)',
  )
  await does('/medallist jobs run nudge', priya.command('/medallist', 'jobs run nudge', { in: 'general' }))
  const nudge = await awaits(ines, 'the nudge', () =>
    ines.messages(NUDGES).find((one) => says(one, 'worth a word today') && says(one, 'Leila Haddad')),
  )
  shows(nudge)
  const words = wordsOf(nudge)
  holds('an answer that waits comes first', words.indexOf('Leila Haddad') < words.indexOf('Ana Souza'))
  holds(
    'each row says why today',
    words.includes('“Happy to talk next week.”') && words.includes('You promised “to speak again in the autumn”'),
  )
  holds('whom the gate would hold back is not brought up', !words.includes('Mei Tan') && !words.includes('Omar Aziz'))
  return nudge
}

export async function anaAnswers(stage: Stage): Promise<void> {
  const { act, ines, tom, does, shows, holds, awaits, mailsTo, says: tells } = stage
  act('Ana answers, and Tom hears what became of his flag')
  const [mail] = mailsTo('Ana Souza')
  if (mail === undefined) throw new StepFailed('There is no mail to answer')
  tells('✉ Ana: “What a nice surprise! Tuesday at ten?”')
  await does('Mailbox › Reply as candidate', stage.answerMail(mail.id, 'What a nice surprise! Tuesday at ten?'))
  const card = await awaits(ines, 'her answer', () =>
    ines.dm().find((one) => says(one, 'Ana Souza') && offers(one, 'Interested now')),
  )
  shows(card)
  holds('her own words are on the card', says(card, 'Tuesday at ten?'))
  await does('Interested now', ines.press(card, 'Interested now'))
  const heard = await awaits(tom, 'the good news', () =>
    tom.dm().find((one) => says(one, 'Ana Souza') && says(one, 'is interested')),
  )
  shows(heard)
  holds('Tom hears the outcome, and none of her words', !wordsOf(heard).includes('Tuesday'))
}

export async function theDigestComes(stage: Stage): Promise<void> {
  const { act, priya, sam, does, shows, holds, awaits } = stage
  act('Monday: what came of it, for everybody')
  await does('/medallist jobs run digest', priya.command('/medallist', 'jobs run digest', { in: 'general' }))
  const digest = await awaits(sam, 'the digest', () => sam.messages(METRICS).find((one) => says(one, 'Kept in touch')))
  shows(digest)
  const words = wordsOf(digest)
  holds('each rate says of how many', /\d+ \/ \d+/.test(words))
  holds('two pictures tell it', digest.blocks?.filter(({ type }) => type === 'image').length === 2)
  holds('no candidate is named in it', !/Ana|Leila|Omar|Jonas|Nadia/.test(words))
}
