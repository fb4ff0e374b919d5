import type { ServerResponse } from 'node:http'
import type { HTTPReceiverOptions } from '@slack/bolt'
import { ErrorCode, type WebClientOptions } from '@slack/web-api'
import type { WhyNotInstalled } from '../../domain/shared/words/install.ts'
import { type InstallationRows, makeInstallationStore, WholeOrganisationError } from './installation-store.ts'

/** How workspaces install the app by themselves. */
export type Installing = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  /** Where Slack sends people back to: ends with `REDIRECT_PATH`, and is among the app's redirect URLs. */
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly rows: InstallationRows
  readonly pages: {
    readonly install: (address: string) => string
    readonly installed: (workspace: string, address: string) => string
    readonly notInstalled: (why: WhyNotInstalled) => string
  }
}

export const INSTALL_PATH = '/slack/install'
export const REDIRECT_PATH = '/slack/oauth_redirect'

/** Bolt's own receiver does the dance with Slack, and checks the state against the browser's cookie; the pages and the rows are ours. */
export function installerOptions(
  { clientId, clientSecret, stateSecret, redirectUri, scopes, rows, pages }: Installing,
  webOptions: WebClientOptions,
): Partial<HTTPReceiverOptions> {
  const authorizationUrl =
    webOptions.slackApiUrl === undefined ? {} : { authorizationUrl: consentAt(webOptions.slackApiUrl) }
  return {
    clientId,
    clientSecret,
    stateSecret,
    redirectUri,
    scopes: [...scopes],
    installationStore: makeInstallationStore(rows, webOptions),
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      clientOptions: webOptions,
      renderHtmlForInstallPath: pages.install,
      callbackOptions: {
        success: ({ team, appId = '' }, _options, _request, response) => {
          const query = new URLSearchParams({ app: appId, team: team?.id ?? '' })
          const address = `https://slack.com/app_redirect?${String(query)}`
          answer(response, 200, pages.installed(team?.name ?? '', address))
        },
        failure: (error, _options, _request, response) => {
          const why = whyNot(error)
          answer(response, why === 'fault' ? 500 : 400, pages.notInstalled(why))
        },
      },
      ...authorizationUrl,
    },
  }
}

/** Slack's page of consent stands beside its API. */
const consentAt = (apiUrl: string): string => new URL('/oauth/v2/authorize', apiUrl).href

function answer(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page)
}

const REASONS: Readonly<Record<string, WhyNotInstalled>> = {
  slack_oauth_installer_authorization_error: 'cancelled',
  slack_oauth_invalid_state: 'stale',
  slack_oauth_missing_state: 'stale',
  slack_oauth_missing_code: 'stale',
  [ErrorCode.PlatformError]: 'refused',
}

function whyNot(error: Error & { readonly code?: string }): WhyNotInstalled {
  if (error instanceof WholeOrganisationError) return 'organisation'
  return REASONS[error.code ?? ''] ?? 'fault'
}
