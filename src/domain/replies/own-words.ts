/** What somebody wrote in a reply, without the messages that it quotes. */

/** "On Mon, 2 March 2026, Ines <…> wrote:" as mail programs say it in the languages of our candidates: how it begins, and how it ends. */
const ATTRIBUTIONS = [
  ['On', 'wrote'],
  ['Le', 'a\\sécrit'],
  ['Am', 'schrieb[^\\n]{0,120}'],
  ['(?:Em|A)', 'escreveu'],
  ['El', 'escribió'],
  ['Il', 'ha\\sscritto'],
  ['Op', 'schreef[^\\n]{0,120}'],
].map(([begins, ends]) => `${begins}\\s[^\\n]{4,200}(?:\\n[^\\n]{0,200})?\\s${ends}`)
/** It may be broken into two lines. */
const ATTRIBUTION = new RegExp(`^[ \\t]*(?:${ATTRIBUTIONS.join('|')})[ \\u00a0]?:[ \\t]*$`, 'im')
/** How Outlook begins what it quotes. */
const ORIGINAL =
  /^[ \t]*(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensagem original|Mensaje original|Forwarded message)\s*-{2,}|_{10,})[ \t]*$|^[ \t]*\*?(?:From|Von|De|Da|Van):\*?[ \t][^\n]+\n[ \t]*\*?(?:Sent|Date|Gesendet|Envoyé|Enviado|Enviada em|Inviato|Verzonden):\*?[ \t]/im
/** RFC 3676: what stands behind it is a signature. */
const SIGNATURE = /^-- ?$/m

const tidy = (text: string): string =>
  text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/**
 * Cuts where the quotation begins; where somebody answered below it, takes what is not quoted. `footer` is how our own letters end: whoever
 * quotes without marks is cut there. A reply of nothing but quotations comes back whole, so that nobody misses what it says.
 */
export function ownWords(message: string, footer: readonly string[] = []): string {
  const text = message.replace(/\r\n?/g, '\n')
  const cuts = [ATTRIBUTION, ORIGINAL].flatMap((mark) => mark.exec(text)?.index ?? [])
  const above = unquoted(text.slice(0, Math.min(text.length, ...cuts)), footer)
  if (above !== '') return above
  const below = unquoted(text.replace(ATTRIBUTION, ''), footer)
  return below === '' ? tidy(text) : below
}

function unquoted(text: string, footer: readonly string[]): string {
  const lines = text
    .split('\n')
    .filter((line) => !/^[ \t]*>/.test(line))
    .join('\n')
  const ends = footer.map((line) => lines.indexOf(line)).filter((at) => at >= 0)
  const kept = lines.slice(0, Math.min(lines.length, ...ends))
  const signature = SIGNATURE.exec(kept)
  const body = signature === null ? kept : kept.slice(0, signature.index)
  return tidy(body) === '' ? tidy(kept) : tidy(body)
}
