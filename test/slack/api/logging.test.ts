import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../src/logger.js';
import { boltLogger } from '../../../src/slack/api/bolt-logger.js';
import { describeError } from '../../../src/slack/failure.js';

const TOKEN = ['xoxb', '123', 'abc'].join('-');
const APP_TOKEN = ['xapp', '1', 'abc'].join('-');

function log() {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => lines.push(line) });
  return { logger, text: () => lines.join('') };
}

describe('The log', () => {
  it('never holds a token or a response_url', () => {
    const { logger, text } = log();
    logger.info({ token: TOKEN, nested: [APP_TOKEN] }, `posted with ${TOKEN}`);
    logger.info('to https://hooks.slack.com/commands/T1/2/secret and /actions/ too');
    logger.info({ url: 'http://127.0.0.1:9/commands/12/SECRET' });
    expect(text()).not.toMatch(/123-abc|1-abc|T1\/2|12\/SECRET/);
    expect(text().match(/\[secret\]/g)).toHaveLength(5);
    for (const line of text().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('never holds what Bolt’s debug lines and complaints say of a request', () => {
    const { logger, text } = log();
    const bolt = boltLogger(logger);
    bolt.debug('http request body: my question');
    bolt.warn('Malformed request body: Unexpected token m, "my question" is not valid JSON');
    bolt.error('Slack API error', new Error('my question'));
    expect(text()).not.toContain('my question');
    expect(text()).toContain('Malformed request body');
  });

  it('describes an error without a message that could quote a question', () => {
    const error = new AggregateError(
      [new SyntaxError('"my question" is not valid JSON')],
      'my question',
    );
    const told = JSON.stringify(describeError(error));
    expect(told).not.toContain('my question');
    expect(told).toContain('SyntaxError');
    expect(told).toContain('logging.test');
  });

  it('keeps the message of an error of the system', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(describeError(error)).toMatchObject({ message: 'connect ECONNREFUSED' });
  });
});
