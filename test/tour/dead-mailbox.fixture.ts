// The tour with a mail server that takes nothing. Started by tour.e2e.test.ts.
import { freshEmbedded } from '../support/embedded-databases.ts'
import { freshPostgres, whyNoPostgres } from '../support/postgres-databases.ts'

const { playTour } = await import('../../src/local/tour/play-tour.ts')

const held = await playTour({
  say: (line) => void process.stdout.write(`${line}\n`),
  patience: 30_000,
  overrides: {
    database: await (whyNoPostgres === undefined ? freshPostgres() : freshEmbedded()),
    mailer: {
      handOver: () => Promise.resolve({ kind: 'broken', stage: 'connect', why: 'nobody_there' }),
    },
  },
})
process.exit(held ? 0 : 1)
