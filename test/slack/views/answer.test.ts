import { describe, expect, it } from '@jest/globals';
import { pings } from 'local-slack';
import type { Answer, Section } from '../../../src/answer/index.js';
import { answerView } from '../../../src/slack/views/answer.js';
import { unescapeMrkdwn } from '../../../src/slack/views/escape.js';
import { type Screen, screenOf } from '../../../src/slack/views/screen.js';
import { source, visit } from '../../support/record.js';
import { answer, citation, countOf, point, quotations, section, textsIn } from '../answers.js';

const buttons = (blocks: ReturnType<typeof answerView>['blocks']) =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) => (element.type === 'button' ? [element] : []))
      : [],
  );
const labels = (blocks: ReturnType<typeof answerView>['blocks']) =>
  buttons(blocks).map(({ text }) => text.text);

const tableRows = (blocks: ReturnType<typeof answerView>['blocks']) =>
  blocks.flatMap((block) => (block.type === 'data_table' ? [block.rows.length - 1] : []));

const WHOLE: Screen = { page: 1, mode: 'none' };
const SHORT = 'Caseloads are too high in some teams, and inspectors said so plainly.';

describe('An answer in Slack', () => {
  it('leads with the headline and shows the quotation with whose words they are and where from', () => {
    const { text, blocks } = answerView(
      answer({ sections: [section('Focused visit, 9–10 March 2021', [point(SHORT)])] }),
    );
    expect(quotations(blocks)).toEqual([SHORT]);
    expect(textsIn(blocks[0])).toContain('Oldham: caseloads were too high');
    expect(textsIn(blocks)).toContain(
      'Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021, page 2, bullet 4>',
    );
    expect(text).toContain('Oldham: caseloads were too high at the focused visit of March 2021.');
    expect(textsIn(blocks)).toContain('Concern');
    expect(text).toContain(`Concern: “${SHORT}”`);
    expect(text).toContain('letter dated 20 April 2021');
  });

  it('keeps the press apart from Ofsted, and says where the press differs', () => {
    const { text, blocks } = answerView(
      answer({
        sections: [
          section('Visit', [
            point(SHORT, {
              speaker: { kind: 'ofsted_quoted_by_press' },
              source: source({ kind: 'press', publisher: 'a local newspaper', dated: null }),
              official: { source: 'oldham-2021-letter', page: 2, verdict: 'differs' },
            }),
          ]),
        ],
      }),
    );
    for (const shown of [text, textsIn(blocks)]) {
      expect(shown).toContain('Ofsted, as quoted in the press; differs from the official text');
      expect(shown).toContain('a local newspaper, undated');
    }
  });

  it('explains a quotation of a few words with the finding, and leaves a whole sentence alone', () => {
    const finding = 'The newspaper reports that caseloads were too high.';
    const short = answerView(
      answer({ sections: [section('Visit', [point('too high', { finding })])] }),
    );
    const long = answerView(answer({ sections: [section('Visit', [point(SHORT, { finding })])] }));
    for (const shown of [short.text, textsIn(short.blocks)]) expect(shown).toContain(finding);
    for (const shown of [long.text, textsIn(long.blocks)]) expect(shown).not.toContain(finding);
  });

  it('links the document where the record has its address', () => {
    const url = 'https://files.example/report?a=1&b=2|3';
    const { blocks, text } = answerView(
      answer({ sections: [section('Visit', [point(SHORT, { source: source({ url }) })])] }),
    );
    expect(textsIn(blocks)).toContain(
      '<https://files.example/report?a=1&amp;b=2%7C3#page=2|Focused visit, 9–10 March 2021',
    );
    expect(text).not.toContain('https:');
  });

  it('links Ofsted’s page of the council where the document’s address is not known', () => {
    const { blocks, text } = answerView(answer({ sections: [section('Visit', [point(SHORT)])] }));
    expect(textsIn(blocks)).toContain(
      '<https://reports.ofsted.gov.uk/provider/44/80535|Focused visit, 9–10 March 2021',
    );
    expect(text).not.toContain('https:');
  });

  it('shows a table with its caption and something in every cell', () => {
    const { text, blocks } = answerView(
      answer({
        table: {
          caption: 'Judgements',
          columns: ['Visit', 'Overall'],
          rows: [
            ['15–26 January 2024', 'requires improvement to be good'],
            ['March 2021', ''],
          ],
        },
      }),
    );
    expect(blocks).toContainEqual({
      type: 'data_table',
      caption: 'Judgements',
      page_size: 2,
      rows: [
        [
          { type: 'raw_text', text: 'Visit' },
          { type: 'raw_text', text: 'Overall' },
        ],
        [
          { type: 'raw_text', text: '15–26 January 2024' },
          { type: 'raw_text', text: 'requires improvement to be good' },
        ],
        [
          { type: 'raw_text', text: 'March 2021' },
          { type: 'raw_text', text: '–' },
        ],
      ],
    });
    expect(text).toContain('15–26 January 2024 · requires improvement to be good');
  });

  it('shows seven rows of a table at a time', () => {
    const rows = (length: number) => Array.from({ length }, (_, n) => [`Visit ${n}`]);
    const pageSize = (length: number) =>
      answerView(
        answer({ table: { caption: 'Visits', columns: ['Visit'], rows: rows(length) } }),
      ).blocks.flatMap((block) => (block.type === 'data_table' ? [block.page_size] : []));
    expect(pageSize(6)).toEqual([6]);
    expect(pageSize(60)).toEqual([7]);
  });

  it('leaves a table without rows out, which Slack would refuse', () => {
    const { blocks } = answerView(
      answer({ table: { caption: 'Judgements', columns: ['Visit'], rows: [] } }),
    );
    expect(blocks.map(({ type }) => type)).not.toContain('data_table');
  });
});

