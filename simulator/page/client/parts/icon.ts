import { html } from '../html.ts'

/** Line drawings on a 20-unit grid. They carry no meaning of their own: whoever uses one names the control. */
const PATHS = {
  hash: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13.5M3 12.5h13.5',
  lock: 'M5.5 9V6.5a4.5 4.5 0 0 1 9 0V9M4.5 9h11a1 1 0 0 1 1 1v6.500a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Z',
  smile:
    'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM7 8v.5M13 8v.5M6.500 11.500c.8 1.500 2 2.250 3.500 2.250s2.700-.75 3.500-2.250',
  reply:
    'M3 5.500a1.500 1.500 0 0 1 1.500-1.500h11A1.500 1.500 0 0 1 17 5.500v7a1.500 1.500 0 0 1-1.500 1.500H9l-4 3v-3h-.5A1.500 1.500 0 0 1 3 12.500v-7ZM6.500 7.500h7M6.500 10.500h4',
  more: 'M10 4.500v.01M10 10v.01M10 15.500v.01',
  moreAcross: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  close: 'M4.500 4.500l11 11M15.500 4.500l-11 11',
  back: 'M12.500 4 6.500 10l6 6',
  down: 'M5 7.500 10 12.500l5-5',
  right: 'M7.500 5 12.500 10l-5 5',
  left: 'M12.500 5 7.500 10l5 5',
  bolt: 'M11 2.500 4.500 11.500H9L8.500 17.500 15.500 8.500H11L11 2.500Z',
  send: 'M3 3.500 17.500 10 3 16.500 5 10 3 3.500ZM5 10h6',
  mail: 'M3 5h14v10.500H3V5ZM3 5.500l7 5.500 7-5.500',
  home: 'M3 9.500 10 3l7 6.500M5 8v9h3.500v-5h3v5H15V8',
  eye: 'M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10ZM10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  check: 'M4 10.500 8 14.500l8-9',
  link: 'M8.500 11.500a3 3 0 0 0 4.500.3l2.500-2.500a3.100 3.100 0 0 0-4.400-4.400l-1.400 1.400M11.500 8.500a3 3 0 0 0-4.500-.3L4.500 10.700a3.100 3.100 0 0 0 4.400 4.400l1.400-1.400',
  up: 'M10 16V4M5 9l5-5 5 5',
  thumbUp:
    'M3 9h3v8H3V9ZM6 9.500 9.500 3c1.500 0 2.200 1 2 2.500L11 8.500h4.500c1 0 1.700.9 1.500 1.900l-1 5.200c-.2.800-.8 1.400-1.700 1.400H6',
  thumbDown:
    'M3 11h3V3H3v8ZM6 10.500 9.500 17c1.500 0 2.200-1 2-2.500L11 11.500h4.500c1 0 1.700-.9 1.500-1.900l-1-5.200c-.2-.8-.8-1.400-1.700-1.400H6',
  trash: 'M4 5.500h12M8 5V3h4v2M5.500 5.500 6.500 17h7l1-11.500M8.500 8.500v5.500M11.500 8.500v5.500',
  play: 'M7 5v10l8-5-8-5Z',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 9v5M10 6.250v.01',
  warning: 'M10 3 18 16.500H2L10 3ZM10 8v4M10 14.250v.01',
  clip: 'M14.5 8.5 9 14a2.5 2.5 0 0 1-3.5-3.5l6.500-6.500a3.500 3.500 0 0 1 5 5L10.500 15.500',
  image: 'M3 4h14v12H3V4ZM3 14l4-4 3 3 3.500-4L17 13M7 7.500v.01',
} as const

export type IconName = keyof typeof PATHS

/** Decoration: hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return html`<svg class=${name.startsWith('more') ? 'icon icon-dots' : 'icon'} width=${size} height=${size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} />
  </svg>`
}
