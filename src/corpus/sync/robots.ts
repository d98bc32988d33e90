import { createRequire } from 'node:module';

/** What a site's robots.txt asks of us; `delay` in milliseconds. */
export type Robots = { allows(url: URL): boolean; delay: number | null };

type Parser = (
  url: string,
  text: string,
) => {
  isDisallowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};
// Its types describe a module of another kind than it is.
const robotsParser: Parser = createRequire(import.meta.url)('robots-parser');

/** The name by which a robots.txt may address this program. */
export const ROBOT = 'ofsted-inspection-history';

/** A robots.txt as the rules for us; a site without one is an empty text. */
export function readRobots(address: string, text: string): Robots {
  const parsed = robotsParser(address, text);
  const delay = parsed.getCrawlDelay(ROBOT);
  return {
    allows: ({ href }) => parsed.isDisallowed(href, ROBOT) !== true,
    delay: delay === undefined ? null : delay * 1000,
  };
}
