import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatSlackDate } from '../src/page/dates.js';
import { parseMarkdown } from '../src/page/markdown.js';
import { type Inline, parseMrkdwn, plainText } from '../src/page/mrkdwn.js';

/** The pieces of a text that is one paragraph. */
function line(source: string, options: { verbatim?: boolean } = {}): Inline[] {
  const [run, ...more] = parseMrkdwn(source, options);
  if (more.length > 0 || run?.kind !== 'paragraph') throw new Error('not one paragraph');
  return run.children;
}

const text = (content: string): Inline => ({ kind: 'text', text: content });
const read = (source: string): string =>
  plainText(parseMrkdwn(source), (id) => (id === 'U1' ? 'weather' : null));

describe('Styles in mrkdwn', () => {
  it.each([
    ['*bold*', 'bold'],
    ['_italic_', 'italic'],
    ['~struck~', 'strike'],
  ])('%s is %s', (source, kind) => {
    expect(line(source)).toEqual([{ kind, children: [text(source.slice(1, -1))] }]);
  });

  it('nest', () => {
    expect(line('*bold _and italic_*')).toEqual([
      {
        kind: 'bold',
        children: [text('bold '), { kind: 'italic', children: [text('and italic')] }],
      },
    ]);
  });

  it.each([
    '2 * 3 * 4',
    'snake_case_name',
    '* not a style *',
    '**',
    'a*b*c',
    '*never closed',
    '~ 5 ~',
  ])('leave "%s" as it is written', (source) => {
    expect(line(source)).toEqual([text(source)]);
  });

  it('end at the end of the line', () => {
    expect(line('*one\ntwo*')).toEqual([text('*one\ntwo*')]);
  });

  it('stand beside punctuation', () => {
    expect(line('(*Good*), “*not*”.')).toEqual([
      text('('),
      { kind: 'bold', children: [text('Good')] },
      text('), “'),
      { kind: 'bold', children: [text('not')] },
      text('”.'),
    ]);
  });

  it('do not reach into code', () => {
    expect(line('`*a*` and *`b*`*')).toEqual([
      { kind: 'code', text: '*a*' },
      text(' and '),
      { kind: 'bold', children: [{ kind: 'code', text: 'b*' }] },
    ]);
  });
});

describe('Entities in mrkdwn', () => {
  it('are decoded once, and only the three that Slack knows', () => {
    expect(line('&amp;lt; &lt;b&gt; &quot;')).toEqual([text('&lt; <b> &quot;')]);
  });

  it('are decoded in code and in labels', () => {
    expect(line('`a &lt; b` <https://x.test/?a=1&amp;b=2|Q&amp;A>')).toEqual([
      { kind: 'code', text: 'a < b' },
      text(' '),
      { kind: 'link', url: 'https://x.test/?a=1&b=2', label: 'Q&A' },
    ]);
  });

  it('never become a mention or a link', () => {
    expect(
      line('&lt;!channel&gt; &lt;@U1&gt; &lt;https://x.test|here&gt;', { verbatim: true }),
    ).toEqual([text('<!channel> <@U1> <https://x.test|here>')]);
  });

  it('keep every escaped text whole', () => {
    const escaped = (content: string) =>
      content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const words = fc.string({
      unit: fc.constantFrom('a', 'B', '9', '&', '<', '>', 'é', '😀', ';', ' '),
    });
    fc.assert(
      fc.property(words, (content) => {
        const quoted = `x${content}x`;
        expect(read(escaped(quoted))).toBe(quoted);
      }),
    );
  });
});

describe('Links in mrkdwn', () => {
  it('carry their label, or their address', () => {
    expect(line('<https://x.test/a|The report> <https://x.test/b>')).toEqual([
      { kind: 'link', url: 'https://x.test/a', label: 'The report' },
      text(' '),
      { kind: 'link', url: 'https://x.test/b', label: 'https://x.test/b' },
    ]);
  });

  it('lead to a mailbox too, shown without its scheme', () => {
    expect(line('<mailto:help@x.test>')).toEqual([
      { kind: 'link', url: 'mailto:help@x.test', label: 'help@x.test' },
    ]);
  });

  it.each(['<javascript:alert(1)|Good>', '<data:text/html,x>', '<file:///etc>', '<b>', '<>'])(
    'are not made of %s',
    (source) => {
      expect(line(source)).toEqual([text(source)]);
    },
  );

  it('are made of bare addresses, without the full stop after them, unless the text is verbatim', () => {
    const source = 'See https://x.test/a_b_c.';
    expect(line(source)).toEqual([
      text('See '),
      { kind: 'link', url: 'https://x.test/a_b_c', label: 'https://x.test/a_b_c' },
      text('.'),
    ]);
    expect(line(source, { verbatim: true })).toEqual([text(source)]);
  });
});

