import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { PATIENCE_MS } from './simulator/hands/wait.ts'

// One project per level, so that `npx vitest --project unit` answers in seconds.
const level = (name: string, include: string[], extra: { readonly isolate?: boolean } = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
})

/** Longer than what is awaited in a test, so that the complaint is about that and says what was seen. A busy machine is no fault. */
const LIMIT_MS = 4 * PATIENCE_MS

/** Whatever takes minutes when it begins last is what everybody waits for at the end. */
const LONGEST = [
  'strict/acks',
  'start/newcomer',
  'tour/',
  'chaos/kills',
  'chaos/import-kills',
  'cli/',
  'strict/internal-staff',
  'strict/hostile',
  'strict/roles',
  'chaos/',
  'strict/',
  'start/',
  'commands/outreach/',
  'emulator/',
  'usecases/outreach/',
  'adapters/db/',
]
const LEVELS = ['e2e', 'browser', 'int', 'unit']

/** Level by level, since a worker serves one level alone and is begun anew for another; in each the longest first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => LONGEST.findIndex((part) => moduleId.includes(`/test/${part}`))
    const rank = (file: TestSpecification) => {
      const at = place(file)
      return LEVELS.indexOf(file.project.name) * 100 + (at < 0 ? LONGEST.length : at)
    }
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    globalSetup: ['test/support/whole-run.ts'],
    // Much of the time is waiting (for holds, browsers, processes that are killed): four keep two cores busy.
    maxWorkers: 4,
    // Files of one worker share what they load; what they open (worlds, databases, servers) is each file's own, and closed by it.
    isolate: false,
    testTimeout: LIMIT_MS,
    hookTimeout: LIMIT_MS,
    sequence: { sequencer: LongestFirst },
    projects: [
      level('unit', ['test/**/*.{unit,prop,view}.test.ts']),
      level('int', ['test/**/*.int.test.ts']),
      level('e2e', ['test/**/*.e2e.test.ts']),
      // Each has a browser of its own, which counts what is open in it.
      level('browser', ['test/**/*.browser.test.ts'], { isolate: true }),
    ],
  },
})
