import { pages } from '../../domain/shared/words/mail.ts'
import { html, renderPage } from './page.ts'

/** Asks; the press posts to the very address of the page. */
export const askPage = (company: string): string =>
  renderPage(
    pages.askTitle(company),
    html`<p>${pages.askText(company)}</p>
<form method="post"><button type="submit">${pages.askButton}</button></form>`,
  )

export const donePage = (company: string): string =>
  renderPage(pages.doneTitle, html`<p role="status">${pages.doneText(company)}</p>`)

export const unknownPage = (): string => renderPage(pages.unknownTitle, html`<p>${pages.unknownText}</p>`)
export const busyPage = (): string => renderPage(pages.busyTitle, html`<p>${pages.busyText}</p>`)
export const faultPage = (): string => renderPage(pages.faultTitle, html`<p>${pages.faultText}</p>`)
