import { describe, expect, it } from 'vitest'
import { isMarked, plainAdvert, withoutBold } from '../../../src/domain/jobs/plain-advert.ts'
import { readRole } from '../../../src/domain/jobs/read-role.ts'

describe('a role’s text without what is there for its looks', () => {
  it.each([
    ['<p>Figma</p><ul><li>CSS</li><li class="x">HTML</li></ul>', '\nFigma\n\n\n- CSS\n\n- HTML\n\n'],
    ['<b>Bold</b> and <a href="x">linked</a>', 'Bold and linked'],
    ['<table><tr><td>Go</td><td>Java</td></tr></table>', '\n\n Go  Java \n\n'],
    ['<style>p { color: red }</style>SRE', ' SRE'],
    ['a < b and c > d', 'a < b and c > d'],
    ['C&#43;&#43; &amp; C&#x23;&nbsp;', 'C++ & C# '],
    ['&rsquo;s f&uuml;r &Uuml;ber', "'s für Über"],
    ['&unknown;&#1;&#9999999; stays', '&unknown; stays'],
    [':rocket: SRE :tada:', ' SRE '],
    ['at 10:30:15 or a:b:c', 'at 10:30:15 or a:b:c'],
    ['📍 Berlin', 'Location: Berlin'],
    [':round_pushpin: Berlin', 'Location: Berlin'],
    ['📍 Location: Berlin', ' Location: Berlin'],
    ['✅ SQL', '• SQL'],
    [':white_check_mark: SQL', '• SQL'],
    ['▪ Kubernetes', '• Kubernetes'],
    ['🎁 Benefits 👩🏽‍💻', ' Benefits '],
  ])('%j', (text, plain) => expect(plainAdvert(text)).toBe(plain))

  it.each([
    ['**Python** (5+ years)', 'Python (5+ years)'],
    ['*Location:* Berlin', 'Location: Berlin'],
    ['`Go` and __Rust__', 'Go and Rust'],
    ['* Go', '* Go'],
    ['2*3*4', '2*3*4'],
  ])('%s is not bold', (line, plain) => expect(withoutBold(line)).toBe(plain))

  it.each([
    ['## Perks', true],
    ['**Perks**', true],
    ['*Perks*:', true],
    ['*Perks* and more', false],
    ['Perks', false],
    ['#perks', false],
  ])('%s is marked as a heading: %s', (line, marked) => expect(isMarked(line)).toBe(marked))

  it('is read as if it had been typed', () => {
    const html = `<h2>Product Designer</h2><p><strong>Location:</strong>&nbsp;London</p><ul><li>Figma</li></ul><p><b>Bonus points</b></p><ul><li>HTML</li></ul>`
    expect(readRole(html).criteria).toMatchObject({ location: 'London', must: ['figma'], nice: ['html'] })
    expect(readRole('SRE<br>Requirements:<br>- Kubernetes<br>- Go').criteria.must).toEqual(['kubernetes', 'go'])
    expect(
      readRole('SRE\nRequirements\n1. **Python** (5+ years)\n2) Go\nNice to have\n1. Helm').criteria,
    ).toMatchObject({
      must: ['python', 'go'],
      nice: ['helm'],
      skillYears: { python: 5 },
    })
  })
})
