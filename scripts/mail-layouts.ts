/**
 * Compiles the mail layouts: `node scripts/mail-layouts.ts`. It is done here and not in the running app because loading MJML holds the
 * event loop for 0.8 s (Slack wants its acknowledgement within 3), and so that no text of a mail ever passes through a template parser.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mjml2html from 'mjml'

const LAYOUTS = join(import.meta.dirname, '../src/adapters/mail/layout')

export type CompiledLayout = { readonly path: string; readonly html: string }

/** Every layout as it should stand beside its source, as a skeleton with %%SLOTS%%; throws where MJML finds fault with one. */
export async function compileLayouts(): Promise<readonly CompiledLayout[]> {
  const sources = readdirSync(LAYOUTS).filter((name) => name.endsWith('.mjml'))
  return Promise.all(
    sources.map(async (name) => {
      const source = readFileSync(join(LAYOUTS, name), 'utf8')
      // No web fonts: a mail must not tell a third party that it was opened.
      const { html, errors } = await mjml2html(source, { fonts: {}, keepComments: false, validationLevel: 'strict' })
      if (errors.length > 0) throw new Error(`${name}: ${errors.map((error) => error.formattedMessage).join('; ')}`)
      const tidy = html
        .replace(/[ \t]+$/gm, '')
        .replace(/\n{2,}/g, '\n')
        .trim()
      return { path: join(LAYOUTS, name.replace(/\.mjml$/, '.skeleton')), html: `${tidy}\n` }
    }),
  )
}

if (import.meta.main) for (const { path, html } of await compileLayouts()) writeFileSync(path, html)