/** The screens that "Show more" leads to, one after the other, from the first. */
function screensOf(of: Answer): ReturnType<typeof answerView>[] {
  const screens = [answerView(of, { page: 0, mode: 'offer' })];
  for (;;) {
    const more = buttons(screens.at(-1)?.blocks ?? []).find(
      ({ text }) => text.text === 'Show more',
    );
    if (!more) return screens;
    screens.push(answerView(of, screenOf(more.action_id ?? '')));
  }
}

const years = (period: number) => visit({ id: `${period}`, period: `${period}`, end: null });
const manySections = Array.from({ length: 12 }, (_, n) =>
  section(
    `Visit of ${2024 - n}`,
    Array.from({ length: 8 }, (_, m) =>
      point(`${SHORT} ${'It goes on. '.repeat(10)}(${n}, ${m})`, { visit: years(2024 - n) }),
    ),
  ),
);
const quotesIn = (sections: Section[]) =>
  sections.flatMap(({ points }) => points.map(({ citation: { quote } }) => quote));

describe('The first screen of an answer', () => {
  const { text, blocks } = answerView(answer({ sections: manySections }), {
    page: 0,
    mode: 'offer',
  });

  it('shows three quotations at most, folds the next away, and says how many more there are', () => {
    const all = quotesIn(manySections);
    const folds = blocks.filter(({ type }) => type === 'container');
    expect(quotations(blocks.filter(({ type }) => type !== 'container'))).toEqual(all.slice(0, 3));
    expect(quotations(folds)).toEqual(all.slice(3, 8));
    expect(textsIn(folds)).toContain('More evidence: 5 quotations');
    expect(textsIn(blocks)).toContain(`More: ${all.length - 8} quotations.`);
    for (const quote of all.slice(0, 3)) expect(text).toContain(`“${quote}”`);
  });

  it('folds away nothing that it takes to read the headline', () => {
    const notes = ['One note.', 'Another note.', 'A third note.'];
    const table = { caption: 'Grades', columns: ['Area', 'Grade'], rows: [['Overall', 'good']] };
    const view = answerView(
      answer({ notes, table, sections: manySections, closing: ['Counted.'] }),
    );
    const [fold, ...others] = view.blocks.filter(({ type }) => type === 'container');
    expect(others).toEqual([]);
    expect(fold).toMatchObject({ is_collapsible: true, default_collapsed: true });
    expect(textsIn(fold)).not.toMatch(/note|Overall|Oldham:/);
    expect(textsIn(fold)).toContain('Counted.');
    expect(textsIn(view.blocks)).toMatch(
      /One note[\s\S]*Another note[\s\S]*A third note[\s\S]*Overall/,
    );
  });

  it('needs no button for more where all of it is folded away', () => {
    const few = [
      section(
        'Visit',
        quotesIn(manySections)
          .slice(0, 6)
          .map((quote) => point(quote)),
      ),
    ];
    const view = answerView(answer({ sections: few, closing: ['How it was counted.'] }));
    expect(labels(view.blocks)).toEqual(['Something wrong?']);
    expect(quotations(view.blocks)).toEqual(quotesIn(few));
    expect(textsIn(view.blocks)).toContain('More evidence: 3 quotations and 1 line');
  });

  it('leads to the whole and back, and can be shared from either', () => {
    expect(labels(blocks)).toEqual(['Show more', 'Share to channel', 'Something wrong?']);
    const [, second] = screensOf(answer({ sections: manySections }));
    expect(labels(second?.blocks ?? [])).toEqual(
      expect.arrayContaining(['Show more', 'Show fewer', 'Share to channel']),
    );
    const fewer = buttons(second?.blocks ?? []).find((each) => each.text.text === 'Show fewer');
    expect(screenOf(fewer?.action_id ?? '')).toEqual({ page: 0, mode: 'offer' });
    const share = buttons(second?.blocks ?? []).find(({ action_id }) =>
      /^share/.test(action_id ?? ''),
    );
    expect(share?.action_id).toBe('share:1');
  });

  it('that shows all has no button for more', () => {
    const all = answerView(answer({ sections: [section('Visit', [point(SHORT)])] }));
    expect(labels(all.blocks)).toEqual(['Something wrong?']);
  });

  it('of an answer that found nothing leads nowhere, and says what it leaves out', () => {
    const nothing = answer({ status: 'nothing_found', sections: manySections });
    const view = answerView(nothing, { page: 0, mode: 'offer' });
    expect(labels(view.blocks)).toEqual(['Something wrong?']);
    expect(textsIn(view.blocks)).toMatch(/Not shown: 93 quotations/);
  });
});

