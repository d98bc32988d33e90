import { describe, expect, it } from '@jest/globals';
import { pings } from 'local-slack';
import { answerView } from '../../../src/slack/views/answer.js';
import { unescapeMrkdwn } from '../../../src/slack/views/escape.js';
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

const SHORT = 'Caseloads are too high in some teams, and inspectors said so plainly.';

describe('An answer in Slack', () => {
  it('leads with the headline and shows the quotation with whose words they are and where from', () => {
    const { text, blocks } = answerView(
      answer({ sections: [section('Focused visit, 9–10 March 2021', [point(SHORT)])] }),
    );
    expect(quotations(blocks)).toEqual([SHORT]);
    expect(textsIn(blocks[0])).toContain('Oldham: caseloads were too high');
    expect(textsIn(blocks)).toContain('Concern\n · Ofsted');
    expect(textsIn(blocks)).toContain(
      'Focused visit, 9–10 March 2021 · Ofsted, letter dated 20 April 2021 · Findings, page 2, bullet 4',
    );
    expect(text).toContain('Oldham: caseloads were too high at the focused visit of March 2021.');
    expect(text).toContain(`Concern · Ofsted: “${SHORT}”`);
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
      '<https://files.example/report?a=1&amp;b=2%7C3#page=2|Open the document>',
    );
    expect(text).not.toContain('https:');
  });

  it('links Ofsted’s page of the council where the document’s address is not known', () => {
    const { blocks, text } = answerView(answer({ sections: [section('Visit', [point(SHORT)])] }));
    expect(textsIn(blocks)).toContain(
      '<https://reports.ofsted.gov.uk/provider/44/80535|Find it on Ofsted’s site>',
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

  it('shows a table of up to twenty rows whole, without turning pages', () => {
    const rows = (length: number) => Array.from({ length }, (_, n) => [`Visit ${n}`]);
    const pageSize = (length: number) =>
      answerView(
        answer({ table: { caption: 'Visits', columns: ['Visit'], rows: rows(length) } }),
      ).blocks.flatMap((block) => (block.type === 'data_table' ? [block.page_size] : []));
    expect(pageSize(11)).toEqual([11]);
    expect(pageSize(20)).toEqual([20]);
    expect(pageSize(60)).toEqual([20]);
  });

  it('leaves a table without rows out, which Slack would refuse', () => {
    const { blocks } = answerView(
      answer({ table: { caption: 'Judgements', columns: ['Visit'], rows: [] } }),
    );
    expect(blocks.map(({ type }) => type)).not.toContain('data_table');
  });

  it('folds what comes after the first sections away, quotations whole', () => {
    const sections = ['2024', '2023', '2022', '2021', '2020', '2019'].map((year) =>
      section(`Visit of ${year}`, [
        point(`${SHORT} (${year}, first)`),
        point(`${SHORT} (${year})`),
      ]),
    );
    const { blocks } = answerView(answer({ sections }));
    expect(
      blocks.flatMap((block) =>
        block.type === 'container' ? [[block.title?.text, block.default_collapsed]] : [],
      ),
    ).toEqual([
      ['Visit of 2020', true],
      ['Visit of 2019', true],
    ]);
    expect(quotations(blocks)).toEqual(
      sections.flatMap(({ points }) => points.map(({ citation: { quote } }) => quote)),
    );
  });

  it('gives a container ten blocks at most and says where it goes on', () => {
    const sections = [1, 2, 3, 4].map((n) => section(`Open ${n}`, [point(SHORT)]));
    const many = Array.from({ length: 6 }, (_, n) => point(`${SHORT} (${n})`));
    const { blocks } = answerView(
      answer({ sections: [...sections, section('Folded', many, ['A line'])] }),
    );
    const containers = blocks.flatMap((block) => (block.type === 'container' ? [block] : []));
    expect(containers.map(({ title }) => title?.text)).toEqual(['Folded', 'Folded (continued)']);
    for (const { child_blocks } of containers) expect(child_blocks.length).toBeLessThanOrEqual(10);
  });
});

describe('An answer that is too much for Slack', () => {
  const year = (period: number) => visit({ period: `${period}` });
  const sections = Array.from({ length: 12 }, (_, n) =>
    section(
      `Visit of ${2024 - n}`,
      Array.from({ length: 8 }, (_, m) =>
        point(`${SHORT} ${'It goes on. '.repeat(10)}(${n}, ${m})`, { visit: year(2024 - n) }),
      ),
    ),
  );
  const long = answer({ sections });
  const all = sections.flatMap(({ points }) => points.map(({ citation: { quote } }) => quote));
  const { text, blocks } = answerView(long, { page: 0, mode: 'offer' });

  it('stays within Slack’s limits', () => {
    expect(countOf(blocks)).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
    expect(text.length).toBeLessThanOrEqual(3_000);
  });

  it('shows the first quotations whole and counts the ones it leaves out', () => {
    const shown = quotations(blocks);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual(all.slice(0, shown.length));
    expect(textsIn(blocks)).toContain(
      `${all.length - shown.length} more quotations are not shown here.`,
    );
  });

  it('names the headings that are missing and a question that shows more', () => {
    const told = textsIn(blocks);
    expect(told).toContain('Visit of 2013.');
    expect(told).toMatch(/narrow the question: “oldham about caseloads 20\d\d”/);
  });

  it('cuts no quotation in the text either, and counts there too', () => {
    const whole = all.filter((quote) => text.includes(`“${quote}”`)).length;
    expect(whole).toBeGreaterThan(2);
    expect(text.match(/“/g)).toHaveLength(whole);
    expect(text).toContain(`${all.length - whole} more quotations are not shown here.`);
  });

  it('announces one quotation that is too long to be shown', () => {
    const quote = 'A paragraph without an end. '.repeat(600);
    const view = answerView(answer({ sections: [section('Visit', [point(quote)])] }));
    expect(quotations(view.blocks)).toEqual([]);
    for (const shown of [view.text, textsIn(view.blocks)])
      expect(shown).toContain('1 more quotation is not shown here.');
  });

  it.each([
    ['of long cells', 2, 'x'.repeat(60)],
    ['of many short cells', 4, 'x'],
  ])('announces the rows that a long table %s loses', (_what, width, cell) => {
    const columns = Array.from({ length: width }, (_, n) => `Column ${n}`);
    const rows = Array.from({ length: 150 }, () => columns.map(() => cell));
    const view = answerView(answer({ table: { caption: 'All', columns, rows } }), {
      page: 0,
      mode: 'offer',
    });
    const [kept = 0] = tableRows(view.blocks);
    expect(kept).toBeGreaterThan(20);
    expect(textsIn(view.blocks)).toContain(`${150 - kept} more rows are not shown here.`);
    expect(JSON.stringify(view.blocks).length).toBeLessThanOrEqual(13_200);
  });

  it('leaves room for quotations beside a long table, and for a short table beside many quotations', () => {
    const columns = ['Visit', 'Kind', 'Grade'];
    const table = (length: number) => ({
      caption: 'All',
      columns,
      rows: Array.from({ length }, () => columns.map(() => 'requires improvement')),
    });
    const beside = answerView(answer({ sections, table: table(100) }));
    expect(quotations(beside.blocks).length).toBeGreaterThan(3);
    expect(tableRows(beside.blocks)[0]).toBeGreaterThan(20);
    expect(tableRows(answerView(answer({ sections, table: table(6) })).blocks)).toEqual([6]);
    const short = Array.from({ length: 40 }, () => section('', [], ['A line.']));
    const manyBlocks = answerView(answer({ sections: [...short, ...short], table: table(30) }));
    expect(tableRows(manyBlocks.blocks)).toEqual([30]);
    for (const { blocks } of [beside, manyBlocks]) {
      expect(countOf(blocks)).toBeLessThanOrEqual(50);
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
    }
  });

  it('shows a long headline with its quotation whole, or says that the rest is not shown', () => {
    const quote = 'Leaders “do not know” their services well. '.repeat(40).trim();
    const whole = answerView(answer({ headline: `Oldham. Ofsted: “${quote}” (2021)` }));
    const cut = answerView(answer({ headline: `Oldham. Ofsted: “${quote} ${quote}” (2021)` }));
    for (const shown of [whole.text, textsIn(whole.blocks)]) expect(shown).toContain(`“${quote}”`);
    for (const shown of [cut.text, textsIn(cut.blocks)]) {
      expect(shown).toContain('Oldham. Ofsted: The rest is not shown here.');
      expect(shown).not.toContain('Leaders');
    }
  });

  it('announces what a long line without a quotation loses', () => {
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
    expect(quotations(view.blocks)).toEqual([NASTY, NASTY, NASTY, NASTY, NASTY]);
    const mrkdwn = JSON.stringify(view.blocks).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
    expect(new Set(mrkdwn)).toEqual(
      new Set([
        '"type":"mrkdwn","text":"<https://reports.ofsted.gov.uk/provider/44/80535|Find it on Ofsted’s site>"',
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

  it('are no more than a row takes; the rest is announced', () => {
    const choices = Array.from({ length: 30 }, (_, n) => ({
      label: `A council with a long name ${n} `.repeat(4),
      question: `council ${n}`,
    }));
    const { blocks } = answerView(answer({ choices }), { page: 0, mode: 'offer' });
    expect(buttons(blocks).length).toBeLessThanOrEqual(25);
    for (const label of labels(blocks)) expect(label.length).toBeLessThanOrEqual(75);
    expect(textsIn(blocks)).toContain('10 more suggestions are not shown');
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
