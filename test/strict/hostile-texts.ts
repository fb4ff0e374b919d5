/** What people, pranksters and pasted pages put into fields. Each carries its marker, so that what became of it can be found. */
export type Hostile = { readonly name: string; readonly marker: string; readonly line: string; readonly long: string }

const family = '👩‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈'
const hostile = (
  name: string,
  line: string,
  long = `${line}\n${line}`,
  marker = `Zq${name.replace(/\W/g, '')}`,
): Hostile => ({
  name,
  marker,
  line: `${marker} ${line}`,
  long: `${marker} ${long}`,
})

export const HOSTILE: readonly Hostile[] = [
  hostile(
    'mentions',
    '<!channel> <!here> <@U0TOM00001> <!subteam^S0RECRUIT1> <#C0GENERAL1> &lt;!everyone&gt; &amp;lt; &#60; &',
  ),
  hostile(
    'links',
    '<https://evil.example|click> &lt;https://evil.example|x&gt; [a](https://evil.example) <mailto:x@evil.example|y>',
  ),
  hostile(
    'markup',
    `</p><script>alert(1)</script><img src=x onerror=alert(1)> Robert'); DROP TABLE candidate;-- %_ $1 \${x}`,
  ),
  hostile(
    'liquid',
    '{{ 7 | times: 6 }} {% raw %} {% include "x" %} =1+1 @SUM(A1) constructor toString:x {"__proto__":{"a":1}}',
  ),
  hostile('bidi', 'a\u202e\u2066evil\u2069\u202c b\u200e\u200fc\u061c שלום مرحبا d\ufeffe\u200bf\u00ad\u2028g\u0085h'),
  hostile(
    'controls',
    'a\u0000b\u0007c\u001bd\ud800e\udc00f\r\nBcc: all@evil.example\r\n\r\nbody',
    'x\u0000\r\nBcc: all@evil.example\r\n.\r\nQUIT\r\n',
  ),
  hostile('emoji', `${family}${family} e\u0301 Z\u036b\u0343\u036a\u0302 ﷽ 𝕏`),
  hostile('format', '*bold* _it_ ~s~ `code` ```pre``` > quote :tada: \\n'),
]

/** What is nothing, or far too much: refused on its field, wherever a field must hold something. */
export const EMPTY = ['', ' ', '\u00a0\u2003\t\n', '\u200b\u200e\u202e', '\u0000'] as const
export const ENDLESS = [
  `Zqendless ${'x'.repeat(5_000)}`,
  `Zqendless ${'&<>'.repeat(1_700)}`,
  `Zqendless ${family.repeat(170)}`,
] as const
