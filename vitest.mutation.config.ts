import { basename, dirname } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A mutant ends at the first test that fails, so those of its own folder come first, and properties, which take longest, come last. */
class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const folders = (this.ctx.config.related ?? []).map((file) => basename(dirname(file)))
    const rank = ({ moduleId }: TestSpecification): number =>
      (folders.includes(basename(dirname(moduleId))) ? 0 : 2) + (moduleId.includes('.prop.') ? 1 : 0)
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
    sequence: { sequencer: LikeliestFirst },
  },
})
