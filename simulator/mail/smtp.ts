import { SMTPServer } from 'smtp-server'

/** Who sends to whom, as the conversation said and not as the message does. */
export type Envelope = { readonly from: string; readonly to: readonly string[] }
/** Moments of an SMTP conversation at which a test may want to pull the plug. */
export type Stage = 'connect' | 'mail' | 'rcpt' | 'data' | 'before250' | 'after250'
/** An SMTP reply, such as 451 "try later". */
export type Answer = { readonly code: number; readonly message: string }

export type SmtpOptions = {
  readonly host: string
  readonly port: number
  readonly maxBytes: number
  /** Awaited at each stage; while it waits, so does the client. */
  readonly onStage?: ((stage: Stage, envelope: Envelope) => Promise<void> | void) | undefined
  /** What to say instead of accepting this sender (`mail`), this recipient (`rcpt`) or a message to this recipient (`data`). */
  readonly answer?: ((stage: 'mail' | 'rcpt' | 'data', address: string) => Answer | undefined) | undefined
  /** Must not resolve before the message is safe: the 250 follows. */
  readonly accept: (envelope: Envelope, source: Buffer) => Promise<void>
}

export type Smtp = { readonly port: number; close(): Promise<void> }

/** A real SMTP conversation on the loopback, without passwords and without TLS. */
export async function startSmtp(options: SmtpOptions): Promise<Smtp> {
  const stage = async (name: Stage, envelope: Envelope) => options.onStage?.(name, envelope)
  const refusal = (name: 'mail' | 'rcpt' | 'data', address: string) => {
    const answer = options.answer?.(name, address)
    return answer ? Object.assign(new Error(answer.message), { responseCode: answer.code }) : undefined
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: options.maxBytes,
    logger: false,
    closeTimeout: 200,
    onConnect(session, callback) {
      settle(stage('connect', envelopeOf(session)), callback)
    },
    onMailFrom(address, session, callback) {
      const envelope = { ...envelopeOf(session), from: address.address }
      settle(stage('mail', envelope), callback, () => refusal('mail', address.address))
    },
    onRcptTo(address, session, callback) {
      const so = envelopeOf(session)
      const envelope = { ...so, to: [...so.to, address.address] }
      settle(stage('rcpt', envelope), callback, () => refusal('rcpt', address.address))
    },
    onData(stream, session, answered) {
      const envelope = envelopeOf(session)
      const receive = async () => {
        const arriving = collect(stream)
        // Handled even when a stage throws first, so that a client that vanished cannot end the process.
        arriving.catch(() => undefined)
        await stage('data', envelope)
        const source = await arriving
        if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 })
        const refused = envelope.to.map((address) => refusal('data', address)).find((answer) => answer !== undefined)
        if (refused) throw refused
        await options.accept(envelope, source)
        await stage('before250', envelope)
      }
      void receive()
        .then(() => undefined, asError)
        .then((failed) => {
          answered(failed, 'OK: kept in the local mailbox')
          if (!failed) setImmediate(() => void stage('after250', envelope).catch(() => undefined))
        })
    },
  })
  // A client that breaks off is normal here; without a listener it would end the process.
  server.on('error', () => undefined)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Session = {
  readonly envelope: {
    readonly mailFrom: false | { readonly address: string }
    readonly rcptTo: readonly { readonly address: string }[]
  }
}

function envelopeOf(session: Session): Envelope {
  const { mailFrom, rcptTo } = session.envelope
  return { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) }
}

function settle(
  work: Promise<void>,
  answered: (error?: Error | null) => void,
  refused?: () => Error | undefined,
): void {
  void work.then(() => refused?.(), asError).then((failed) => answered(failed ?? null))
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
