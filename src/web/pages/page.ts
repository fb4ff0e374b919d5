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
button, .button { font: inherit; font-weight: 600; min-height: 3rem; padding: 0.6rem 1.5rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--on-accent); cursor: pointer; }
.button { display: inline-block; text-decoration: none; }
button.quiet { background: transparent; color: var(--text); border: 2px solid var(--text); }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 1rem; }
fieldset { margin: 0 0 1.25rem; padding: 1rem 1.25rem; border: 1px solid var(--text); border-radius: 0.5rem; }
legend { font-weight: 600; padding: 0 0.4rem; }
.choice { margin: 0.25rem 0; min-height: 2.5rem; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; }
.answers { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.problem { border-left: 0.35rem solid var(--accent); padding: 0.5rem 0 0.5rem 1rem; font-weight: 600; }
input[type=radio] { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent); }
input[type=date] { font: inherit; min-height: 2.75rem; padding: 0.25rem 0.75rem; color: var(--text); background: var(--back); border: 1px solid var(--text); border-radius: 0.35rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`
