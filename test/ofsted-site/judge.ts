import type { IncomingMessage } from 'node:http';

/** Holds whoever asks to good manners; what it finds is a fault of the client. */
export type Judge = {
  /** What was done wrong, in order. */
  faults: string[];
  arrives(request: IncomingMessage): void;
  ends(): void;
  /** Nothing may be asked for so many milliseconds from now. */
  asksToWait(milliseconds: number): void;
  /** Whoever asked was killed: what was asked of it a moment ago it may never have heard. */
  killed(): void;
};

/** How many milliseconds too early is still in time: two clocks are read, both rounded. */
const LENIENCE = 2;

/** Milliseconds in which a reply that asks to wait may not have been read and written down. */
const UNHEARD = 100;

/** Requests must be `interval` milliseconds apart; robots may not ask for what is `disallowed`. */
export function createJudge(interval: number, disallowed: string[]): Judge {
  const faults: string[] = [];
  let last = Number.NEGATIVE_INFINITY;
  let open = 0;
  let notBefore = 0;
  let askedAt = 0;
  let robotsRead = false;
  return {
    faults,
    arrives: ({ url = '', method, headers }) => {
      const now = performance.now();
      const say = (fault: string): void => {
        faults.push(`${method} ${url}: ${fault}`);
      };
      if (method !== 'GET') say('not a GET');
      if (!/^[\w-]+\/[\d.]+ \(\+\S+\)$/.test(headers['user-agent'] ?? ''))
        say(`asked by “${headers['user-agent']}”`);
      if (now - last < interval - LENIENCE) say(`${(now - last).toFixed(1)} ms after the last`);
      if (open > 0) say('while another was answered');
      if (now < notBefore - LENIENCE) say(`${(notBefore - now).toFixed(0)} ms too early`);
      if (disallowed.some((path) => url.startsWith(path))) say('disallowed by robots.txt');
      if (url === '/robots.txt') robotsRead = true;
      else if (!robotsRead) say('before robots.txt was read');
      last = now;
      open++;
    },
    ends: () => {
      open--;
    },
    asksToWait: (milliseconds) => {
      askedAt = performance.now();
      notBefore = askedAt + milliseconds;
    },
    killed: () => {
      if (performance.now() - askedAt < UNHEARD) notBefore = 0;
    },
  };
}
