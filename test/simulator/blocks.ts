// Blocks for tests: as small as Slack allows, with whatever a test wants on top.
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { SlackError } from '../../simulator/slack-error.ts'

export const x = (length: number) => 'x'.repeat(length)
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const section = (text = 'hello') => ({ type: 'section', text: mrkdwn(text) })
export const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more })
export const actions = (...elements: object[]) => ({ type: 'actions', elements })
export const option = (index: number, more: object = {}) => ({
  text: plain(`Option ${index}`),
  value: String(index),
  ...more,
})
export const select = (more: object = {}) => ({ type: 'static_select', options: [option(1)], ...more })
export const input = (element: object = { type: 'plain_text_input' }, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
export const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Go'),
  blocks,
  ...more,
})
export const home = (blocks: object[]) => ({ type: 'home', blocks })
export const cell = (text: string) => ({ type: 'raw_text', text })
export const rows = (down: number, across: number, text = 'a') => times(down, () => times(across, () => cell(text)))
export const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A picture' }
export const card = (more: object = {}) => ({ type: 'card', title: mrkdwn('Title'), ...more })
export const container = (children: object[], more: object = {}) => ({
  type: 'container',
  title: plain('Title'),
  child_blocks: children,
  ...more,
})
export const plot = (series: number, categories = 2) => {
  const labels = times(categories, String)
  return {
    type: 'data_visualization',
    title: 'Chart',
    chart: {
      type: 'bar',
      series: times(series, (s) => ({ name: `s${s}`, data: labels.map((label) => ({ label, value: 1 })) })),
      axis_config: { categories: labels },
    },
  }
}

export function refusal(check: () => void): { code: string; messages: readonly string[] } | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof SlackError) return { code: error.code, messages: error.messages }
    throw error
  }
}
export const inMessage = (...blocks: object[]) => refusal(() => checkMessageBlocks(blocks))
export const inView = (view: object) => refusal(() => checkView(view as Record<string, unknown>))
