import { expect, it } from '@jest/globals';
import { pings } from '../src/index.js';

const richText = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements }],
});

it.each<[string, { text: string; blocks: unknown[] }, string[]]>([
  ['a channel-wide mark', { text: 'a <!channel> b', blocks: [] }, ['<!channel>']],
  [
    'a mark with a label',
    { text: '<!here|here> <@U1|ann>', blocks: [] },
    ['<!here|here>', '<@U1|ann>'],
  ],
  ['a group', { text: '<!subteam^S1>', blocks: [] }, ['<!subteam^S1>']],
  ['an escaped mark', { text: '&lt;!channel&gt; @here', blocks: [] }, []],
  [
    'a link, a date and a channel',
    { text: '<https://a.b> <!date^1^{date}|x> <#C1>', blocks: [] },
    [],
  ],
  [
    'mrkdwn in a section',
    { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U1>' } }] },
    ['<@U1>'],
  ],
  [
    'plain text in a section',
    { text: '', blocks: [{ type: 'section', text: { type: 'plain_text', text: '<@U1>' } }] },
    [],
  ],
  [
    'rich text that names a user and the channel',
    {
      text: '',
      blocks: [richText({ type: 'user', user_id: 'U1' }, { type: 'broadcast', range: 'here' })],
    },
    ['user U1', 'broadcast here'],
  ],
  [
    'rich text that quotes a mark as text',
    { text: '', blocks: [richText({ type: 'text', text: '<!channel> <@U1>' })] },
    [],
  ],
  [
    'what lies in a container',
    {
      text: '',
      blocks: [{ type: 'container', child_blocks: [richText({ type: 'user', user_id: 'U1' })] }],
    },
    ['user U1'],
  ],
  [
    'a markdown block',
    { text: '', blocks: [{ type: 'markdown', text: '<!everyone>' }] },
    ['<!everyone>'],
  ],
])('tells whom %s notifies', (_name, message, expected) => {
  expect(pings(message)).toEqual(expected);
});