describe('The whole of an answer', () => {
  it('has every quotation once, in order, over pages that Slack takes', () => {
    const [, ...pages] = screensOf(answer({ sections: manySections }));
    expect(pages.flatMap(({ blocks }) => quotations(blocks))).toEqual(quotesIn(manySections));
    for (const { blocks, text } of pages) {
      expect(countOf(blocks)).toBeLessThanOrEqual(50);
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
      expect(text.length).toBeLessThanOrEqual(3_000);
      expect(textsIn(blocks)).toContain(`of ${pages.length}.`);
    }
  });

  it('goes on under the heading where a page ends within a section', () => {
    const long = [
      section(
        'One visit',
        quotesIn(manySections).map((quote) => point(quote)),
      ),
    ];
    const [, , second] = screensOf(answer({ sections: long }));
    expect(textsIn(second?.blocks[1])).toContain('One visit (continued)');
  });

  it.each([
    ['of long cells', 2, 'x'.repeat(60)],
    ['of many short cells', 4, 'x'],
  ])('has every row of a long table %s', (_what, width, cell) => {
    const columns = Array.from({ length: width }, (_, n) => `Column ${n}`);
    const rows = Array.from({ length: 250 }, (_, n) => columns.map(() => `${n} ${cell}`));
    const [first, ...pages] = screensOf(answer({ table: { caption: 'All', columns, rows } }));
    expect(tableRows(first?.blocks ?? [])).toEqual([20]);
    expect(textsIn(first?.blocks)).toContain('More: 230 rows.');
    const shown = pages.flatMap(({ blocks }) => tableRows(blocks));
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(250);
    for (const { blocks } of pages)
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
  });

  it('cuts no quotation in the text either, and counts there too', () => {
    const [, page] = screensOf(answer({ sections: manySections }));
    const onPage = quotations(page?.blocks ?? []);
    const whole = onPage.filter((quote) => page?.text.includes(`“${quote}”`)).length;
    expect(whole).toBeGreaterThan(2);
    expect(page?.text).toContain(`${onPage.length - whole} more quotations are not shown here.`);
  });

  it('announces one quotation that is too long for any page', () => {
    const quote = 'A paragraph without an end. '.repeat(600);
    const view = answerView(answer({ sections: [section('Visit', [point(quote)])] }), WHOLE);
    expect(quotations(view.blocks)).toEqual([]);
    for (const shown of [view.text, textsIn(view.blocks)])
      expect(shown).toContain('1 more quotation is not shown here.');
  });
});

