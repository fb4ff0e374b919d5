import { setTimeout as wait } from 'node:timers/promises'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'

/** Ready is said after the first round of every kind of work, which is a moment after the start. */
export async function becomesReady(pages: string): Promise<void> {
  let said = ''
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(50)) {
    const answer = await fetch(new URL('/readyz', pages))
    if (answer.ok) return
    said = await answer.text()
  }
  throw new Error(`It did not become ready: ${said}`)
}
