import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appSecrets } from '../../../src/adapters/system/secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'medallist-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const file = () => path.join(folder, 'app-secret')

describe('the installation’s secret', () => {
  it('is made once, for its owner alone, and stays', () => {
    const [made] = appSecrets(undefined, folder)
    expect(made).toMatch(/^[0-9a-f]{64}$/)
    expect(appSecrets(undefined, folder)).toEqual([made])
    expect([readdirSync(folder), statSync(file()).mode & 0o777]).toEqual([['app-secret'], 0o600])
  })

  it.each(['', 'half of it'])('is not replaced by a worse one: a file with %j is refused and left alone', (content) => {
    writeFileSync(file(), content)
    expect(() => appSecrets(undefined, folder)).toThrow('does not hold a secret')
    expect(readFileSync(file(), 'utf8')).toBe(content)
  })

  it('is what APP_SECRET says, the present one first and retired ones behind it', () => {
    expect(appSecrets('new one, old one,', folder)).toEqual(['new one', 'old one'])
    expect(readdirSync(folder)).toEqual([])
  })
})
