/** The folders in which the files of imports lie while they are read. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, refuse } from '../../domain/shared/result.ts'
import type { TableDesk } from '../../usecases/ports/tables.ts'
import { UnreadableFileError } from '../../usecases/ports/tables.ts'
import { openRefusedFile } from './refused-file.ts'
import { MOST_CSV_BYTES, openTable } from './table.ts'

const UUID = /^[0-9a-f-]{36}$/

export function makeTableDesk(folder: string): TableDesk {
  const at = (importId: string, name: string) => {
    if (!UUID.test(importId)) throw new Error('No import has this id')
    return join(folder, importId, name)
  }
  return {
    async open(importId, files, slackFileId) {
      const path = at(importId, 'table')
      if (!existsSync(path)) {
        const file = await files.look(slackFileId)
        if (!file.ok) return file
        if (file.value.bytes === 0) return refuse('empty')
        await mkdir(join(folder, importId), { recursive: true, mode: 0o700 })
        const brought = await files.bring(file.value, `${path}.part`, MOST_CSV_BYTES)
        if (!brought.ok) return brought
        await rename(`${path}.part`, path)
      }
      try {
        return ok(await openTable(path))
      } catch (error) {
        if (error instanceof UnreadableFileError) return refuse(error.problem)
        throw error
      }
    },
    refused: (importId, names, from) => openRefusedFile(at(importId, 'refused.csv'), names, from),
    async refusedFile(importId) {
      const path = at(importId, 'refused.csv')
      return existsSync(path) ? readFile(path) : undefined
    },
    discard: (importId) => rm(at(importId, ''), { recursive: true, force: true }),
    async kept() {
      const names = await readdir(folder).catch((): string[] => [])
      return names.filter((name) => UUID.test(name))
    },
  }
}