describe('A line that is too long for Slack', () => {
  it('shows a headline with its quotation whole, or says that the rest is not shown', () => {
    const quote = 'Leaders “do not know” their services well. '.repeat(40).trim();
    const whole = answerView(answer({ headline: `Oldham. Ofsted: “${quote}” (2021)` }));
    const cut = answerView(answer({ headline: `Oldham. Ofsted: “${quote} ${quote}” (2021)` }));
    for (const shown of [whole.text, textsIn(whole.blocks)]) expect(shown).toContain(`“${quote}”`);
    for (const shown of [cut.text, textsIn(cut.blocks)]) {
      expect(shown).toContain('Oldham. Ofsted: The rest is not shown here.');
      expect(shown).not.toContain('Leaders');
    }
  });

  it('announces what a note without a quotation loses', () => {
    const note = `It begins. ${'And on it goes. '.repeat(300)}`;
    const view = answerView(answer({ notes: [note] }));
    for (const shown of [view.text, textsIn(view.blocks)]) {
      expect(shown).toContain('It begins.');
      expect(shown).toContain('The rest is not shown here.');
    }
  });
});

describe('Text from a report or a question', () => {
  const NASTY =
    '<!channel> & <@U0123ABCD> *bold* _it_ ~no~ `code` <https://x.example|click> :smile: &amp;';

  it('stands as it is, and can neither ping nor become a link', () => {
    const view = answerView(
      answer({
        question: NASTY,
        headline: `Nothing on “${NASTY}”`,
        notes: [NASTY],
        closing: [NASTY],
        table: { caption: NASTY, columns: [NASTY], rows: [[NASTY]] },
        sections: [
          section(NASTY, [point(NASTY)], [NASTY]),
          ...[1, 2, 3, 4].map((n) => section(`Further ${n}`, [point(NASTY)], [NASTY])),
        ],
        choices: [{ label: NASTY, question: NASTY }],
      }),
      { page: 0, mode: 'offer' },
    );
    expect(pings(view)).toEqual([]);
    expect(quotations(view.blocks)).toEqual([NASTY]);
    const mrkdwn = JSON.stringify(view.blocks).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
    expect(new Set(mrkdwn)).toEqual(
      new Set([
        '"type":"mrkdwn","text":"<https://reports.ofsted.gov.uk/provider/44/80535|Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021, page 2, bullet 4>"',
      ]),
    );
    expect(view.text).not.toMatch(/[<>]/);
    const plain = JSON.stringify(view.blocks).match(/"type":"plain_text"/g) ?? [];
    expect(JSON.stringify(view.blocks).match(/"emoji":false/g)).toHaveLength(plain.length);
    expect(unescapeMrkdwn(view.text)).toContain(`“${NASTY}”`);
  });
});

