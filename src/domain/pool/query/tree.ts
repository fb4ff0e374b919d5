/** Builds query trees in their one normal form: flat, without repetitions, without empty or single groups. */
import { never } from '../../shared/result.ts'
import type { Filter, OwnerRef, QueryNode } from './ast.ts'

export const every = (parts: readonly (QueryNode | undefined)[]): QueryNode | undefined => group('and', parts)
export const some = (parts: readonly (QueryNode | undefined)[]): QueryNode | undefined => group('or', parts)
export const not = (node: QueryNode): QueryNode => (node.kind === 'not' ? node.node : { kind: 'not', node })

function group(kind: 'and' | 'or', parts: readonly (QueryNode | undefined)[]): QueryNode | undefined {
  const seen = new Map<string, QueryNode>()
  for (const part of parts) {
    if (part === undefined) continue
    for (const node of part.kind === kind ? part.nodes : [part]) {
      const key = JSON.stringify(node)
      if (!seen.has(key)) seen.set(key, node)
    }
  }
  const nodes = [...seen.values()]
  return nodes.length > 1 ? { kind, nodes } : nodes[0]
}

/** How much there is to look for: each value of a filter counts. */
export function countTerms(node: QueryNode): number {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.reduce((sum, part) => sum + countTerms(part), 0)
    case 'not':
      return countTerms(node.node)
    case 'either':
    case 'words':
      return 1
    case 'filter':
      return 'any' in node ? node.any.length : 1
    default:
      return never(node)
  }
}

/** Every filter that a query names, wherever it stands, and those that bare words may stand for: "Paris" is a place, too. */
export function filtersIn(node: QueryNode | null): readonly Filter[] {
  if (node === null) return []
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(filtersIn)
    case 'not':
      return filtersIn(node.node)
    case 'either':
      return [node.filter]
    case 'words':
      return []
    case 'filter':
      return [node]
    default:
      return never(node)
  }
}

/** The query where `owner:me` is somebody: a saved pool is the same for everybody who reads it. */
export function withMe(node: QueryNode, slackUserId: string): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map((part) => withMe(part, slackUserId)) }
    case 'not':
      return { ...node, node: withMe(node.node, slackUserId) }
    case 'either':
    case 'words':
      return node
    case 'filter':
      return node.field === 'owner'
        ? {
            ...node,
            any: node.any.map((ref): OwnerRef => (ref.kind === 'me' ? { kind: 'slack_user', id: slackUserId } : ref)),
          }
        : node
    default:
      return never(node)
  }
}

/** The pools that a query is made of, as it names them. */
export const poolsIn = (node: QueryNode | null): readonly string[] =>
  filtersIn(node).flatMap((filter) => (filter.field === 'pool' ? filter.any : []))
