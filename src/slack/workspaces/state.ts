import { randomUUID } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';
import { z } from 'zod';
import type { Installations } from '../../store/installations.js';
import type { Sealing } from '../../store/sealing.js';

/** How long somebody may take to install the app, from when they ask for it. */
export const STATE_SECONDS = 600;

const PLACE = 'state';
const Sealed = z.object({ expires: z.number() });

/** The code by which Bolt's installer knows that a state will not do. */
class InvalidState extends Error {
  override name = 'InvalidState';
  readonly code = 'slack_oauth_invalid_state';
}

/**
 * The states of OAuth flows: sealed, so that nothing is written down until one comes back, and then
 * taken once, by whichever process. Bolt's installer holds them against a cookie, so that they are
 * good in one browser.
 */
export function createStateStore(
  { installations, sealing }: { installations: Installations; sealing: Sealing },
  installing: InstallURLOptions,
): StateStore {
  return {
    generateStateParam: async (_options, now) => {
      const expires = now.getTime() + STATE_SECONDS * 1_000;
      const sealed = sealing.seal(JSON.stringify({ expires, id: randomUUID() }), PLACE);
      return Buffer.from(sealed, 'base64').toString('base64url');
    },
    verifyStateParam: async (now, state) => {
      const bytes = Buffer.from(state, 'base64url');
      // One state could be written in several ways, and each be taken once.
      if (bytes.toString('base64url') !== state) throw new InvalidState();
      const text = sealing.open(bytes.toString('base64'), PLACE);
      if (text === null || Sealed.parse(JSON.parse(text)).expires < now.getTime())
        throw new InvalidState();
      if (!(await installations.useState(state, STATE_SECONDS))) throw new InvalidState();
      return installing;
    },
  };
}
