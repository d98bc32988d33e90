import { describe, expect, it } from '@jest/globals';
import { readMessageText } from '../../src/slack/message-text.js';

describe('What a person typed', () => {
  it.each([
    ['<@U0LOCALBOT> tameside latest', 'tameside latest'],
    ['tameside latest <@U0LOCALBOT>', 'tameside latest'],
    ['<@U1|bot>: what about MASH &amp; the front door?', ': what about MASH & the front door?'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['<!channel> <!subteam^S1|@social-work> latest', 'latest'],
    ['<#C1|general> latest', 'general latest'],
    ['<#C1> latest', 'latest'],
    ['see <https://www.gov.uk/x|gov.uk/x>', 'see gov.uk/x'],
    ['see <https://www.gov.uk/x>', 'see https://www.gov.uk/x'],
    ['<mailto:a@b.example|a@b.example> <mailto:c@d.example>', 'a@b.example c@d.example'],
    ['5 &lt; 6 and 7 &gt; 6', '5 < 6 and 7 > 6'],
    ['', ''],
  ])('is read from %j', (text, expected) => {
    expect(readMessageText(text)).toBe(expected);
  });
});
