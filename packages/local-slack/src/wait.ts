import type { ServerContext } from './server-context.js';

/**
 * Resolves with the first truthy answer of `read`, asked now and after every change of the
 * workspace. Rejects with the error that `read` throws or, after `timeoutMs`, with what the
 * workspace then shows.
 */
export function waitFor<T>(
  context: ServerContext,
  read: () => T | null | undefined | false,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      stop();
      clearTimeout(timer);
      settle();
    };
    const look = () => {
      try {
        const found = read();
        if (found) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain. ${describe(context)}`)));
    }, timeoutMs);
    const stop = context.workspace.onChange(look);
    look();
  });
}

function describe({ workspace }: ServerContext): string {
  const messages = workspace.messages
    .slice(-10)
    .map(({ user, text, ephemeral }) => `${user}${ephemeral ? ' (ephemeral)' : ''}: ${text}`);
  const notices = workspace.notices.map(({ text }) => text);
  return `Last messages: ${JSON.stringify(messages)}. Notices: ${JSON.stringify(notices)}.`;
}
