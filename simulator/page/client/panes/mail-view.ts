import { useEffect, useId, useState } from 'preact/hooks'
import type { MailFull, MailSummary } from '../../../contract.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { useWorkspace } from '../store.ts'
import { useBusy } from '../surface.ts'
import { formatDate } from '../text/dates.ts'

type Tab = 'html' | 'text' | 'headers' | 'source'
const TABS: readonly (readonly [Tab, string])[] = [
  ['html', 'Message'],
  ['text', 'Plain text'],
  ['headers', 'Headers'],
  ['source', 'Source'],
]

/** One mail: as the candidate sees it, as text, with all its headers, as it went over the wire; and the candidate's answer. */
export function MailView({ summary, onBack }: { readonly summary: MailSummary; readonly onBack: () => void }) {
  const { view, notify } = useWorkspace()
  const [mail, setMail] = useState<MailFull>()
  const [chosen, setTab] = useState<Tab>()
  const id = useId()
  useEffect(() => {
    const load = async () => {
      const response = await fetch(`/page/api/mail/${encodeURIComponent(summary.id)}`)
      if (!response.ok) throw new Error(`The local workspace answered ${response.status}.`)
      setMail((await response.json()) as MailFull)
    }
    load().catch(() => notify('That mail could not be read.'))
  }, [summary.id])
  const tab = chosen ?? (mail && mail.html === '' ? 'text' : 'html')
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const next = TABS[(TABS.findIndex(([key]) => key === tab) + by + TABS.length) % TABS.length]?.[0]
    setTab(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return html`<article class="mail-view" aria-label=${summary.subject}>
    <header class="mail-head">
      <button type="button" class="icon-button mail-back" aria-label="Back to the list" onClick=${onBack}><${Icon} name="back" /></button>
      <h2>${summary.subject}</h2>
      <dl><dt>From</dt><dd>${summary.from}</dd><dt>To</dt><dd>${summary.to}</dd><dt>Sent</dt><dd>${formatDate(Date.parse(summary.at) / 1000, '{date_long} at {time}', view.me.tz)}</dd></dl>
    </header>
    <div class="tabs" role="tablist" aria-label="Ways to read this message" onKeyDown=${onKeyDown}>
      ${TABS.map(([key, words]) => html`<button key=${key} type="button" role="tab" id=${`${id}-${key}`} aria-selected=${tab === key} aria-controls=${`${id}-panel`} tabindex=${tab === key ? 0 : -1} onClick=${() => setTab(key)}>${words}</button>`)}
    </div>
    <div id=${`${id}-panel`} class="mail-panel" role="tabpanel" aria-labelledby=${`${id}-${tab}`}>
      ${mail ? html`<${MailBody} mail=${mail} tab=${tab} />` : html`<p class="empty" role="status">Opening…</p>`}
    </div>
    ${summary.direction === 'out' && html`<${ReplyBox} mail=${summary} />`}
  </article>`
}

function MailBody({ mail, tab }: { readonly mail: MailFull; readonly tab: Tab }) {
  if (tab === 'headers') {
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Headers"><table class="table headers"><tbody>${mail.headers.map(({ name, value }, index) => html`<tr key=${index}><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></div>`
  }
  if (tab === 'html' && mail.html !== '') {
    // A document of its own with a policy of its own: a `srcdoc` would inherit the page's, which forbids the inline styles that mails live by.
    return html`<iframe class="mail-frame" title=${`Message: ${mail.subject}`} src=${`/page/mail/${encodeURIComponent(mail.id)}`} sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`
  }
  if (tab === 'html') return html`<p class="empty">This message has no HTML part; see its plain text.</p>`
  return html`<pre class="mail-text" tabindex="0">${tab === 'text' ? mail.text : mail.source}</pre>`
}

function ReplyBox({ mail }: { readonly mail: MailSummary }) {
  const { act } = useWorkspace()
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const [busy, run] = useBusy()
  const id = useId()
  const send = () =>
    run(async () => {
      const result = await act({ kind: 'replyToMail', mailId: mail.id, text })
      if (!result.ok) return
      setText('')
      setSent(true)
    })
  return html`<form class="reply-box" onSubmit=${(event: Event) => {
    event.preventDefault()
    if (text.trim() !== '') void send()
  }}>
    <label for=${id}>Reply as candidate <span class="quiet">from ${mail.to}</span></label>
    <textarea id=${id} class="field" rows="3" value=${text} placeholder="Write what the candidate would answer" onInput=${(
      event: Event,
    ) => {
      setText((event.target as HTMLTextAreaElement).value)
      setSent(false)
    }}></textarea>
    <div class="reply-buttons"><button type="submit" class="button primary" aria-disabled=${text.trim() === ''} aria-busy=${busy}>Send reply</button><span role="status" class="quiet">${sent ? 'The reply is in the mailbox.' : ''}</span></div>
  </form>`
}
