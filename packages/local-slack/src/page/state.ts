import type { ActionResult, State, UserAction } from '../contract.js';

const RETRY_MS = 2_000;

/**
 * Shows the workspace's state now and after every change, for as long as the page is open. `report`
 * is told when the connection is lost and when it is back; it is then tried again every two
 * seconds.
 */
export function connect(show: (state: State) => void, report: (connected: boolean) => void): void {
  let busy = false;
  let stale = false;

  const refresh = async (): Promise<void> => {
    stale = true;
    if (busy) return;
    busy = true;
    while (stale) {
      stale = false;
      const state = await fetchState();
      report(state !== null);
      if (state) show(state);
      else {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        stale = true;
      }
    }
    busy = false;
  };

  const listen = (): void => {
    const events = new EventSource('/local/events');
    events.addEventListener('open', () => void refresh());
    events.addEventListener('change', () => void refresh());
    events.addEventListener('error', () => {
      report(false);
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY_MS);
    });
  };
  listen();
  void refresh();
}

/** The state, or null where the server cannot be reached. */
async function fetchState(): Promise<State | null> {
  try {
    const response = await fetch('/local/state');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * Does something in the workspace. Never rejects: a server out of reach is a result with a sentence
 * too.
 */
export async function perform(action: UserAction): Promise<ActionResult> {
  try {
    const response = await fetch('/local/actions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    });
    return response.ok ? await response.json() : { ok: false, error: await response.text() };
  } catch {
    return {
      ok: false,
      error: 'The local Slack did not answer. Check that it is still running, then try again.',
    };
  }
}
