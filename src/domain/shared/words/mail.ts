/** What every letter says besides its text, what the timeline says of it, and the page behind its link. */
import type { PermissionBasis } from '../../consent/permission.ts'

export const whoWeAre = (sender: string, company: string): string => `You hear from ${sender} at ${company}.`

/** Where we got the data, by the ground on which we hold it. */
export const whereFrom = {
  applied_here: 'We have your details because you applied to us.',
  consent: 'We have your details because you agreed that we may keep in touch.',
  legitimate_interest: 'We have your details from your professional profile, because your work fits what we do.',
  referral: 'We have your details from somebody who recommended you to us and told you so.',
} as const satisfies Record<PermissionBasis, string>

export const howToObject =
  'If you would rather not hear from us, or want to see, correct or erase what we keep about you, answering this mail is enough.'

export const unsubscribe = 'Unsubscribe with one click'
/** Where they said no, as their record has it. */
export const unsubscribeLink = 'unsubscribe link of a letter'

/** In a preview, where the mail has a link that is made when it leaves. */
export const linkOfTheirOwn = '[a link of their own]'

/** An entry of the timeline. */
export const sentLine = (subject: string): string => `Sent: ${subject}`

export const pages = {
  askTitle: (company: string): string => `No more messages from ${company}?`,
  askText: (company: string): string =>
    `One press and ${company} writes to this address no more. You need no account, and nobody has to answer you.`,
  askButton: 'Unsubscribe',
  doneTitle: 'You are unsubscribed',
  doneText: (company: string): string =>
    `${company} will not write to this address any more. A message that was already on its way may still arrive.`,
  unknownTitle: 'This link leads nowhere',
  unknownText:
    'It was cut off, changed, or belongs to a message whose details we no longer keep. If a message of ours still bothers you, answer it, and a person will see to it.',
  busyTitle: 'Too many requests',
  busyText: 'Please try again in a minute.',
  faultTitle: 'That did not work',
  faultText: 'The fault is ours. Please try again in a minute, or answer the message instead: a person will see to it.',
} as const
