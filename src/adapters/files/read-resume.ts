/** A résumé from Slack as text: brought into a file that only we can read, read in a thread, and thrown away. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { ResumeProblem, ResumeRead, Resumes } from '../../usecases/ports/resumes.ts'
import type { SharedFiles } from '../../usecases/ports/tables.ts'
import { readingThread } from './reading-thread.ts'
import type { FromResumeThread } from './resume-thread.ts'

const MOST_BYTES = 10 * 1024 * 1024
const PATIENCE_MS = 10_000
const MOST_MB = 192
const THREAD = new URL('./resume-thread.ts', import.meta.url)

export const makeResumes = (files: SharedFiles): Resumes => ({
  async read(slackFileId) {
    const file = await files.look(slackFileId)
    if (!file.ok) return file
    const folder = await mkdtemp(join(tmpdir(), 'medallist-resume-'))
    try {
      const path = join(folder, 'resume')
      const brought = await files.bring(file.value, path, MOST_BYTES)
      return brought.ok ? await readResumeFile(path) : brought
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})

/** In a thread that is ended after ten seconds, or where it wants more memory than a résumé needs. */
export async function readResumeFile(
  path: string,
  { thread = THREAD, patienceMs = PATIENCE_MS }: { readonly thread?: URL; readonly patienceMs?: number } = {},
): Promise<Result<ResumeRead, ResumeProblem>> {
  const reading = readingThread<FromResumeThread>(thread, { name: 'resume', path, mostMb: MOST_MB })
  try {
    const said = await reading.next(patienceMs)
    if (typeof said === 'string') return refuse(ENDED[said])
    return 'read' in said ? ok(said.read) : refuse(said.problem)
  } finally {
    await reading.close()
  }
}

const ENDED = { outgrown: 'unfolds', late: 'too_slow', gone: 'broken' } as const
