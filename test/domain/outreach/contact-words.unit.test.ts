import { describe, expect, it } from 'vitest'
import { holdsContact } from '../../../src/domain/outreach/contact-words.ts'

describe('a contact in a text', () => {
  it.each([
    'Portfolio at anasouza.dev, worth a look',
    'ANASOUZA.DEV',
    'linkedin.com/in/somebody-12 shows great talks',
    'blog on someone.github.io',
    'nadia dot rahimi at gmail dot com',
    'ask her at gmail',
    'ana at fernhollow dot dev',
    'ana@example.com',
    'call 912 345 678',
  ])('is found in: %s', (text) => expect(holdsContact(text)).toBe(true))

  it.each([
    'knows node.js, Next.js, Vue.js and asp.net',
    'Node.js/TypeScript and CI/CD',
    'dot net at scale, and great at asp dot net',
    'calm in the outage.She led it',
    'e.g. Jenkins, i.e. pipelines, 24/7 since v1.2',
    'has a B.Sc. and a Ph.D., U.S. based',
    'wrote index.ts and values.yaml',
    'connects the dots at work',
    'Go, Rust and K8s on AWS',
  ])('is not seen in: %s', (text) => expect(holdsContact(text)).toBe(false))
})
