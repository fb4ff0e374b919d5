// `npm run mutation [-- <folder or file>…]`: would the tests of src/domain notice a change? Judges file after file, each by the tests that
// reach it, and remembers what was found, so that a run that was stopped goes on where it was; then prints the score of every folder and
// of all. Exits with 1 below the bound, or where a file could not be judged.
import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/** Percent of all mutants that a test must notice. */
const BOUND = 80
const DOMAIN = 'src/domain/'
const FOUND = 'node_modules/.cache/medallist/mutation'

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored' | 'Pending'
/** The part of https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema that is read here. */
type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>> }
type Score = { readonly all: number; readonly noticed: number; readonly timeouts: number }

const say = (line: string) => process.stdout.write(`${line}\n`)
const foundIn = (file: string) => path.join(FOUND, `${file.slice(DOMAIN.length)}.json`)

/** Nothing is judged where a file has nothing that could be changed. */
function scoreOf(file: string): Score {
  const report = foundIn(file)
  const files = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report).files : {}
  const mutants = files[file]?.mutants ?? []
  const among = (...statuses: readonly Status[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [noticed, timeouts] = [among('Killed', 'Timeout'), among('Timeout')]
  return { all: noticed + among('Survived', 'NoCoverage'), noticed, timeouts }
}

const sum = (scores: readonly Score[]): Score =>
  scores.reduce((a, b) => ({ all: a.all + b.all, noticed: a.noticed + b.noticed, timeouts: a.timeouts + b.timeouts }), {
    all: 0,
    noticed: 0,
    timeouts: 0,
  })

const percent = ({ all, noticed }: Score) => (all === 0 ? 100 : (100 * noticed) / all)
const line = (name: string, score: Score) =>
  `${name.padEnd(44)}${String(score.all).padStart(8)}${String(score.noticed).padStart(9)}${String(score.timeouts).padStart(11)}${percent(score).toFixed(1).padStart(8)} %`

/** Runs Stryker for one file. What it tells, survivors above all, is kept beside the result, and said where it fails. */
function judge(file: string, worker: number): Promise<boolean> {
  mkdirSync(path.dirname(foundIn(file)), { recursive: true })
  const own = ['--mutate', file, '--incrementalFile', foundIn(file), '--tempDirName', `.mutation/${worker}`]
  const child = spawn('npx', ['stryker', 'run', '--concurrency', '1', ...own], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part))
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const told = String(Buffer.concat(said))
      writeFileSync(foundIn(file).replace(/json$/, 'txt'), told)
      if (code !== 0) say(`${file} could not be judged:\n${told}`)
      resolve(code === 0)
    }),
  )
}

const every = globSync(`${DOMAIN}**/*.ts`).toSorted()
const asked = process.argv.slice(2)
const files = asked.length === 0 ? every : every.filter((file) => asked.some((one) => file.startsWith(one)))
if (files.length === 0) {
  process.stderr.write(`Nothing in ${DOMAIN} is called ${asked.join(' or ')}. Name a folder or a file: ${DOMAIN}pool\n`)
  process.exit(2)
}

const heading = `${''.padEnd(44)} mutants  noticed  time-outs   score`
say(heading)
let failed = 0
const waiting = [...files]
await Promise.all(
  Array.from({ length: availableParallelism() }, async (_, worker) => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      if (await judge(file, worker)) say(line(file.slice(DOMAIN.length), scoreOf(file)))
      else failed++
    }
  }),
)

const folderOf = (file: string) => file.slice(DOMAIN.length).split('/')[0] ?? ''
say(`\n${heading}`)
for (const [folder, its] of Object.entries(Object.groupBy(files, folderOf)))
  say(line(folder, sum((its ?? []).map(scoreOf))))
const total = sum(files.map(scoreOf))
say(line('together', total))
if (failed > 0) say(`${failed} of ${files.length} files could not be judged.`)
say(`What survived stands in ${FOUND}/*/*.txt.`)
say(`The bound of ${BOUND} % ${percent(total) >= BOUND ? 'holds' : 'is missed'}.`)
process.exit(failed === 0 && percent(total) >= BOUND ? 0 : 1)
