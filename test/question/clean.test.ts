import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../src/language/index.js';
import { cleanText } from '../../src/question/clean.js';
import { tokensOf } from '../../src/question/tokens.js';

describe('A question is read without', () => {
  it.each([
    ['tameside latest :pray::skin-tone-3:', 'tameside latest'],
    ['care leavers :thinking_face:', 'care leavers'],
    ['which are inadequate :eyes:', 'which are inadequate'],
    ['which are inadequate:eyes:', 'which are inadequate'],
    [':wave: tameside :+1: :100:', 'tameside'],
    [':eyes:tameside', 'tameside'],
    ['tameside 👀 latest 👍🏽 🇬🇧 👨‍👩‍👧 ❤️ 1️⃣', 'tameside latest 1'],
    ['latest™ for Kent ©', 'latest for Kent'],
  ])('emoji: “%s”', (typed, meant) => {
    expect(cleanText(typed)).toBe(meant);
  });

  it('what stands behind thousands of other characters', () => {
    expect(cleanText(`${'\u2029'.repeat(10_000)}tameside`)).toBe('');
    expect(cleanText(`${' tameside'.repeat(10_000)}`).length).toBeLessThanOrEqual(4_000);
  });

  it.each([
    [
      'see <https://files.ofsted.gov.uk/v1/file/50241138> tameside care leavers',
      'see tameside care leavers',
    ],
    [
      'see https://files.ofsted.gov.uk/v1/file/50241138 tameside care leavers',
      'see tameside care leavers',
    ],
    ['<https://ofsted.gov.uk|the Kent report> on neglect', 'the Kent report on neglect'],
    ['<http://gov.uk|gov.uk> tameside latest', 'tameside latest'],
    ['<https://files.ofsted.gov.uk/v1/file/50241138|50241138> tameside', 'tameside'],
    ['www.ofsted.gov.uk/50241138 tameside', 'tameside'],
    ['“https://a.b/c” tameside', '" " tameside'],
    ['<@U123ABC> tameside latest', 'tameside latest'],
    ['<!here> <!subteam^S1|@team> tameside <#C1|general>', 'tameside'],
    [
      'ask <mailto:jo@kent.gov.uk|jo@kent.gov.uk> or jo@kent.gov.uk about surrey',
      'ask or about surrey',
    ],
  ])('links, addresses and mentions: “%s”', (typed, meant) => {
    expect(cleanText(typed)).toBe(meant);
  });

  it.each([
    ['at *08:30*', 'at 08:30'],
    ['`/ofsted digest on #general at 08:30`', '/ofsted digest on #general at 08:30'],
    [
      'did ofsted *really* say _that_ of ~Kent~ *_Surrey_*',
      'did ofsted really say that of Kent Surrey',
    ],
    ['```tameside latest```', 'tameside latest'],
    ['```\ntameside\nlatest\n```', 'tameside latest'],
    ['&gt; did ofsted say this\n&gt;&gt; of Kent', 'did ofsted say this of Kent'],
    ['*"too many children"* tameside', '"too many children" tameside'],
    ['care_leavers in tameside', 'care leavers in tameside'],
    ['**tame**side', 'tameside'],
    ['st helen`s', "st helen's"],
  ])('formatting: “%s”', (typed, meant) => {
    expect(cleanText(typed)).toBe(meant);
  });

  it.each([
    ['tame\u00adside', 'tameside'],
    ['tame\u00ad\nside', 'tameside'],
    ['\u200bdigest status', 'digest status'],
    ['\ufefftameside\u2060 lat\u200dest', 'tameside latest'],
    ['\u202etameside\u202c', 'tameside'],
    ['tameside\u00a0\u2003latest\tnow\r\n', 'tameside latest now'],
    ['ｔａｍｅｓｉｄｅ ofﬁcers', 'tameside officers'],
    ['B&amp;D &amp;amp; Kent', 'B&D & Kent'],
    ['more than &lt;5 of Kent', 'more than <5 of Kent'],
    ['Kent’s ‘front door’ “too late” „now“', 'Kent\'s \'front door\' "too late" "now"'],
  ])('what nobody sees: %j', (typed, meant) => {
    expect(cleanText(typed)).toBe(meant);
  });

  it.each([
    'digest on at 08:30',
    'from 08:30:00 to 10:00',
    'a:b:c',
    'ratio 3:1:2',
    'note: which councils: all',
    'is 5 < 6 and 7 > 3?',
    'Children’s homes & B&D'.replace('’', "'"),
    '5-year-olds, 50% of £1.5m; Mrs. O\'Neill - "quoted"',
    '/ofsted tameside latest',
    '',
  ])('nothing where all of it is meant: “%s”', (typed) => {
    expect(cleanText(typed)).toBe(typed);
  });
});

const PIECES = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...[
        '<',
        '>',
        '|',
        ':',
        '&',
        'amp;',
        'lt;',
        'gt;',
        '*',
        '_',
        '~',
        '`',
        '"',
        "'",
        '’',
        '@',
        '#',
      ],
      ...['https://', 'www.', 'a.b', 'mailto:', 'eyes', '08', '30', 'a', 'İ', 'Σ', 'ﬁ', '\u0301'],
      ...[
        '\u00ad',
        '\u200b',
        '\u200d',
        '\ufe0f',
        '👍',
        '🏽',
        '\ud800',
        '\u0000',
        '\n',
        ' ',
        '＊',
        '：',
      ],
    ),
  ),
  { maxLength: 40 },
);

describe('Whatever is typed', () => {
  it('is cleaned once and for all, and has no unseen characters left', () => {
    fc.assert(
      fc.property(PIECES, (pieces) => {
        const cleaned = cleanText(pieces.join(''));
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
      { numRuns: 3_000 },
    );
  });

  it('has the words that `words()` gives, each at its place', () => {
    fc.assert(
      fc.property(PIECES, (pieces) => {
        const text = cleanText(pieces.join(''));
        const tokens = tokensOf(text);
        expect(tokens.map(({ typed }) => typed)).toEqual(words(text));
        for (const { surface, start, end } of tokens) expect(text.slice(start, end)).toBe(surface);
        expect(tokens.map(({ at }) => at)).toEqual(tokens.map((_, i) => i));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ...[
      '<',
      ':',
      '*',
      '&',
      '&amp;',
      ':a',
      ':*',
      '<https:',
      '<@',
      '`a',
      'www.',
      '\u00ad',
      '> ',
      ' ',
    ],
    ...[
      'a@',
      '_a',
      '::',
      '😀',
      '<a|',
      '\n>',
      '&amp;lt;',
      'aé',
      "a'",
      'a&',
      ':aa:bb',
      '&#39;',
      '_:a',
    ],
  ])('is cleaned to the end: 20,000 characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    const cleaned = cleanText(text);
    expect(cleanText(cleaned)).toBe(cleaned);
    expect(tokensOf(cleaned).map(({ at }) => at)).toEqual(tokensOf(cleaned).map((_, i) => i));
  });
});

it('The words of a question keep their places in its text', () => {
  expect(tokensOf("St. Helen's – B&D")).toEqual([
    { at: 0, word: 'st', typed: 'st', surface: 'St', start: 0, end: 2 },
    { at: 1, word: 'helen', typed: 'helen', surface: "Helen's", start: 4, end: 11 },
    { at: 2, word: 'b&d', typed: 'b&d', surface: 'B&D', start: 14, end: 17 },
  ]);
});
