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

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (error) {
    return complain(`${(error as Error).message}\n\n${HELP}`)
  }
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.help || command === 'help') {
    out(HELP)
    return EXIT.done
  }
  const [file] = rest
  const limit = Number(values.limit)
  if (command !== 'import' && command !== 'pool' && command !== 'export') return complain(HELP)
  if (command === 'import' && (file === undefined || rest.length > 1)) return complain(`Name one file.\n\n${HELP}`)
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
    return failed(error, config.config)
  }
}

function read(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
}

function complain(text: string): number {
  progress(text)
  return EXIT.badUsage
}

type Config = Parameters<typeof inWords>[1]

/** What a person can put right is said in words; anything else is a mistake of ours and shows where it happened. */
function failed(error: unknown, config: Config): number {
  const { name, message, code, path } = error as NodeJS.ErrnoException
  if (name === 'UsageError' || name === 'UnreadableFileError') return complain(message)
  if (code === 'ENOENT' || code === 'EISDIR')
    return complain(`There is no file ${path ?? 'of that name'} that can be read.`)
  if (/^\w+(InUse|Unreachable|NotReady)Error$|^NotReadyError$|^MigrationError$/.test(name)) {
    progress(message)
    return EXIT.noDatabase
  }
  if (name === 'ImportOvertakenError') return complain(message)
  progress(inWords(error, config))
  return EXIT.bug
}
