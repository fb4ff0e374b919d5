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
    ['<style type="text/css">p { color: red }</style >SRE', ' SRE'],
    ['<STYLE>\np { color: red }\n</STYLE>SRE', ' SRE'],
    ['<script>track()</script>SRE', ' SRE'],
    ['<head lang="de"><title>Fern</title></head>SRE', ' SRE'],
    ['<style>kept</script>SRE', '<style>kept</script>SRE'],
    ['<header>SRE</header>', '\nSRE\n'],
    ['<td>Go</td><th>Java</th>', ' Go  Java '],
    ['<thead>Go</thead><tdx>', '\nGo\n<tdx>'],
    ['<LI>Go</LI><li>Java', '\n- Go\n\n- Java'],
    ['<h6>Go</h6><h7>', '\nGo\n<h7>'],
    ['<br/>Go<br />Java<hr>SQL', '\nGo\nJava\nSQL'],
    ['C<sup>+</sup><sub>+</sub> <strong>a</strong><em>b</em><i>c</i><u>d</u><span>e</span>', 'C++ abcde'],
    ['<font>a</font><code>b</code><small>c</small><img src="x">d', 'abcd'],
    ['<abbr>Go</abbr> <bank>', '<abbr>Go</abbr> <bank>'],
    ['&euro;50k &pound;40k &ndash; &mdash; &bull; &middot; &hellip;', '€50k £40k - - • · …'],
    ['Fern&reg; Fern&trade; &copy;Fern Back&shy;end', 'Fern Fern Fern Backend'],
    ['&lt;Go&gt; &quot;a&quot; &apos;b&apos; &lsquo;c&rsquo; &ldquo;d&rdquo;', '<Go> "a" \'b\' \'c\' "d"'],
    ['&auml;&ouml;&Auml;&Ouml;&szlig;&eacute;&Eacute;&egrave;&ccedil;&ntilde;', 'äöÄÖßéÉèçñ'],
    ['‘a’ “b” – — Go\u00A0Java', '\'a\' "b" - - Go Java'],
    ['Back\u00ADend®™©', 'Backend'],
    ['a\u0000b\u0007c\uFFFDd\te\r\nf', 'abcd\te\r\nf'],
    ['&#31;a&#32;b&#1114112;c', 'a bc'],
    ['📌 Berlin', 'Location: Berlin'],
    ['📍\uFE0F  Berlin', 'Location: Berlin'],
    [':pushpin:Berlin', 'Location: Berlin'],
    ['SRE\n📍 Berlin\nGo: daily', 'SRE\nLocation: Berlin\nGo: daily'],
    ['We are 📍 Berlin', 'We are  Berlin'],
    ['  ▪\uFE0F  SQL', '• SQL'],
    ['We ✅ SQL', 'We  SQL'],
    ['SRE\n\t👉 SQL', 'SRE\n• SQL'],
    [':heavy_check_mark: SQL', '• SQL'],
    [':ballot_box_with_check:SQL', '• SQL'],
    [':small_blue_diamond: SQL', '• SQL'],
    [':small_orange_diamond: SQL', '• SQL'],
    [':point_right: SQL', '• SQL'],
    [':arrow_right: SQL', '• SQL'],
    [':black_small_square: SQL', '• SQL'],
    ['a:rocket: b :rocket:c', 'a:rocket: b :rocket:c'],
    [':man-cook: Chef', ' Chef'],
    ['🇩🇪 Berlin ☕\uFE0F', ' Berlin '],
  ])('%j', (text, plain) => expect(plainAdvert(text)).toBe(plain))

  it.each('▪ ▫ ◾ ◽ ■ □ ● ○ ◦ ‣ ► ▶ ➤ ➡ → ✓ ✔ ✅ ☑ ◆ ◇ 🔹 🔸 👉'.split(' '))('takes %s for a bullet', (sign) =>
    expect(plainAdvert(`Needs\n${sign} SQL`)).toBe('Needs\n• SQL'),
  )

  it.each([
    ['**Python** (5+ years)', 'Python (5+ years)'],
    ['*Location:* Berlin', 'Location: Berlin'],
    ['`Go` and __Rust__', 'Go and Rust'],
    ['* Go', '* Go'],
    ['2*3*4', '2*3*4'],
    ['***Go***', 'Go'],
    ['(**Go**), **Java**.', '(Go), Java.'],
    ['a**Go**b', 'a**Go**b'],
    ['1**Go**', '1**Go**'],
    ['**Go**1', '**Go**1'],
    ['** Go**', '** Go**'],
    ['**Go **', '**Go **'],
    ['****Go****', '****Go****'],
    ['_Go_', '_Go_'],
  ])('%s is not bold', (line, plain) => expect(withoutBold(line)).toBe(plain))

  it.each([
    ['## Perks', true],
    ['**Perks**', true],
    ['*Perks*:', true],
    ['*Perks* and more', false],
    ['Perks', false],
    ['#perks', false],
    ['###### Perks', true],
    ['####### Perks', false],
    ['  # Perks', true],
    ['Not ## perks', false],
    ['***Perks***', true],
    ['****Perks****', false],
    ['__Perks__', true],
    ['_Perks_', false],
    ['**Perks**:', true],
    ['  **Perks**: ', true],
    ['**Perks*', false],
    ['We like **perks**', false],
    ['**Perks** and **Go**', false],
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
