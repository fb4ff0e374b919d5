import { escapeHtml } from '@kitajs/html'

/** Markup that was made here; whatever else enters a page goes through `html`, which escapes it. */
export type Markup = { readonly markup: string }
const isMarkup = (value: string | Markup): value is Markup => typeof value !== 'string'

/** Markup with words in it: every word is escaped, other markup is taken as it is. */
export const html = (literals: TemplateStringsArray, ...values: readonly (string | Markup)[]): Markup => ({
  markup: String.raw({ raw: literals }, ...values.map((value) => (isMarkup(value) ? value.markup : escapeHtml(value)))),
})

/** A whole page: one column, readable on a phone, nothing loaded from elsewhere, no script. */
export const renderPage = (title: string, content: Markup): string =>
  `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/assets/page.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`.markup
  }\n`

/** Contrast of text on background is at least 7 to 1, of the button 4.5 to 1, in both schemes; focus is always visible. */
export const STYLE = `
:root { color-scheme: light dark; --back: #ffffff; --text: #1d1c1d; --accent: #1f5c4d; --on-accent: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --back: #15191a; --text: #ececec; --accent: #7fd1b9; --on-accent: #0d1413; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; text-wrap: balance; }
p { margin: 0 0 1.25rem; overflow-wrap: anywhere; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: 0.6rem 1.5rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`
