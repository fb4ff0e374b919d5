import { installing, notInstalled, type WhyNotInstalled } from '../../domain/shared/words/install.ts'
import { html, renderPage } from './page.ts'

/** `address` is Slack's page of consent. */
export const installPage = (address: string): string =>
  renderPage(
    installing.title,
    html`<p>${installing.text}</p>
<p><a class="button" href="${address}">${installing.button}</a></p>`,
  )

/** `address` opens the app in Slack. */
export const installedPage = (workspace: string, address: string): string =>
  renderPage(
    installing.doneTitle(workspace),
    html`<p role="status">${installing.doneText}</p>
<p><a class="button" href="${address}">${installing.open}</a></p>`,
  )

export const notInstalledPage = (why: WhyNotInstalled): string =>
  renderPage(
    notInstalled[why].title,
    html`<p role="alert">${notInstalled[why].text}</p>
<p><a class="button" href="/slack/install">${installing.again}</a></p>`,
  )
