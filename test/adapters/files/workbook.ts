import { strToU8, zipSync } from 'fflate'

/** The smallest workbook with a name, an address and a day, 15 March 2023. */
export const WORKBOOK = Buffer.from(
  [
    'UEsDBBQAAAAIAPhNdl3z7B/t7QAAAIUCAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbK1SvU7DMBB+lcgrqi9lYEBJOhRWYOAFDufSWPGffG5J3x7HLQyoKgydTvb3e5abzWxNdaDI2rtW',
    'rGUtNl3zfgzEVUYct2JMKTwCsBrJIksfyGVk8NFiyse4g4Bqwh3BfV0/gPIukUurtHiIrnmiAfcmVc9zvj6lZLmotifeEtUKDMFohSnDsKBwURfJ8BXhwfW/2q3OzWRWFg6POvDdOeE1',
    'rx11T9UbxvSCNtvBbODTx+nD+0ler3khzQ+DVtR7tbdZIjlEwp5HomSNLFNa1O4f+YXMUMb6xkV+/P/oweloiG/9CsX0OxnKR+u+AFBLAwQUAAAACAD4TXZddD4PKpQAAAADAQAACwAA',
    'AF9yZWxzLy5yZWxzjc89DsIwDAXgq0Q+QN0yMKCkXVhYERcIwf1RmzhyApTbk5EiBkY/P32Wdbf6RT1I0sTBQFPV0LX6TIvNJUjjFJMqjZAMjDnHA2JyI3mbKo4UyqZn8TaXUQaM1s12',
    'INzV9R7l04CtqU43A9KAurwi/SNz30+OjuzunkL+ceCrUWQrA2UD64JPlvnKPFcFBWw1bt5r31BLAwQUAAAACAD4TXZdH95j054AAAD3AAAADwAAAHhsL3dvcmtib29rLnhtbI2POxKD',
    'MAxEr+LRATCkSMGAadKkyxUcEMGDbXkk53P8eCD0qfTZ0VttN3yCVy9kcRR7aKoaBtO9idc70aqKGKWHJefUai3jgsFKRQljUWbiYHMZ+aElMdpJFsQcvD7V9VkH6yLshJb/YdA8uxEv',
    'ND4DxrxDGL3N5TVZXBIw3eYgv6qiDdjDDSl5BLXtrlNJAYpbVxpuQJtOH0f6yGW+UEsDBBQAAAAIAPhNdl14T8xbqQAAAIEBAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHOt',
    'kDsOgzAQRK+C9gAsUKSIMDRp0ka5gOUsGIE/8jofbh8rUT5IFClSrWZ29Wa0dXszU3ahwIOzAsq8gLapDzTJmAzWg+csXVgWoGP0W0RWmozk3HmyadO5YGRMMvTopRplT1gVxQbDNwOW',
    'zGx/EhBKyI6zp1/IrusGRTunzoZsXAnAqwsja6KYoDL0FAW8LcbHKPNEBVyrUv2zCsd5Iv70eOpXOC6e29wBUEsDBBQAAAAIAPhNdl3UCtfpmAAAAMgAAAANAAAAeGwvc3R5bGVzLnht',
    'bF2OsQ6DMAxEfyXyB5CAqg4VgQ2JpUuXrimYghQnURwq+PuGqlKlbr53Z/vqdiMrXhh58U5DWShom5rTbvE2IyaRbcca5pTCRUoeZiTDhQ/osjP5SCZlGZ+SQ0Qz8rFEVlZKnSWZxUFT',
    'D2jtfWIx+NUlDVVG2yTcSh2lftSgQP6R8gTChGD360oPjN3nTcZHUH7P5elXs3kDUEsDBBQAAAAIAPhNdl2uMaDz3QAAAM4BAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1sdZHd',
    'TsMwDIVfJcoD1FnFuEBpxhi3cMGewMoMzchPlZhu4unJBqqG1N7Zx+c4nxy9OQcvRsrFpdjJVaPkxuhTyp+lJ2JRp7F0smceHgCK7SlgadJAsU7eUw7Itc0fUIZMeLiGgodWqXsI6KI0',
    '+qo9I6PROZ1Erq9U1V6K7UoK7qSL3kXac666K0azecVAGthouPRg//xPS/4XdH7Gv1vyv9GRLNNBpPg/BhVx4mwnznZhzzai2Kevb5yDXQphxEc6Yxg8NTaFOe4aLb93Gs3dWimlYbwF',
    'hJujwvRb5gdQSwECFAMUAAAACAD4TXZd8+wf7e0AAACFAgAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAPhNdl10Pg8qlAAAAAMBAAALAAAA',
    'AAAAAAAAAACAAR4BAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAPhNdl0f3mPTngAAAPcAAAAPAAAAAAAAAAAAAACAAdsBAAB4bC93b3JrYm9vay54bWxQSwECFAMUAAAACAD4TXZdeE/M',
    'W6kAAACBAQAAGgAAAAAAAAAAAAAAgAGmAgAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAMUAAAACAD4TXZd1ArX6ZgAAADIAAAADQAAAAAAAAAAAAAAgAGHAwAAeGwvc3R5',
    'bGVzLnhtbFBLAQIUAxQAAAAIAPhNdl2uMaDz3QAAAM4BAAAYAAAAAAAAAAAAAACAAUoEAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWxQSwUGAAAAAAYABgCAAQAAXQUAAAAA',
  ].join(''),
  'base64',
)

type TestSheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly state?: 'hidden' | 'veryHidden'
}
const OFFICE = 'http://schemas.openxmlformats.org'

/** A workbook of texts; an empty row leaves its number out, as spreadsheets do. Names are XML already. */
export function workbookOf(sheets: readonly TestSheet[]): Buffer {
  const each = (write: (sheet: TestSheet, number: number) => string) =>
    sheets.map((sheet, at) => write(sheet, at + 1)).join('')
  const row = (cells: readonly string[], number: number) =>
    cells.length === 0
      ? ''
      : `<row r="${number}">${cells.map((cell, at) => `<c r="${'ABCDEF'.charAt(at)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets>${each(({ name, state }, number) => `<sheet name="${name}" sheetId="${number}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
  }
  for (const [at, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${rows.map((cells, above) => row(cells, above + 1)).join('')}</sheetData></worksheet>`
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
}
