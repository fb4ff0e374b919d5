import { defineConfig } from 'vitest/config'

// What can find a mutant of the domain in milliseconds: the pure levels alone.
export default defineConfig({ test: { include: ['test/domain/**/*.{unit,prop}.test.ts'] } })
