import type { App, Receiver, ReceiverEvent } from '@slack/bolt'

/** An event of the Events API as Slack wraps it. */
export type EventEnvelope = {
  readonly event_id: string
  readonly team_id: string
  readonly event: { readonly type: string }
}

const isEvent = (body: Record<string, unknown>): body is EventEnvelope & Record<string, unknown> =>
  body.type === 'event_callback'

/**
 * Bolt acknowledges events before any listener runs, so what it acknowledged could be lost with the process. Here an event is first
 * kept as a row, then acknowledged, and the worker gives it to the listeners. A failure to keep leaves it unacknowledged: Slack tries again.
 */
export function keepEventsFirst(receiver: Receiver, keep: (envelope: EventEnvelope) => Promise<void>): Receiver {
  return {
    init(app) {
      const processEvent = async (event: ReceiverEvent) => {
        if (!isEvent(event.body)) return app.processEvent(event)
        await keep(event.body)
        await event.ack()
      }
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }) as App)
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  }
}
