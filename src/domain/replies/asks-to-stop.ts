/** Whether somebody seems to ask not to be written to again. It only ticks a box that a person reads. */
export const asksToStop = (text: string): boolean =>
  /\b(?:unsubscribe|remove me|take me off|stop (?:e-?mailing|writing|contacting|messaging)|do(?:n['’]?t| not) (?:e-?mail|write|contact|message)|no (?:more|further) (?:e-?mails?|messages?|contact)|delete my (?:data|details|information)|leave me alone)\b/i.test(
    text.slice(0, 8_000),
  )
