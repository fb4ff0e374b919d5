// The opening of whatever may hold a semicolon that ends no statement: line comment, block comment, quoted text or name, dollar quote.
const OPENING = /--|\/\*|'|"|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|;/g

/**
 * Splits a script into its statements, for the few that refuse to run beside others (`CREATE INDEX CONCURRENTLY`).
 * Knows comments (nested too), quoted text with doubled quotes and `E'\''`, and dollar quotes; not `BEGIN ATOMIC` bodies, which no migration needs.
 */
export function sqlStatements(script: string): string[] {
  const statements: string[] = []
  let start = 0
  let at = 0
  while (at < script.length) {
    OPENING.lastIndex = at
    const found = OPENING.exec(script)
    if (found === null) break
    const token = found[0]
    if (token === ';') {
      statements.push(script.slice(start, found.index))
      start = found.index + 1
      at = start
    } else {
      at = endOf(script, token, found.index)
    }
  }
  statements.push(script.slice(start))
  return statements.map((statement) => statement.trim()).filter((statement) => hasCode(statement))
}

/** Where the token that opens at `index` is over. */
function endOf(script: string, token: string, index: number): number {
  const after = index + token.length
  if (token === '--') return found(script.indexOf('\n', after), 1, script)
  if (token === '/*') return endOfBlockComment(script, after)
  if (token === '"') return found(script.indexOf('"', after), 1, script) // a doubled quote merely opens the next name
  // A `$1$` inside a name such as a$b$ is no dollar quote.
  if (token !== "'")
    return /[\w$]/.test(script[index - 1] ?? '') ? after : found(script.indexOf(token, after), token.length, script)
  return endOfText(script, after, /(?:^|[^\w])[eE]$/.test(script.slice(Math.max(0, index - 2), index)))
}

function endOfText(script: string, from: number, backslashes: boolean): number {
  for (let at = from; at < script.length; at++) {
    if (backslashes && script[at] === '\\') at++
    else if (script[at] === "'") return at + 1
  }
  return script.length
}

function endOfBlockComment(script: string, from: number): number {
  const edges = /\/\*|\*\//g
  edges.lastIndex = from
  let depth = 1
  for (let edge = edges.exec(script); edge !== null; edge = edges.exec(script)) {
    depth += edge[0] === '/*' ? 1 : -1
    if (depth === 0) return edges.lastIndex
  }
  return script.length
}

const found = (index: number, length: number, script: string): number => (index === -1 ? script.length : index + length)

const hasCode = (statement: string): boolean => {
  let at = 0
  while (at < statement.length) {
    const rest = statement.slice(at)
    const comment = /^(?:\s+|--[^\n]*)/.exec(rest)
    if (comment) at += comment[0].length
    else if (rest.startsWith('/*')) at = endOfBlockComment(statement, at + 2)
    else return true
  }
  return false
}
