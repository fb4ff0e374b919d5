/** `npm start`: reads the configuration, starts what it asks for, says where to look, and ends without losing anything. */
import { makeLog } from './adapters/system/log.ts'
import { buildApp, type Medallist } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { LocalWorkspace } from './local/local-workspace.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

const read = readConfig()
if ('problems' in read) {
  complain('Medallist cannot start yet:')
  for (const { variable, message } of read.problems) complain(`  ${variable} ${message}`)
  complain('See .env.example for what each variable means.')
  process.exit(1)
}

try {
  await run(read.config)
} catch (error) {
  complain(explain(error, read.config))
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  const log = makeLog(config.logLevel)
  const local = config.slack.mode === 'local' ? await startLocal(config) : undefined
  const app = await buildApp({
    config: local?.config ?? config,
    log,
    onFatal: (error) => {
      log.error({ err: error }, 'the database has died')
      process.exit(1)
    },
  })
  if (local !== undefined) {
    const { seedSampleCompany } = await import('./local/sample-company.ts')
    await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
  }
  await app.start()
  endGracefully(app, local)
  greet(app, local)
}

async function startLocal(config: Config): Promise<LocalWorkspace> {
  // Loaded only here: in production the simulator is not even read.
  const { startLocalWorkspace } = await import('./local/local-workspace.ts')
  return startLocalWorkspace(config, config.port === 0 ? 0 : config.port + 1)
}

/** The first signal finishes what was begun; a second one does not wait. */
function endGracefully(app: Medallist, local: LocalWorkspace | undefined): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(130)
    ending = true
    await app.stop()
    await local?.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
}

function greet(app: Medallist, local: LocalWorkspace | undefined): void {
  if (local === undefined) {
    say(`Medallist is running in ${app.workspace.name}. Pages and health: ${app.url}`)
    return
  }
  const page = local.simulator.url
  say('Medallist is running with the sample company Fernhollow Energy. Nothing leaves this machine.')
  say('')
  say(`  Workspace  ${page}/?as=${'U0INES0001'}`)
  say(`  Mailbox    ${page}/?as=${'U0INES0001'}#mailbox`)
  say(`  Pages      ${app.url}`)
  say('')
  say('Three things to try:')
  say('  1. Be Tom: in #hiring-sre, open the menu of the message about Nadia and choose "Flag near-miss".')
  say('  2. Be Ines: accept the flag in #recruiting-triage, then type  /pool SRE London  and press Draft on somebody.')
  say(
    '  3. Open your messages with Medallist, press "Approve & send", and read the mail in the Mailbox ten seconds later.',
  )
  say('')
  say('Stop with Ctrl-C; what you did is kept.')
}

/** Our own errors say what to do; anything else is a bug and shows where it happened. */
function explain(error: unknown, config: Config): string {
  if (!(error instanceof Error)) return String(error)
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${config.port} or ${config.port + 1} is taken by another program. Stop it, or choose another: PORT=4000 npm start`
  }
  return /^\w+(InUse|Unreachable|Refused)Error$|^Migration/.test(error.name)
    ? error.message
    : (error.stack ?? error.message)
}
