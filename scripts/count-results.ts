// The last line of CI: what vitest counted, with `npm run check` as one more test. A run that never got to count is a failure.
import { readFileSync } from 'node:fs'

const [file = '', testsExit, checkExit] = process.argv.slice(2)

function counted(): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report
    // A file that could not be loaded, or a leak after the last test, fails the run without failing a test.
    const unnamed = numFailedTests === 0 && testsExit !== '0' ? 1 : 0
    return { passed: numPassedTests, failed: numFailedTests + unnamed, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const { passed, failed, skipped } = counted()
const checked = checkExit === '0' ? 1 : 0
const failures = failed + (1 - checked)
if (skipped > 0) process.stdout.write(`${skipped} skipped, each by its name above\n`)
process.stdout.write(`${passed + checked} passed, ${failures} failed\n`)
process.exit(failures === 0 ? 0 : 1)
