import { describe, expect, it } from 'vitest'
import { locationZone, placesIn } from '../../../src/domain/pool/location.ts'

const BERLIN = 'Europe/Berlin'
const LONDON = 'Europe/London'
const NEW_YORK = 'America/New_York'

describe('where somebody lives as they wrote it', () => {
  it.each([
    ['Berlin, NH', ['new-hampshire'], NEW_YORK],
    ['Berlin, NH 03570', ['new-hampshire'], NEW_YORK],
    ['Lisbon, ME', ['maine'], undefined],
    ['Newcastle, NSW', ['newcastle-au'], 'Australia/Sydney'],
    ['Moscow, ID', ['idaho'], undefined],
    ['Bristol, CT', ['connecticut'], NEW_YORK],
    ['Dublin, OH', ['ohio'], NEW_YORK],
    ['Paris, Texas', ['texas'], undefined],
    ['Lisbon, Spain', ['spain'], 'Europe/Madrid'],
    ['California, Maryland', ['maryland'], NEW_YORK],
    ['Boston, Lincolnshire', [], undefined],
    ['Lisbon Falls', [], undefined],
    ['Berlin NH', ['new-hampshire'], NEW_YORK],
    ['Berlin XYZ', [], undefined],
    ['anywhere but London', [], undefined],
  ])('a namesake is not the famous city: %s', (written, ids, zone) => {
    expect(placesIn(written)).toEqual(ids)
    expect(locationZone(written)).toBe(zone)
  })

  it.each([
    ['Plano, TX', ['texas'], undefined],
    ['Plano TX', ['texas'], undefined],
    ['Smalltown West Virginia', ['west-virginia'], NEW_YORK],
    ['Bothell, WA', ['washington-state'], undefined],
    ['Fishers, IN', [], undefined],
    ['Fishers, IN, USA', ['indiana'], undefined],
    ['Mississauga, ON, Canada', ['ontario'], undefined],
    ['Isle of Wight, UK', ['united-kingdom'], LONDON],
    ['Shoreditch, London', ['london'], LONDON],
    ['Camden, London, UK', ['london'], LONDON],
    ['Smalltown, Nowhere, UK', ['united-kingdom'], LONDON],
  ])('an unknown town lies in what stands behind it: %s', (written, ids, zone) => {
    expect(placesIn(written)).toEqual(ids)
    expect(locationZone(written)).toBe(zone)
  })

  it.each([
    ['London SW1', ['london'], LONDON],
    ['London E1 6AN', ['london'], LONDON],
    ['Dublin 2', ['dublin'], 'Europe/Dublin'],
    ['Paris 11e', ['paris'], 'Europe/Paris'],
    ['80331 München', ['munich'], BERLIN],
    ['D-80331 München', ['munich'], BERLIN],
    ['1012 AB Amsterdam', ['amsterdam'], 'Europe/Amsterdam'],
    ['10117 Berlin, Germany', ['berlin'], BERLIN],
    ['Berlin-Mitte', ['berlin'], undefined],
    ['Berlin Kreuzberg', ['berlin'], undefined],
    ['New York upper west side', ['new-york'], undefined],
    ['Berlin where the sun rarely shines', [], undefined],
    ['Based in Berlin', ['berlin'], BERLIN],
    ['Remote within 50 miles of Leeds', ['leeds'], LONDON],
    ['Perth, WA', ['perth'], 'Australia/Perth'],
    ['Sydney NSW', ['sydney'], 'Australia/Sydney'],
    ['東京', ['tokyo'], 'Asia/Tokyo'],
    ['Remote (UK)', ['united-kingdom'], LONDON],
    ['Remote - US only', ['united-states'], undefined],
    ['Remote', [], undefined],
    ['', [], undefined],
    [`Based in Berlin${' '.repeat(185)}`, ['berlin'], BERLIN],
    [`Based in Berlin${' '.repeat(186)}`, [], undefined],
  ])('is found in an address: %s', (written, ids, zone) => {
    expect(placesIn(written)).toEqual(ids)
    expect(locationZone(written)).toBe(zone)
  })

  it.each([
    ['Zürich oder Basel', ['zurich', 'basel'], 'Europe/Zurich'],
    ['Porto / Lisbon', ['porto', 'lisbon'], 'Europe/Lisbon'],
    ['Lisbon / Berlin', ['lisbon', 'berlin'], undefined],
    ['Paris, Berlin, London', ['paris', 'berlin', 'london'], undefined],
    ['Berlin / Potsdam', ['berlin', 'potsdam-de'], BERLIN],
    ['Germany, Austria', ['germany', 'austria'], undefined],
    ['London or remote', ['london'], LONDON],
    ['Berlin Kreuzberg or London', ['berlin', 'london'], undefined],
    ['Berlin / Berlin', ['berlin'], BERLIN],
  ])('may be several places: %s', (written, ids, zone) => {
    expect(placesIn(written)).toEqual(ids)
    expect(locationZone(written)).toBe(zone)
  })
})
