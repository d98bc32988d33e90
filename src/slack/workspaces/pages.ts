import type { ServerResponse } from 'node:http';
import type { Installation } from '@slack/bolt';
import { SLASH_COMMAND } from '../surfaces.js';
import { INSTALL_PATH } from '../web-server.js';

const AGAIN = `start again at <a href="${INSTALL_PATH}">${INSTALL_PATH}</a>.`;

/** What somebody reads whom the installer turns away, by the code of its error. */
const TURNED_AWAY: Record<string, { status: number; sentence: string }> = {
  slack_oauth_invalid_state: {
    status: 400,
    sentence: `This page belongs to another browser, was opened before, or is more than ten minutes old: ${AGAIN}`,
  },
  slack_oauth_missing_state: {
    status: 400,
    sentence: `This page is reached from Slack alone: ${AGAIN}`,
  },
  slack_oauth_missing_code: {
    status: 400,
    sentence: `Slack gave no leave to install the app: ${AGAIN}`,
  },
  slack_oauth_installer_authorization_error: {
    status: 403,
    sentence: `The app was not installed, as you chose: to install it after all, ${AGAIN}`,
  },
};

/** Tells somebody that the app is installed, and how to go on. */
export function sendInstalled(response: ServerResponse, installation: Installation): void {
  const { team, appId, isEnterpriseInstall, enterpriseUrl } = installation;
  const more =
    isEnterpriseInstall && enterpriseUrl && appId
      ? `Now <a href="${escaped(`${enterpriseUrl}manage/organization/apps/profile/${appId}/workspaces/add`)}">choose the workspaces</a> that are to have it.`
      : `Go back to Slack and write <code>${SLASH_COMMAND.name} help</code>.`;
  const place = team?.name ?? installation.enterprise?.name ?? 'your workspace';
  sendPage(response, 200, 'Installed', `The app is installed in ${escaped(place)}. ${more}`);
}

/** Tells somebody why the app was not installed, and what to do. */
export function sendNotInstalled(
  response: ServerResponse,
  code: string | undefined,
  reference: string,
): void {
  const known = TURNED_AWAY[code ?? ''];
  const { status, sentence } = known ?? {
    status: 500,
    sentence: `The app could not be installed: ${AGAIN} If it goes on, tell whoever runs this bot the reference ${reference}.`,
  };
  sendPage(response, status, 'Not installed', sentence);
}

function sendPage(response: ServerResponse, status: number, title: string, body: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(
    `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<h1>${title}</h1>\n<p>${body}</p>\n</html>\n`,
  );
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
