import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isSameFile } from '../../../src/adapters/files/refused-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-refused-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string) => join(folder, name)

describe('the file of refused rows', () => {
  it('is known to be the table itself by whatever name it goes', () => {
    writeFileSync(file('people.csv'), 'Name,Email')
    writeFileSync(file('refused.csv'), 'Name,Email')
    symlinkSync(file('people.csv'), file('link.csv'))
    linkSync(file('people.csv'), file('hard.csv'))
    const same = ['people.csv', './people.csv', 'link.csv', 'hard.csv', 'refused.csv', 'new.csv'].map((name) =>
      isSameFile(`${folder}/${name}`, file('people.csv')),
    )
    expect(same).toEqual([true, true, true, true, false, false])
  })
})
