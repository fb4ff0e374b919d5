import type { FastifyReply } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Fault } from '../faults.ts'

/** Answers a call as a good day would, or as `fault` has it. `perform` gives the call its effect and puts the right answer into the reply. */
export async function answer(
  reply: FastifyReply,
  clock: Clock,
  fault: Fault | undefined,
  perform: () => object | string,
): Promise<FastifyReply> {
  if (!fault) return reply.send(perform())
  const done = fault.when === 'after' ? perform() : undefined
  const { delayMs = 0 } = fault
  if (delayMs > 0) await new Promise<void>((resolve) => clock.after(delayMs, resolve))
  if (fault.answer === 'as usual') return reply.send(done ?? perform())
  if (fault.answer === undefined || fault.answer === 'never') {
    reply.hijack()
    if (fault.answer === undefined) reply.raw.socket?.destroy()
    return reply
  }
  const { status, headers = {}, body = {} } = fault.answer
  return reply.code(status).headers(headers).send(body)
}
