// The end of CI: the failing tests with all they said, then what vitest counted, with `npm run check` as one more test. A run that never
// got to count is a failure. Only the end of the output is kept, so whatever explains a failure comes right before the last line.
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

type Assertion = { readonly status: string; readonly fullName: string; readonly failureMessages?: readonly string[] }
type File = {
  readonly name: string
  readonly status: string
  readonly message?: string
  readonly assertionResults: readonly Assertion[]
}
type Report = {
  readonly numPassedTests?: number
  readonly numFailedTests?: number
  readonly numPendingTests?: number
  readonly testResults?: readonly File[]
}

const [file = '', testsExit, checkExit] = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${stripVTControlCharacters(line)}\n`)

function read(): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

const isFailed = ({ status }: { readonly status: string }): boolean => status === 'failed'

/** Could not be loaded, so that it fails without any test of its own. */
const isUnloaded = (file: File): boolean => isFailed(file) && !file.assertionResults.some(isFailed)

function tellFailures({ testResults = [] }: Report): void {
  for (const file of testResults) {
    for (const { fullName, failureMessages = [] } of file.assertionResults.filter(isFailed))
      say(`\n✗ ${file.name}\n  ${fullName}\n${failureMessages.join('\n')}`)
    if (isUnloaded(file)) say(`\n✗ ${file.name}\n${file.message ?? ''}`)
  }
}

function counted(report: Report | undefined): { passed: number; failed: number; skipped: number } {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = report
  const told = numFailedTests + testResults.filter(isUnloaded).length
  // A leak after the last test fails the run without failing anything that has a name.
  const failed = told === 0 && testsExit !== '0' ? 1 : told
  return { passed: numPassedTests, failed, skipped: numPendingTests }
}

const report = read()
if (report === undefined) say('The tests left no results: see what they printed above.')
else tellFailures(report)
const { passed, failed, skipped } = counted(report)
const checked = checkExit === '0' ? 1 : 0
const failures = failed + (1 - checked)
if (checked === 0) say('\n✗ npm run check: see what it printed above.')
if (skipped > 0) say(`${skipped} skipped, each by its name above`)
say(`${passed + checked} passed, ${failures} failed`)
process.exit(failures === 0 ? 0 : 1)
