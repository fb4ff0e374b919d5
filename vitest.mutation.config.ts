import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const rank = ({ moduleId }: TestSpecification): number =>
  moduleId.includes('/words/') ? 0 : moduleId.includes('.prop.') ? 2 : 1

/** A mutant ends at the first test that fails: the whole catalogue of words is read in milliseconds, properties take longest. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

// What can find a mutant of the domain in milliseconds: the pure levels alone.
export default defineConfig({
  test: {
    include: ['test/domain/**/*.{unit,prop}.test.ts'],
    // Pure rules over plain data: nothing to keep apart, and loading the same modules anew was most of the time.
    isolate: false,
    env: { PROPERTY_RUNS: '50' },
    sequence: { sequencer: QuickestFirst },
  },
})
