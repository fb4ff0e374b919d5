import { describe, expect, it } from 'vitest'
import { inWords } from '../../src/start-problems.ts'

const local = { port: 3000, dataDir: './data', slack: { mode: 'local' } } as const
const failing = (fields: object) => Object.assign(new Error('listen EADDRINUSE'), fields)

describe('what keeps Medallist from starting', () => {
  it('names the port that is taken and how to choose another', () => {
    const said = inWords(failing({ code: 'EADDRINUSE', syscall: 'listen', port: 3001 }), local)
    expect(said).toContain('Port 3001 is taken')
    expect(said).toContain('PORT and the port beside it')
    expect(said).toContain('PORT=4000 npm start')
  })
  it('speaks of one port where there is no local workspace', () => {
    const slack = { mode: 'http', botToken: 'xoxb-1', signingSecret: 's', apiUrl: undefined, oauth: undefined } as const
    const said = inWords(failing({ code: 'EADDRINUSE', syscall: 'listen', port: 3000 }), { ...local, slack })
    expect(said).not.toContain('beside')
  })
  it('tells a port that needs more rights from one that is taken', () => {
    const said = inWords(failing({ code: 'EACCES', syscall: 'listen', port: 80 }), { ...local, port: 80 })
    expect(said).toContain('Port 80 needs more rights')
  })
  it.each(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC'])('names the data folder after %s', (code) => {
    expect(inWords(failing({ code, syscall: 'mkdir' }), local)).toContain('The data folder ./data cannot be used')
  })
  it('gives our own errors as they are worded, and shows where a bug happened', () => {
    expect(inWords(Object.assign(new Error('Busy. Stop it.'), { name: 'DatabaseInUseError' }), local)).toBe(
      'Busy. Stop it.',
    )
    expect(inWords(new TypeError('x is not a function'), local)).toMatch(/TypeError: x is not a function\n +at /)
    expect(inWords('thrown text', local)).toBe('thrown text')
  })
})
