import htm from 'htm'
import { type ComponentChildren, h, type VNode } from 'preact'

/** Markup as a tagged template: text and attributes only ever become text nodes and properties, never parsed HTML. */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => VNode = htm.bind(h) as never

export type Children = ComponentChildren

/** Joins the class names that hold. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
