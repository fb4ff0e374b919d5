import type { Letter } from '../../../src/usecases/ports/mail.ts'

export const aLetter = (change: Partial<Letter> = {}): Letter => ({
  messageId: '<01890000-0000-7000-8000-000000000001@fernhollow.example>',
  to: { name: 'Ana Souza', address: 'ana@example.com' },
  from: { name: 'Ines Duarte' },
  subject: 'The second SRE role',
  body: 'Hello Ana,\n\nYou said "in the autumn".\nIt is autumn.\n\nInes',
  footer: {
    whoWeAre: 'You hear from Ines Duarte at Fernhollow Energy.',
    whereFrom: 'We have your details because you applied here.',
    howToObject: 'If you would rather not hear from us, an answer is enough.',
    unsubscribe: 'Unsubscribe',
    postalAddress: 'Fernhollow Energy, 1 Mill Lane, Leeds',
  },
  unsubscribeUrl: `https://talent.fernhollow.example/u/v1.a1b2.${'x'.repeat(64)}.${'y'.repeat(43)}`,
  ...change,
})
