import { describe, expect, it } from 'vitest'
import { encodingTeller } from '../../../src/adapters/files/text-encoding.ts'

/** The bytes of a text in an encoding of one byte a letter. */
function written(text: string, encoding: string): Buffer {
  const letters = Array.from(new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)))
  return Buffer.from(Array.from(text, (letter) => letters.indexOf(letter)))
}
const fileOf = (people: readonly string[]) =>
  `Name,Email,Company,Role\n${people.map((name, at) => `${name},p${at}@example.com,Fernhollow,Engineer`).join('\n')}`
function told(pieces: readonly Buffer[], isMarked = false) {
  const teller = encodingTeller()
  for (const piece of pieces) teller.hear(piece)
  return teller.tell(isMarked)
}

const SPANISH = ['José Peña', 'María García', 'Íñigo Núñez', 'Ángel Muñoz']
const GERMAN = ['Jürgen Müller', 'Käthe Weiß', 'Björn Schäfer']
const POLISH = ['Łukasz Wiśniewski', 'Świętosława Świerczyńska', 'Żaneta Dąbrowska']

describe('how a file of names is written', () => {
  it.each([
    ['windows-1252', SPANISH],
    ['windows-1252', GERMAN],
    ['windows-1252', ['João Conceição', 'Inês Magalhães']],
    ['windows-1252', ['Bjørn Ødegård', 'Kåre Sæther']],
    ['windows-1252', ['Päivi Hämäläinen', 'Väinö Mäkelä']],
    ['windows-1252', ['Mateja Žagar', 'Zoë Müller']],
    ['windows-1252', ['Ann O’Brien', 'Dan “Big” Ray – ok', 'Eve, Acme™']],
    ['windows-1252', ['JOÃO GONÇALVES', 'JOSÉ MUÑOZ']],
    ['macintosh', SPANISH],
    ['macintosh', GERMAN],
    ['macintosh', ['Åsa Öberg', 'Björn Ångström', 'Märta Sjöström']],
    ['macintosh', ['François Lefèvre', 'Chloé Bérénice']],
    ['macintosh', ['Ann O’Brien', 'it’s Bob']],
    ['windows-1250', POLISH],
    ['windows-1250', ['Michał Nowak', 'Paweł Kot']],
    ['windows-1250', ['Jiří Dvořák', 'Tomáš Černý', 'Žaneta Šťastná']],
    ['iso-8859-2', ['Jiří Dvořák', 'Tomáš Černý', 'Žaneta Šťastná']],
    ['iso-8859-2', ['Gábor Szűcs', 'Ilona Kovács', 'Zoltán Tóth', 'Erzsébet Győri', 'István Nagy']],
    ['windows-1251', ['Иван Петров', 'Мария Сидорова']],
    ['koi8-r', ['Иван Петров', 'Мария Сидорова', 'Алексей Кузнецов']],
    ['windows-1253', ['Γιώργος Παπαδόπουλος', 'Μαρία Νικολάου', 'Ελένη Γεωργίου']],
    ['windows-1254', ['Çağlar Şahin', 'Gülşah Yıldız', 'Uğur Doğan']],
  ] as const)('is found to be %s: %j', (encoding, people) => {
    const bytes = written(fileOf(people), encoding)
    const { encoding: found, unreadable } = told([bytes])
    expect(new TextDecoder(found).decode(bytes)).toBe(fileOf(people))
    expect(unreadable).toBe(0)
  })

  it('is UTF-8 also where a letter is cut between two pieces', () => {
    const bytes = Buffer.from(fileOf(SPANISH))
    const at = bytes.indexOf(0xc3) + 1
    expect(told([bytes.subarray(0, at), bytes.subarray(at)])).toEqual({ encoding: 'utf-8', unreadable: 0 })
  })

  it('is still UTF-8 where a few characters are damaged, and says how many', () => {
    const damaged = Buffer.concat([Buffer.from(fileOf([...SPANISH, ...GERMAN])), Buffer.from([0xe9])])
    expect(told([damaged])).toEqual({ encoding: 'utf-8', unreadable: 1 })
  })

  it('is what its mark says, however damaged', () => {
    const bytes = written(fileOf(GERMAN), 'windows-1252')
    expect(told([bytes], true).encoding).toBe('utf-8')
    expect(told([bytes]).encoding).toBe('windows-1252')
  })
})
