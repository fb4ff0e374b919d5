/** `npm run --silent medallist -- <command>`: what is done from a terminal, without Slack. Answers are on stdout, everything else on stderr. */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { inWords } from '../start-problems.ts'
import { EXIT } from './exit.ts'
import { HELP } from './help.ts'

const out = (text: string): void => void process.stdout.write(text)
const progress = (text: string): void => void process.stderr.write(`${text}\n`)

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  basis: { type: 'string' },
  standing: { type: 'string' },
  role: { type: 'string' },
  refused: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  limit: { type: 'string', default: '100' },
  csv: { type: 'string' },
  'json-resume': { type: 'string' },
  workspace: { type: 'string' },
  as: { type: 'string' },
} as const

/** `-skill:php` is a part of a query and no option. No argument has a NUL of its own. */
const QUERY = '\0'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  // Also of arguments that cannot be read.
  const complain = (text: string, help = '') => told({ text, help }, args.includes('--json'), EXIT.badUsage)
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (error) {
    return complain((error as Error).message, HELP)
  }
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.help || command === 'help') {
    out(HELP)
    return EXIT.done
  }
  const [file] = rest
  const limit = Number(values.limit)
  if (command !== 'import' && command !== 'pool' && command !== 'export')
    return complain(command === undefined ? 'Name a command.' : `There is no command “${command}”.`, HELP)
  if (command === 'import' && (file === undefined || rest.length > 1)) return complain('Name one file.', HELP)
  if (!Number.isInteger(limit) || limit < 1) return complain('--limit is a whole number from 1')
  const config = readConfig()
  if ('problems' in config)
    return complain(config.problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
  // Loaded only now, so that every complaint above appears at once.
  const { openOffline } = await import('./open-offline.ts')
  const query = rest.join(' ')
  const said = { out, progress }
  try {
    const offline = await openOffline({ config: config.config, workspace: values.workspace, as: values.as })
    try {
      switch (command) {
        case 'import': {
          const { importCommand } = await import('./import-command.ts')
          return await importCommand(offline, { ...values, dryRun: values['dry-run'], file: file ?? '' }, said)
        }
        case 'pool': {
          const { poolCommand } = await import('./people-commands.ts')
          return await poolCommand(offline, { query, limit, json: values.json }, said)
        }
        case 'export': {
          const { exportCommand } = await import('./people-commands.ts')
          const { csv, json } = values
          return await exportCommand(offline, { query, csv, json, jsonResume: values['json-resume'] }, said)
        }
      }
    } finally {
      await offline.close()
    }
  } catch (error) {
    return failed(error, config.config, values.json)
  }
}

function read(args: readonly string[]) {
  const command = args.find((arg) => !arg.startsWith('-'))
  const asks = command === 'pool' || command === 'export'
  const marked = args.map((arg) => (asks && /^-(?!-|h$)./.test(arg) ? QUERY + arg : arg))
  const { values, positionals } = parseArgs({ args: marked, options: OPTIONS, allowPositionals: true })
  return { values, positionals: positionals.map((one) => one.replace(QUERY, '')) }
}

/** What is wrong, with the help behind it for who reads; for a program it is one line of JSON. */
function told({ text, help }: { readonly text: string; readonly help: string }, json: boolean, exit: number): number {
  progress(help === '' ? text : `${text}\n\n${help}`)
  if (json) out(`${JSON.stringify({ problem: text })}\n`)
  return exit
}

type Config = Parameters<typeof inWords>[1]

/** What a person can put right is said in words; anything else is a mistake of ours and shows where it happened. */
function failed(error: unknown, config: Config, json: boolean): number {
  const [text, exit] = wordsFor(error, config)
  return told({ text, help: '' }, json, exit)
}

function wordsFor(error: unknown, config: Config): readonly [text: string, exit: number] {
  const { name, message, code, path } = error as NodeJS.ErrnoException
  if (name === 'UsageError' || name === 'UnreadableFileError' || name === 'ImportOvertakenError')
    return [message, EXIT.badUsage]
  if (code === 'ENOENT' || code === 'EISDIR')
    return [`There is no file ${path ?? 'of that name'} that can be read.`, EXIT.badUsage]
  if (/^\w+(InUse|Unreachable|NotReady)Error$|^NotReadyError$|^MigrationError$/.test(name))
    return [message, EXIT.noDatabase]
  return [inWords(error, config), EXIT.bug]
}