describe('Mentions, dates and emoji in mrkdwn', () => {
  it('are recognised by their marks', () => {
    expect(line('<@U1> <#C1|general> <!here> <!subteam^S1|@team>')).toEqual([
      { kind: 'user', id: 'U1', label: null },
      text(' '),
      { kind: 'channel', id: 'C1', label: 'general' },
      text(' '),
      { kind: 'broadcast', range: 'here' },
      text(' '),
      { kind: 'group', id: 'S1', label: '@team' },
    ]);
  });

  it('a date has its time, format, link and fallback', () => {
    expect(line('<!date^1702634400^{date_short}^https://x.test|15 Dec 2023>')).toEqual([
      {
        kind: 'date',
        timestamp: 1_702_634_400,
        format: '{date_short}',
        url: 'https://x.test',
        fallback: '15 Dec 2023',
      },
    ]);
  });

  it('emoji are those with a known name', () => {
    expect(line(':warning: at 10:30:15 :constructor:')).toEqual([
      { kind: 'emoji', name: 'warning', character: '⚠️' },
      text(' at 10:30:15 :constructor:'),
    ]);
  });
});

describe('Lines in mrkdwn', () => {
  it('that begin with ">" are one quotation, whose end is kept from the text after it', () => {
    expect(parseMrkdwn('Said:\n&gt; one\n> two\nEnd')).toEqual([
      { kind: 'paragraph', children: [text('Said:')] },
      { kind: 'quote', children: [text('one\ntwo')] },
      { kind: 'paragraph', children: [text('End')] },
    ]);
  });

  it('after ">>>" are all quoted', () => {
    expect(parseMrkdwn('&gt;&gt;&gt;one\n\ntwo')).toEqual([
      { kind: 'quote', children: [text('one\n\ntwo')] },
    ]);
  });

  it('between three backticks are kept as they are', () => {
    expect(parseMrkdwn('a\n```*b*\n  &lt;c&gt;```\nd')).toEqual([
      { kind: 'paragraph', children: [text('a')] },
      { kind: 'preformatted', text: '*b*\n  <c>' },
      { kind: 'paragraph', children: [text('d')] },
    ]);
  });

  it('keep their bullets', () => {
    expect(line('• one\n• two')).toEqual([text('• one\n• two')]);
  });
});

describe('What a screen reader is told of mrkdwn', () => {
  it('is its words with names in place of marks', () => {
    expect(read('*Leeds*: <https://x.test|rain>, asked <@U1> in <#C9|lobby> :warning:')).toBe(
      'Leeds: rain, asked @weather in #lobby warning',
    );
  });
});

describe('A date in a message', () => {
  const reader = { now: Date.parse('2023-12-16T09:00:00Z'), timeZone: 'Europe/London' };
  const december15 = Date.parse('2023-12-15T10:05:00Z') / 1000;

  it.each([
    ['{date_num}', '2023-12-15'],
    ['{date_slash}', '15/12/2023'],
    ['{date_long}', 'Friday 15 December 2023'],
    ['{date_long_full}', '15 December 2023'],
    ['{date}', '15 December'],
    ['{date_short} at {time}', '15 Dec 2023 at 10:05'],
    ['{date_pretty}', 'yesterday'],
    ['{ago}', '23 hours ago'],
    ['{constructor} {unknown}', '{constructor} {unknown}'],
  ])('written %s reads %s', (format, shown) => {
    expect(formatSlackDate(december15, format, reader)).toBe(shown);
  });

  it('is shown at the reader’s own time', () => {
    const summer = Date.parse('2023-07-01T23:30:00Z') / 1000;
    expect(formatSlackDate(summer, '{date_num} {time}', reader)).toBe('2023-07-02 00:30');
  });
});

describe('A markdown block', () => {
  it('has headings, paragraphs, lists, quotations, code and rules', () => {
    const source = '# Title\nSome\ntext\n\n- one\n- two\n1. first\n> said\n---\n```js\n<b>\n```';
    expect(parseMarkdown(source)).toEqual([
      { kind: 'heading', level: 1, children: [text('Title')] },
      { kind: 'paragraph', children: [text('Some'), text('\n'), text('text')] },
      { kind: 'list', ordered: false, items: [[text('one')], [text('two')]] },
      { kind: 'list', ordered: true, items: [[text('first')]] },
      { kind: 'quote', children: [text('said')] },
      { kind: 'rule' },
      { kind: 'preformatted', text: '<b>' },
    ]);
  });

  it('styles words and links only what may be opened', () => {
    const [run] = parseMarkdown(
      '**b** *i* ~~s~~ `c` [r](https://x.test) [x](javascript:alert) <i>',
    );
    expect(run).toEqual({
      kind: 'paragraph',
      children: [
        { kind: 'bold', children: [text('b')] },
        text(' '),
        { kind: 'italic', children: [text('i')] },
        text(' '),
        { kind: 'strike', children: [text('s')] },
        text(' '),
        { kind: 'code', text: 'c' },
        text(' '),
        { kind: 'link', url: 'https://x.test', label: 'r' },
        text(' '),
        text('[x](javascript:alert)'),
        text(' <i>'),
      ],
    });
  });
});
