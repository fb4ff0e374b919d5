import { defineConfig } from 'vitest/config'

// One project per level, so that `npx vitest --project unit` answers in seconds.
const level = (name: string, include: string[], extra: object = {}) => ({ test: { name, include, ...extra } })

export default defineConfig({
  test: {
    pool: 'forks',
    // A third of the time is waiting (for holds, browsers, processes that are killed): three keep two cores busy.
    maxWorkers: 3,
    projects: [
      // Pure rules over plain data: nothing to keep apart, and a third of the time was loading the same modules anew.
      level('unit', ['test/**/*.{unit,prop,view}.test.ts'], { isolate: false }),
      level('int', ['test/**/*.int.test.ts'], { testTimeout: 30_000, hookTimeout: 60_000 }),
      level('e2e', ['test/**/*.e2e.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      level('browser', ['test/**/*.browser.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
    ],
  },
})
