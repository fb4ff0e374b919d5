// `npm run mutation [-- <folder or file>…] [--anew]`: would the tests of src/domain notice a change? Judges file after file, each by the
// tests that reach it, and prints the score of every folder and of all. What was found is kept in mutation-scores.json, for all of it takes
// hours: a file that is still what it was when it was judged is judged again only with `--anew`, as it should be where tests went away.
// Exits with 1 below the bound, or where a file could not be judged.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'

/** Percent of all mutants that a test must notice. */
const BOUND = 80
const DOMAIN = 'src/domain/'
const FOUND = 'node_modules/.cache/medallist/mutation'

const SCORES = 'mutation-scores.json'

type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored' | 'Pending'
/** The part of https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema that is read here. */
type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>> }
type Score = { readonly all: number; readonly noticed: number; readonly timeouts: number }
/** `source` is what the file was when it was judged. */
type Scores = Record<string, Score & { readonly source: string }>

const say = (line: string) => process.stdout.write(`${line}\n`)
const foundIn = (file: string) => path.join(FOUND, `${file.slice(DOMAIN.length)}.json`)
const sourceOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)

const scores: Scores = existsSync(SCORES) ? (JSON.parse(readFileSync(SCORES, 'utf8')) as Scores) : {}
const isKnown = (file: string) => scores[file]?.source === sourceOf(file)

/** Nothing is judged where a file has nothing that could be changed. */
function keep(file: string, source: string): Score {
  const report = foundIn(file)
  const files = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report).files : {}
  const mutants = files[file]?.mutants ?? []
  const among = (...statuses: readonly Status[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [noticed, timeouts] = [among('Killed', 'Timeout'), among('Timeout')]
  const score = { all: noticed + among('Survived', 'NoCoverage'), noticed, timeouts }
  scores[file] = { ...score, source }
  const inOrder = Object.entries(scores).toSorted(([a], [b]) => a.localeCompare(b))
  writeFileSync(SCORES, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`)
  return score
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

/** Where a file is types alone no test runs, of which Stryker makes an error. */
const NOTHING = /Instrumented 1 source file\(s\) with 0 mutant\(s\)/

/** Runs Stryker for one file. What it tells, survivors above all, is kept in a file, and said where it fails. */
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
      const judged = code === 0 || NOTHING.test(told)
      if (!judged) say(`${file} could not be judged:\n${told}`)
      resolve(judged)
    }),
  )
}

const every = globSync(`${DOMAIN}**/*.ts`).toSorted()
const anew = process.argv.includes('--anew')
const asked = process.argv.slice(2).filter((word) => word !== '--anew')
const files = asked.length === 0 ? every : every.filter((file) => asked.some((one) => file.startsWith(one)))
if (files.length === 0) {
  process.stderr.write(`Nothing in ${DOMAIN} is called ${asked.join(' or ')}. Name a folder or a file: ${DOMAIN}pool\n`)
  process.exit(2)
}

const heading = `${''.padEnd(44)} mutants  noticed  time-outs   score`
say(heading)
let failed = 0
for (const gone of Object.keys(scores).filter((file) => !every.includes(file))) delete scores[gone]
const waiting = files.filter((file) => anew || !isKnown(file))
await Promise.all(
  Array.from({ length: availableParallelism() }, async (_, worker) => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const source = sourceOf(file)
      if (await judge(file, worker)) say(line(file.slice(DOMAIN.length), keep(file, source)))
      else failed++
    }
  }),
)

const folderOf = (file: string) => file.slice(DOMAIN.length).split('/')[0] ?? ''
const known = files.flatMap((file) => scores[file] ?? [])
say(`\n${heading}`)
for (const [folder, its] of Object.entries(Object.groupBy(files, folderOf)))
  say(line(folder, sum((its ?? []).flatMap((file) => scores[file] ?? []))))
const total = sum(known)
say(line('together', total))
if (failed > 0) say(`${failed} of ${files.length} files could not be judged.`)
say(`What survived stands in ${FOUND}/*/*.txt.`)
say(`The bound of ${BOUND} % ${percent(total) >= BOUND ? 'holds' : 'is missed'}.`)
process.exit(failed === 0 && percent(total) >= BOUND ? 0 : 1)
