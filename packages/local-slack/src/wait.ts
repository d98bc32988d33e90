import type { Room } from './room.js';

/**
 * Resolves with the first truthy answer of `read`, asked now and after every change of the workspace. Rejects with the
 * error that `read` throws or, after `timeoutMs`, with what the workspace then shows.
 */
export function waitFor<T>(
  room: Room,
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
      finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain. ${describe(room)}`)));
    }, timeoutMs);
    const stop = room.workspace.onChange(look);
    look();
  });
}

function describe({ workspace }: Room): string {
  const said = workspace.messages
    .slice(-10)
    .map(({ user, text, ephemeral }) => `${user}${ephemeral ? ' (ephemeral)' : ''}: ${text}`);
  const told = workspace.notices.map(({ text }) => text);
  return `Last messages: ${JSON.stringify(said)}. Notices: ${JSON.stringify(told)}.`;
}
