/** What a mail server reports on a message of ours (RFC 3464): not every report says that it came back. */

export type DeliveryReport = {
  /** For somebody it is over; otherwise it is late, passed on or delivered. */
  readonly failed: boolean
  /** Addresses that do not exist, as they were written to and as they were resolved. */
  readonly dead: readonly string[]
}

/** RFC 3463: no such mailbox or domain, bad syntax, moved away. A full mailbox, a size or a policy (5.2.2, 5.3.4, 5.7.1) is no dead address. */
const NO_SUCH_ADDRESS = /^5\.1\.(?:1|2|3|6|10)(?!\d)/
const NOT_OVER: ReadonlySet<string> = new Set(['delayed', 'delivered', 'relayed', 'expanded'])

/** The part of the report that is for machines; `undefined` where it says nothing of any recipient. */
export function readDeliveryReport(text: string): DeliveryReport | undefined {
  const recipients = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has('action'))
  if (recipients.length === 0) return undefined
  const over = recipients.filter((fields) => !NOT_OVER.has(fields.get('action') ?? ''))
  const dead = over
    .filter((fields) => NO_SUCH_ADDRESS.test(fields.get('status') ?? ''))
    .flatMap((fields) => [fields.get('final-recipient'), fields.get('original-recipient')])
    .flatMap((said) => /^rfc822\s*;\s*<?([^<>\s]+@[^<>\s]+)>?$/.exec(said ?? '')?.[1] ?? [])
  return { failed: over.length > 0, dead: [...new Set(dead)] }
}

/** In lower case, with the comments (in brackets) left out. */
const fieldsOf = (group: string): ReadonlyMap<string, string> =>
  new Map(
    group.split('\n').flatMap((line) => {
      const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined
        ? []
        : [
            [
              name.toLowerCase(),
              value
                .replace(/\([^)]*\)/g, '')
                .trim()
                .toLowerCase(),
            ] as const,
          ]
    }),
  )
