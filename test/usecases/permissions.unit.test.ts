import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import '../../src/commands/register.ts'
import { may, ROLES } from '../../src/domain/shared/roles.ts'
import { registeredUseCases } from '../../src/usecases/define-use-case.ts'
// The terminal's and the workers', which no listener of Slack calls.
import '../../src/usecases/transfer/import-batch.ts'
import '../../src/usecases/transfer/list-people.ts'
import '../../src/usecases/transfer/undo-import-batch.ts'

/** Every act with the permission that it asks for and the roles that have it, as docs/permissions.md shows it. */
const matrix = (): string => {
  const rows = [...registeredUseCases()]
    // Unit tests share one module graph, so those that other tests define are here as well.
    .filter(([name]) => !name.startsWith('test-'))
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, permission]) => {
      const marks = ROLES.map((role) => (may([role], permission) ? 'yes' : '–'))
      return `| ${name} | \`${permission}\` | ${marks.join(' | ')} |`
    })
  return [
    `| act | permission | ${ROLES.map((role) => role.replace('_', ' ')).join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---|').join('')}`,
    ...rows,
  ].join('\n')
}

describe('docs/permissions.md', () => {
  it('shows who may do what, act by act, as the use cases say it', () => {
    const page = readFileSync('docs/permissions.md', 'utf8')
    expect(page.slice(page.indexOf('| act |')).trim()).toBe(matrix())
  })
})