describe('The buttons under an answer', () => {
  it('offer what else to ask, and a quiet way to say that something is wrong', () => {
    const { blocks } = answerView(
      answer({
        choices: [{ label: 'Timeline', question: 'oldham timeline' }],
        sections: [section('Visit', [point(SHORT)])],
      }),
    );
    expect(labels(blocks)).toEqual(['Timeline', 'Something wrong?']);
    expect(buttons(blocks).map(({ value }) => value)).toEqual([
      'oldham timeline',
      JSON.stringify([citation(SHORT).key]),
    ]);
  });

  it('offer to share what only the asker sees', () => {
    const { blocks } = answerView(answer(), { page: 0, mode: 'offer' });
    expect(labels(blocks)).toEqual(['Share to channel', 'Something wrong?']);
  });

  it('carry no question that found nothing, however it was asked', () => {
    for (const question of ['oldham and zebedee', 'zebedee '.repeat(400)]) {
      const { blocks } = answerView(
        answer({
          question,
          status: 'nothing_found',
          choices: [{ label: 'Latest', question: 'oldham latest' }],
        }),
        { page: 0, mode: 'offer' },
      );
      expect(labels(blocks)).toEqual(['Latest', 'Something wrong?']);
      expect(JSON.stringify(blocks)).not.toMatch(/zebedee|too long/);
    }
  });

  it('do not offer to share a question that is too long for a button, and say so', () => {
    const { blocks } = answerView(answer({ question: 'why '.repeat(500) }), {
      page: 0,
      mode: 'offer',
    });
    expect(labels(blocks)).not.toContain('Share to channel');
    expect(textsIn(blocks)).toContain('too long for a “Share to channel” button');
  });

  it('never carry more than Slack takes, however many passages an answer quotes', () => {
    const points = Array.from({ length: 90 }, (_, n) =>
      point(SHORT, { key: `oldham-2021-letter/p${n}-${'x'.repeat(40)}` }),
    );
    const { blocks } = answerView(answer({ sections: [section('Visit', points)] }));
    for (const { value = '' } of buttons(blocks)) expect(value.length).toBeLessThanOrEqual(2_000);
  });

  it('are four at first, and of the whole no more than a row takes; the rest is announced', () => {
    const choices = Array.from({ length: 30 }, (_, n) => ({
      label: `A council with a long name ${n} `.repeat(4),
      question: `council ${n}`,
    }));
    const { blocks } = answerView(answer({ choices }), { page: 0, mode: 'offer' });
    expect(labels(blocks).filter((label) => label.startsWith('A council'))).toHaveLength(4);
    expect(textsIn(blocks)).toContain('More: 26 suggestions.');
    const whole = answerView(answer({ choices }), { page: 1, mode: 'offer' });
    expect(buttons(whole.blocks).length).toBeLessThanOrEqual(25);
    for (const label of labels(whole.blocks)) expect(label.length).toBeLessThanOrEqual(75);
    expect(textsIn(whole.blocks)).toContain('10 more suggestions are not shown');
  });

  it.each([
    ['latest', (name: string) => ({ label: name, question: `${name} latest` })],
    [
      'care leavers',
      (name: string) => ({ label: `Only ${name}`, question: `${name}: care leavers` }),
    ],
  ])('on a page are a list to search in where many ask the same (%s)', (asked, choiceOf) => {
    const choices = ['Leeds', 'Kent', 'Bury', 'Devon', 'Surrey'].map(choiceOf);
    const { blocks } = answerView(answer({ choices }), WHOLE);
    expect(labels(blocks).join()).not.toMatch(/Leeds|Surrey/);
    const list = blocks.find(
      (block) => block.type === 'actions' && block.elements[0]?.type === 'external_select',
    );
    expect(list?.block_id).toBe(`ask of ${asked}`);
    const few = answerView(answer({ choices: choices.slice(0, 3) }), WHOLE);
    expect(labels(few.blocks).filter((label) => /Leeds|Kent|Bury/.test(label))).toHaveLength(3);
  });

  it('are missing under advice about a particular child, whose question is nowhere in the reply', () => {
    const question = 'lad, 15, missing since sunday';
    const view = answerView(
      answer({
        kind: 'advice',
        question,
        headline: 'This bot cannot help with that.',
        choices: [{ label: 'Ask', question }],
      }),
      { page: 0, mode: 'offer' },
    );
    expect(buttons(view.blocks)).toEqual([]);
    expect(JSON.stringify(view)).not.toContain('15');
  });
});

describe('The headline of an answer', () => {
  it('that is too long for a header has its first sentences as one, and loses nothing', () => {
    const first = `Oldham: added to the record: ${'a report of the inspection, '.repeat(3)}2023.`;
    const rest = 'Newer than any visit the record held a document of. Overall: outstanding.';
    const [header, line] = answerView(answer({ headline: `${first} ${rest}` })).blocks;
    expect(header).toMatchObject({ type: 'header', text: { text: first } });
    expect(JSON.stringify(line)).toContain(rest);
  });

  it('is a heading, and a whole line in bold where a heading has no room for it', () => {
    const short = 'Oldham: caseloads were too high.';
    const long = `Oldham: ${'caseloads were too high & rising, '.repeat(6)}by its letter.`;
    expect(answerView(answer({ headline: short })).blocks[0]).toMatchObject({
      type: 'header',
      text: { type: 'plain_text', text: short },
    });
    const [first] = answerView(answer({ headline: long })).blocks;
    expect(first?.type).toBe('rich_text');
    expect(textsIn(first)).toBe(long);
  });
});

describe('A shared answer', () => {
  it('says who shared it and mentions nobody else', () => {
    const view = answerView(answer(), { page: 0, mode: { sharedBy: 'U0123ABCD' } });
    expect(new Set(pings(view))).toEqual(new Set(['<@U0123ABCD>']));
    expect(labels(view.blocks)).not.toContain('Share to channel');
  });

  it('leaves the sharer a copy that says so and cannot be shared again', () => {
    const { blocks } = answerView(answer(), { page: 0, mode: 'shared' });
    expect(textsIn(blocks)).toContain('You shared this answer to the channel.');
    expect(labels(blocks)).not.toContain('Share to channel');
  });
});
