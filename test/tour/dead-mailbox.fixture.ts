// The tour with a mail server that takes nothing. Started by tour.e2e.test.ts.
import { playTour } from '../../src/local/tour/play-tour.ts'

const held = await playTour({
  say: (line) => void process.stdout.write(`${line}\n`),
  patience: 25_000,
  overrides: {
    mailer: {
      longestSeconds: 1,
      handOver: () => Promise.resolve({ kind: 'broken', stage: 'connect', why: 'nobody_there' }),
    },
  },
})
process.exit(held ? 0 : 1)
