import { describe, expect, it } from '@jest/globals';
import { createOutgoing } from '../../../src/slack/api/outgoing.js';

const { takesReplies } = createOutgoing('http://127.0.0.1:4321/api/', undefined);

describe('A response_url', () => {
  it.each([
    'https://hooks.slack.com/commands/T1/2/3',
    'https://hooks.slack-gov.com/actions/T1/2/3',
    'http://127.0.0.1:4321/commands/1',
  ])('is taken at %s', (url) => expect(takesReplies(url)).toBe(true));

  it.each([
    'http://hooks.slack.com/commands/T1/2/3',
    'https://hooks.slack.com.example.org/commands/1',
    'https://notslack.com/commands/1',
    'https://hooks.slack.com@example.org/commands/1',
    'http://127.0.0.1:4322/commands/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'no address',
  ])('is not taken at %s', (url) => expect(takesReplies(url)).toBe(false));
});
