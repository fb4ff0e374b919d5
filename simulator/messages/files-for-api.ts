import { botIsIn } from '../app/events.ts'
import type { Workspace } from '../workspace.ts'
import type { StoredFile } from '../world/state.ts'

/** What the app may look at: its own files, those of conversations in which it is, and those put into its forms. */
export const appMayRead = (ws: Workspace, file: StoredFile): boolean =>
  file.user === ws.app.botUserId ||
  file.givenToApp === true ||
  file.channels.some((id) => botIsIn(ws, id) || ws.world.state.channels.get(id)?.kind === 'public')

/** A file object as Slack shows it. Its addresses need the bot's token, as Slack's do. */
export function fileForApi(ws: Workspace, file: StoredFile): Record<string, unknown> {
  const url = `${ws.address.url}/files-pri/${ws.team.id}-${file.id}/${encodeURIComponent(file.name)}`
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes('.') ? file.name.slice(file.name.lastIndexOf('.') + 1) : 'binary',
    user: file.user,
    user_team: ws.team.id,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: file.channels.some((id) => ws.world.state.channels.get(id)?.kind === 'public'),
    url_private: url,
    url_private_download: url,
    permalink: `https://${ws.team.domain}.slack.com/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
  }
}
