/** What formatted text is made of once parsed: plain data, so that drawing it can never inject markup. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'user' | 'channel' | 'usergroup'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date'
      readonly seconds: number
      readonly format: string
      readonly url: string
      readonly fallback: string
    }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'break' }

/** What stands on lines of its own. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly TextBlock[])[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly kind: 'rule' }

const SAFE_LINK = /^(https?:\/\/|mailto:|tel:)[^\s]/i

/** The address when it is one that a click may follow; a `javascript:` or `data:` address is none. */
export function safeUrl(url: string | undefined): string | undefined {
  const trimmed = url?.trim() ?? ''
  return SAFE_LINK.test(trimmed) ? trimmed : undefined
}

/** The text without its marks, for labels that only a screen reader reads. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
        case 'code':
          return node.text
        case 'bold':
        case 'italic':
        case 'strike':
        case 'link':
          return plainText(node.children)
        case 'date':
          return node.fallback
        case 'user':
        case 'channel':
        case 'usergroup':
          return node.label
        case 'broadcast':
          return `@${node.range}`
        case 'emoji':
          return ''
        case 'break':
          return ' '
        default:
          return node satisfies never
      }
    })
    .join('')
}
