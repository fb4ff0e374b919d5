import { parseMrkdwn } from '../text/mrkdwn.ts'
import { plainText, type TextBlock } from '../text/nodes.ts'

/** The words of a text object without marks, cut short, to name a control that stands beside them. */
export function wordsOf(text: { readonly text: string } | undefined, most = 60): string {
  const words = parseMrkdwn(text?.text ?? '')
    .map(blockWords)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
}

function blockWords(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children)
    case 'pre':
      return block.text
    case 'quote':
      return block.blocks.map(blockWords).join(' ')
    case 'list':
      return block.items.flat().map(blockWords).join(' ')
    case 'table':
    case 'rule':
      return ''
    default:
      return block satisfies never
  }
}
