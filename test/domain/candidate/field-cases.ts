/** Texts with contacts in them, as recruiters paste them, and what is taken out. */
export const FIELD_CASES: readonly (readonly [text: string, found: object])[] = [
  ['Ana Souza', {}],
  ['<ana@example.com>', { email: 'ana@example.com' }],
  ['mail o.souza+cv@mail.example.co.uk!', { email: 'o.souza+cv@mail.example.co.uk' }],
  ['see https://example.com/ana?x=1...', { profileLink: 'https://example.com/ana?x=1' }],
  ['see <http://example.com/ana> now', { profileLink: 'http://example.com/ana' }],
  ['www.linkedin.com/in/ana!?', { profileLink: 'www.linkedin.com/in/ana' }],
  ['pt.linkedin.com/in/ana', { profileLink: 'pt.linkedin.com/in/ana' }],
  ['github.com/ana, ana@example.com', { profileLink: 'github.com/ana', email: 'ana@example.com' }],
  ['(xing.com/profile/Ana)', { profileLink: 'xing.com/profile/Ana' }],
  ['call 020 7946 0958 today', { phone: '020 7946 0958' }],
  ['call +351 912 345 678', { phone: '+351 912 345 678' }],
  ['example.com/ana', {}],
  ['ana@localhost', {}],
]
