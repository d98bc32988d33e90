import { setTimeout as sleepFor } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { withinTime } from './api/within-time.js';
import { describeError } from './failure.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** Slack says hello as soon as a socket is open. */
const HELLO_MS = 20_000;

/** Whether Slack can reach this process over Socket Mode just now, and an end of seeing to it. */
export type SocketConnection = { isOpen: () => boolean; stop: () => void };

/**
 * Connects anew for as long as it takes whenever a connection has ended: Bolt's client gives up for
 * good on what Slack refuses only for a while.
 */
export function keepConnected(
  client: SocketModeReceiver['client'],
  logger: Logger,
): SocketConnection {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isOpen = false;
  let isConnecting = false;
  const connect = async (): Promise<boolean> => {
    try {
      const opened = await withinTime(
        HELLO_MS,
        client.start().then(() => true),
      );
      if (!opened) void client.disconnect();
      return opened === true;
    } catch (error) {
      logger.warn({ error: describeError(error) }, 'Slack opens no socket; it is tried again');
      return false;
    }
  };
  const connectAgain = async (): Promise<void> => {
    if (isConnecting) return;
    isConnecting = true;
    for (
      let pause = FIRST_PAUSE_MS;
      !signal.aborted;
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS)
    ) {
      await sleepFor(pause, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted || (await connect())) break;
    }
    isConnecting = false;
    if (!isOpen && !signal.aborted) void connectAgain();
  };
  client.on('connected', () => {
    isOpen = true;
  });
  client.on('close', () => {
    isOpen = false;
  });
  client.on('disconnected', () => {
    isOpen = false;
    void connectAgain();
  });
  return { isOpen: () => isOpen, stop: () => stopping.abort() };
}
