import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutation } from './state.ts'

/** Keeps every step on disk before anybody is told that it happened. */
export type Journal = { append(steps: readonly Mutation[]): void; close(): void }

/** For a workspace that may be forgotten. */
export const noJournal: Journal = { append: () => {}, close: () => {} }

const FILE = 'workspace.jsonl'

/**
 * The steps remembered in `dir`. A kill in the middle of a write leaves a torn last line: its act was never answered, so it is dropped.
 * A line that is broken elsewhere is damage of another kind, and nothing is guessed about it.
 */
export function readJournal(dir: string): Mutation[] {
  let text: string
  try {
    text = readFileSync(join(dir, FILE), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const lines = text.split('\n')
  lines.pop()
  return lines.flatMap((line, index) => {
    try {
      return JSON.parse(line) as Mutation[]
    } catch {
      throw new Error(`${join(dir, FILE)} is damaged at line ${index + 1}; move it away to start afresh`)
    }
  })
}

/** Rewrites the journal as `steps`, whole or not at all, and opens it for more. One line holds all steps of one act. */
export function openJournal(dir: string, steps: Iterable<Mutation>): Journal {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, FILE)
  const fresh = openSync(`${path}.new`, 'w', 0o600)
  for (const step of steps) writeLine(fresh, [step])
  fsyncSync(fresh)
  closeSync(fresh)
  renameSync(`${path}.new`, path)
  const fd = openSync(path, 'a', 0o600)
  let open = true
  return {
    append(more) {
      if (!open) throw new Error('the workspace is closed')
      writeLine(fd, more)
    },
    close() {
      if (open) closeSync(fd)
      open = false
    },
  }
}

function writeLine(fd: number, steps: readonly Mutation[]): void {
  const bytes = Buffer.from(`${JSON.stringify(steps)}\n`)
  let written = 0
  while (written < bytes.length) written += writeSync(fd, bytes, written)
}
