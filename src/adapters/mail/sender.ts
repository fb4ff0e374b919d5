import parseAddresses from 'nodemailer/lib/addressparser'

/** The address in `MAIL_FROM`; `undefined` where it holds none that a mail server would take, or several. */
export function senderIn(from: string): string | undefined {
  const [first, ...others] = parseAddresses(from, { flatten: true })
  return first !== undefined && others.length === 0 && /^[^\s<>@]+@[^\s<>@]+$/.test(first.address)
    ? first.address
    : undefined
}

/** The same where the configuration has looked already. */
export function senderOf(from: string): string {
  const sender = senderIn(from)
  if (sender === undefined) throw new Error('MAIL_FROM must hold one address')
  return sender
}
