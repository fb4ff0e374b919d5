/** `npm run tour`: plays the first minutes through the real bot without a browser; ends with 0 only if every step held. */
import { keepCompiled } from './adapters/system/compile-cache.ts'

keepCompiled()
const { playTour } = await import('./local/tour/play-tour.ts')
const held = await playTour({ say: (line) => void process.stdout.write(`${line}\n`) })
process.exit(held ? 0 : 1)
