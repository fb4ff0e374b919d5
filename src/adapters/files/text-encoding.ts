/** How the text of a file is written where it says so nowhere: UTF-8 shows by itself, of the old one-byte ways the words tell. */
import { analyse } from 'chardet'

/** As `TextDecoder` calls them. */
export type Encoding = string

/** Text with so many signs for each that cannot be read is UTF-8 that was damaged, and no other. */
const SOUND = 4
const UNREADABLE = /\uFFFD/g
const FOREIGN = /[^\p{ASCII}\uFFFD]/gu

/** Hears a file piece by piece, in constant memory, and says then how it is written. */
export function encodingTeller() {
  const utf8 = new TextDecoder('utf-8')
  const words: Buffer[] = []
  let [length, broken, sound] = [0, 0, 0]
  const count = (text: string) => {
    broken += text.match(UNREADABLE)?.length ?? 0
    sound += text.match(FOREIGN)?.length ?? 0
  }
  return {
    hear(piece: Buffer): void {
      count(utf8.decode(piece, { stream: true }))
      if (broken === 0 || length >= MOST_HEARD) return
      const heard = Buffer.from((piece.toString('latin1').match(FOREIGN_WORDS) ?? []).join(' '), 'latin1')
      words.push(heard)
      length += heard.length
    },
    /** `isMarked`: it begins with the mark of UTF-8. */
    tell(isMarked: boolean): { readonly encoding: Encoding; readonly unreadable: number } {
      count(utf8.decode())
      if (isMarked || broken === 0 || sound >= SOUND * broken) return { encoding: 'utf-8', unreadable: broken }
      return { encoding: oneByteEncoding(Buffer.concat(words).subarray(0, MOST_HEARD)), unreadable: 0 }
    },
  }
}

const MOST_HEARD = 65_536
/** The others would drown them: addresses and headings are ASCII in every file. */
const FOREIGN_WORDS = /[A-Za-z\x80-\xff’]*[\x80-\xff][A-Za-z\x80-\xff]*/g

/** Read as Western Windows these are capitals or signs amid small letters: "JosŽ", "Pe–a", "itÕs", "Micha³". */
const EVIDENCE = {
  macintosh:
    /(?<=[A-Za-z])[\x8a\x8c\x8e](?=[a-z])|(?<=[a-z])(?:[\x87\x88\x8a-\x8f\x90\x9f\xc0-\xde]|[\x96\x97](?=[a-z]))|(?<=\b[A-Z])\xd5(?=[A-Z][a-z])|\x81/g,
  central: /(?<=[A-Za-z\x80-\xff])[\xb3\xb9\xbe\xbf\x9d]|[\xa3\xa5\xaf\xbc](?=[a-z])/g,
  /** Letters of ISO 8859-2 where Windows has them elsewhere. */
  iso: /(?<=[A-Za-z\x80-\xff])[\xa9\xae\xb6\xbb]|[\xa6\xa9\xac\xae](?=[a-z\x80-\xff])/g,
  western: /(?<=[A-Za-z])[\xdf-\xff]|(?<![a-z])[\xc0-\xde](?=[a-z\xdf-\xff])/g,
} as const

/** What the detector tells apart only by letters that no name has is taken for the way of Windows. */
const AS_WINDOWS: Readonly<Record<string, Encoding>> = {
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'ISO-8859-2': 'iso-8859-2',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'KOI8-R': 'koi8-r',
}
const WESTERN = ['windows-1252', 'ISO-8859-1']
/** Below it the detector only guesses, and Western Europe is the better guess. */
const SURE = 20
const AHEAD = 5

function oneByteEncoding(words: Buffer): Encoding {
  const text = words.toString('latin1')
  const count = (evidence: keyof typeof EVIDENCE) => text.match(EVIDENCE[evidence])?.length ?? 0
  if (count('macintosh') > 0 && count('macintosh') >= count('western')) return 'macintosh'
  const matches = analyse(words)
  const western = Math.max(0, ...matches.filter(({ name }) => WESTERN.includes(name)).map((one) => one.confidence))
  const [best] = matches.filter(({ name, confidence }) => name in AS_WINDOWS && confidence >= SURE)
  if (best !== undefined && best.confidence >= western + AHEAD) return AS_WINDOWS[best.name] ?? 'windows-1252'
  if (count('central') === 0) return 'windows-1252'
  return count('iso') > 0 ? 'iso-8859-2' : 'windows-1250'
}
