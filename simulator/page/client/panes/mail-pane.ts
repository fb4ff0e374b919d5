import { useState } from 'preact/hooks'
import type { MailSummary } from '../../../contract.ts'
import { classes, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { useWorkspace } from '../store.ts'
import { formatDate } from '../text/dates.ts'
import { MailView } from './mail-view.ts'
import { PaneHead } from './pane-head.ts'

/** Everything that the app mailed, and what candidates answered. */
export function MailPane({ onRail }: { readonly onRail: () => void }) {
  const { view } = useWorkspace()
  const [chosen, setChosen] = useState<string>()
  const [narrowOpen, setNarrowOpen] = useState(false)
  const mails = view.mail.toSorted((a, b) => b.at.localeCompare(a.at))
  const current = mails.find(({ id }) => id === chosen) ?? mails[0]
  return html`<div class="pane">
    <${PaneHead} icon=${html`<${Icon} name="mail" />`} title="Mailbox" topic="What the app sends stays on this machine. Nothing reaches a candidate." onRail=${onRail} />
    ${
      mails.length === 0
        ? html`<div class="empty"><${Icon} name="mail" size=${40} /><p><strong>No mail yet</strong></p><p>Messages that the app sends to candidates will be here.</p></div>`
        : html`<div class=${classes('mail', narrowOpen && 'mail-open')}>
            <ul class="mail-list" aria-label="Messages">
              ${mails.map(
                (mail) =>
                  html`<${MailLine} key=${mail.id} mail=${mail} current=${mail.id === current?.id} onPick=${() => {
                    setChosen(mail.id)
                    setNarrowOpen(true)
                  }} />`,
              )}
            </ul>
            ${current && html`<${MailView} key=${current.id} summary=${current} onBack=${() => setNarrowOpen(false)} />`}
          </div>`
    }
  </div>`
}

function MailLine({
  mail,
  current,
  onPick,
}: {
  readonly mail: MailSummary
  readonly current: boolean
  readonly onPick: () => void
}) {
  const { view } = useWorkspace()
  const reply = mail.direction === 'reply'
  return html`<li><button type="button" class=${classes('mail-line', current && 'current')} aria-current=${current ? 'true' : undefined} onClick=${onPick}>
    <span class="mail-line-head"><strong>${reply ? shortName(mail.from) : `To ${shortName(mail.to)}`}</strong><span class="quiet">${formatDate(Date.parse(mail.at) / 1000, '{date_short_pretty}, {time}', view.me.tz)}</span></span>
    <span class="mail-line-subject">${reply && html`<span class="tag">Reply</span> `}${mail.subject}</span>
  </button></li>`
}

function shortName(address: string): string {
  return /^"?([^"<]+?)"?\s*</.exec(address)?.[1] ?? address
}
