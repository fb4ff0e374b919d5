import type { SmtpOutcome } from '../../src/domain/outreach/smtp-outcome.ts'
import type { Letter, Mailer } from '../../src/usecases/ports/mail.ts'

/** A mailer with a memory, and with an opinion that a test may change. */
export function mailerThat(
  answer: (letter: Letter) => SmtpOutcome | Promise<SmtpOutcome> = () => ({ kind: 'accepted' }),
) {
  const sent: Letter[] = []
  let opinion = answer
  const mailer: Mailer = {
    async handOver(letter) {
      sent.push(letter)
      return opinion(letter)
    },
  }
  return {
    mailer,
    sent,
    willAnswer: (next: typeof answer) => {
      opinion = next
    },
  }
}
