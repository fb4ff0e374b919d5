/** `npm start`: reads the configuration, starts what it asks for, says where to look, and ends without losing anything. */
import { keepCompiled } from './adapters/system/compile-cache.ts'
import { makeLog } from './adapters/system/log.ts'
import { probePort } from './adapters/system/probe-port.ts'
import type { Medallist } from './app.ts'
import { type Config, readConfig } from './config.ts'
import type { LocalWorkspace } from './local/local-workspace.ts'
import { inWords } from './start-problems.ts'

const writeCompiled = keepCompiled()
const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

/** What was opened, to be closed in the opposite order; the last is what the others depend on least. */
const opened: (() => Promise<void>)[] = []
const closeAll = async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close()
}

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
  complain(inWords(error, read.config))
  await closeAll().catch((later: unknown) => complain(inWords(later, read.config)))
  process.exit(1)
}

async function run(config: Config): Promise<void> {
  const log = makeLog(config.logLevel)
  for (const variable of config.notYet)
    log.warn({ variable }, 'this variable is not used yet: docs/running.md says what is')
  if (config.slack.mode === 'local')
    say('Starting Medallist. The first time takes some seconds: it makes a database and a sample company.')
  const local = config.slack.mode === 'local' ? await startLocal(config) : undefined
  if (local !== undefined) {
    opened.push(() => local.close())
    say(`You can open ${local.addresses.ines} already; Medallist joins in a moment.`)
  }
  // It will be listened to last; who has to choose another should hear so at once.
  await probePort(config.port, config.production ? '0.0.0.0' : '127.0.0.1')
  // Loaded only now, so that the first line and every complaint above appear at once.
  const { buildApp } = await import('./app.ts')
  const app = await buildApp({
    config: local?.config ?? config,
    log,
    onFatal: (error) => {
      log.error({ err: error }, 'the database has died')
      process.exit(1)
    },
  })
  opened.push(() => app.stop())
  if (local !== undefined) {
    const { seedSampleCompany } = await import('./local/sample-company.ts')
    await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
  }
  await app.start()
  local?.bringReplies(app.url, (error) => log.warn({ err: error }, 'an answer in the mailbox was not taken in yet'))
  endGracefully(config)
  greet(app, local, config)
  writeCompiled()
}

async function startLocal(config: Config): Promise<LocalWorkspace> {
  // Loaded only here: in production the simulator is not even read.
  const { pagePort, startLocalWorkspace } = await import('./local/local-workspace.ts')
  return startLocalWorkspace(config, pagePort(config.port))
}

/** The first signal finishes what was begun; a second one does not wait. */
function endGracefully(config: Config): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(130)
    ending = true
    try {
      await closeAll()
      process.exit(0)
    } catch (error) {
      complain(inWords(error, config))
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
}

function greet(app: Medallist, local: LocalWorkspace | undefined, config: Config): void {
  if (local === undefined) {
    const { slack, publicUrl = app.url } = config
    const where = slack.mode === 'local' || slack.botToken === undefined ? '' : ` in ${app.workspace.name}`
    say(`Medallist is running${where}. Pages and health: ${app.url}`)
    if (slack.mode === 'http' && slack.oauth !== undefined) say(`Workspaces install it at ${publicUrl}/slack/install`)
    if (config.smtpUrl === undefined) say('Without SMTP_URL nothing is sent: drafts are for copying.')
    return
  }
  const { ines, tom, mailbox } = local.addresses
  say('Medallist is running with the sample company Fernhollow Energy. Nothing leaves this machine.')
  say('')
  say(`  Workspace  ${ines}`)
  say(`  Mailbox    ${mailbox}`)
  say(`  Pages      ${app.url}`)
  say('')
  say('Three things to try:')
  say('  1. Be Tom: in #hiring-sre, open the menu of the message about Nadia and choose "Flag near-miss".')
  say(`     ${tom}`)
  say('  2. Be Ines: accept the flag in #recruiting-triage, then type  /pool SRE Lisbon  and press Draft on Ana Souza.')
  say(
    '  3. Open your messages with Medallist, press "Approve & send", and read the mail in the Mailbox ten seconds later.',
  )
  say('')
  say('Stop with Ctrl-C; what you did is kept.')
}
