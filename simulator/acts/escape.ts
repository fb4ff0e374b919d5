import type { Workspace } from '../workspace.ts'

/** What somebody typed as Slack passes it on: `&`, `<` and `>` escaped, and with `entities` also names, channels and addresses marked up. */
export function escapeTyped(ws: Workspace, text: string, entities: boolean): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (!entities) return escaped
  const { people, channels, groups } = ws.world.state
  const marked = escaped
    // The full stop behind an address ends the sentence, not the address.
    .replace(/https?:\/\/(?:(?!&[lg]t;)[^\s|])+(?<![.,;:!?])/g, (url) => `<${url}>`)
    .replace(/(?<![\w.@/:|<-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (mail) => `<mailto:${mail}|${mail}>`)
  return marked
    .replace(/(?<![\w.@/|<-])@([a-z0-9](?:[\w.-]*\w)?)/gi, (whole, name: string) => {
      if (['here', 'channel', 'everyone'].includes(name)) return `<!${name}>`
      const person = [...people.values()].find((p) => p.name === name)
      if (person) return `<@${person.id}>`
      const group = [...groups.values()].find((g) => g.handle === name)
      return group ? `<!subteam^${group.id}>` : whole
    })
    .replace(/(?<![\w&/|<])#([a-z0-9](?:[\w-]*\w)?)/gi, (whole, name: string) => {
      const channel = [...channels.values()].find((c) => c.name === name && c.kind !== 'im')
      return channel ? `<#${channel.id}|${channel.name}>` : whole
    })
}
