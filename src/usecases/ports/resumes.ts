import type { ResumeFault } from '../../domain/resume/resume.ts'
import type { Result } from '../../domain/shared/result.ts'

/** What stands in a résumé: its lines and links, or the JSON of a JSON Resume. */
export type ResumeRead =
  | { readonly kind: 'text'; readonly lines: readonly string[]; readonly links: readonly string[] }
  | { readonly kind: 'json'; readonly json: unknown }

export type ResumeProblem = ResumeFault

/** Reads a file that somebody shared in Slack; nothing of the file stays anywhere. */
export type Resumes = { read(slackFileId: string): Promise<Result<ResumeRead, ResumeProblem>> }
