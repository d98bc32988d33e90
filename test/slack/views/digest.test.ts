import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pings } from 'local-slack';
import type { CouncilText, DigestText } from '../../../src/digest/index.js';
import { digestView } from '../../../src/slack/views/digest.js';
import { digestOf, fullReport } from '../../digest/content/digests.js';
import { letter } from '../../support/record.js';
import { countOf, point, quotations, section, textsIn } from '../answers.js';

const OWNER = { owner: 'firstname' };

const council = (name: string, changes: Partial<CouncilText> = {}): CouncilText => ({
  name,
  heading: `${name}: nothing new in the record. Theme: caseloads, 2021.`,
  summary: 'nothing new',
  sections: [section('', [point(`Caseloads in ${name} are too high in some of its teams.`)])],
  closing: [`${name}: 100 days since the last full inspection.`],
  question: `${name} about caseloads`,
  ...changes,
});

/** Of one council the headline of the digest says what its heading would. */
const digest = (councils: CouncilText[], changes: Partial<DigestText> = {}): DigestText => ({
  headline: (councils.length === 1 && councils[0]?.heading) || 'Ofsted records. Nothing new.',
  councils: councils.length === 1 ? councils.map((one) => ({ ...one, heading: null })) : councils,
  others: null,
  closing: ['Later visits may exist.'],
  choices: councils.map(({ name, question }) => ({ label: name, question })),
  ...changes,
});

describe('A digest in Slack', () => {
  const added = digestOf([letter()], [letter(), fullReport('2024-01-15', [['overall', 'good']])]);
  if (!added.text) throw new Error('there is a digest');
  const view = digestView(added.text, OWNER);

  it('states the answer, its date and its source in the text', () => {
    expect(view.text).toMatch(
      /^Oldham: added to the record: Ofsted’s report of the inspection, 15–26 January 2024 \(published 30 December 2024\)/,
    );
    expect(view.text).toContain('“The caseloads of social workers, said in 2024-01-15.”');
  });

  it('shows every quotation whole with whose words it is and where it stands', () => {
    expect(quotations(view.blocks)).toEqual([
      'The caseloads of social workers, said in 2024-01-15.',
      'Leaders know their services well, said in 2024-01-15.',
    ]);
    expect(textsIn(view.blocks)).toContain('To improve\n · Ofsted');
    expect(textsIn(view.blocks)).toContain(
      'Inspection, 15–26 January 2024 · Ofsted, published 30 December 2024',
    );
  });

  it('says who set it up and how to end it, and notifies nobody of that', () => {
    for (const shown of [view.text, textsIn(view.blocks)])
      expect(shown).toContain('Set up by @firstname · /ofsted digest off');
    expect(pings(view)).toEqual([]);
    const marked = digestView(added.text ?? digest([]), { owner: '<@U1> <!channel>' });
    expect(pings(marked)).toEqual([]);
  });

  it('offers more of what it tells and a way to report an error', () => {
    const labels = view.blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((each) => (each.type === 'button' ? [each.text.text] : []))
        : [],
    );
    expect(labels).toEqual(['More on this', 'Something wrong?']);
  });

  it('opens a preview with the word that only its reader sees it', () => {
    const preview = digestView(digest([council('Oldham')]), { ...OWNER, preview: true });
    for (const shown of [preview.text, textsIn(preview.blocks)])
      expect(shown).toMatch(
        /^Preview: only you see this, and nothing is posted\.\nOldham: nothing new/,
      );
    expect(textsIn(view.blocks)).not.toContain('Preview');
  });

  it('of one council says its headline once', () => {
    const { text, blocks } = digestView(digest([council('Oldham')]), OWNER);
    for (const shown of [text, textsIn(blocks)])
      expect(shown.split('Oldham: nothing new').length - 1).toBe(1);
  });

  it('of several councils has a part for each, and the others in a line each', () => {
    const others = section('Also nothing new', [], ['Kent: overall outstanding, May 2022']);
    const { text, blocks } = digestView(
      digest([council('Oldham'), council('Rochdale')], { others }),
      OWNER,
    );
    for (const shown of [text, textsIn(blocks)])
      for (const part of ['Oldham: nothing', 'Rochdale: nothing', 'Kent: overall outstanding'])
        expect(shown).toContain(part);
  });

  it('announces what does not fit, with the question that shows it', () => {
    const long = council('Oldham', {
      sections: [
        section(
          '',
          Array.from({ length: 40 }, (_, n) => point(`Words ${n} `.repeat(60))),
        ),
      ],
    });
    const { blocks, text } = digestView(digest([long, council('Rochdale')]), OWNER);
    const shown = quotations(blocks).length;
    expect(textsIn(blocks)).toContain(
      `${41 - shown} more quotations are not shown here. Ask: /ofsted Oldham about caseloads`,
    );
    expect(quotations(blocks)).toContain(
      'Caseloads in Rochdale are too high in some of its teams.',
    );
    expect(text).toMatch(/\d+ more quotations are not shown here\./);
  });

  it('announces the councils that do not fit', () => {
    const many = Array.from({ length: 20 }, (_, n) =>
      council(`Council ${n}`, { heading: `Council ${n}: ${'a long headline '.repeat(60)}` }),
    );
    const { blocks } = digestView(digest(many), OWNER);
    expect(textsIn(blocks)).toContain('Grades and days of some councils are not shown here.');
    expect(textsIn(blocks)).toMatch(/Not shown here: .*\/ofsted Council 19 about caseloads\./);
    expect(countOf(blocks)).toBeLessThanOrEqual(50);
  });

  it('never grows beyond what Slack takes, and always ends with its owner', () => {
    const points = fc.array(fc.string({ minLength: 1, maxLength: 2_500, unit: 'grapheme' }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(points, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (all, preview) => {
          const councils = all.map((quotes, n) =>
            council(`Council ${n}`, {
              sections: [
                section(
                  '',
                  quotes.map((quote) => point(quote)),
                ),
              ],
            }),
          );
          const { blocks, text } = digestView(digest(councils), { ...OWNER, preview });
          expect(countOf(blocks)).toBeLessThanOrEqual(preview ? 49 : 50);
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(12_000);
          expect(text.length).toBeLessThanOrEqual(12_000);
          expect(textsIn(blocks)).toContain('Set up by @firstname');
          for (const quote of quotations(blocks)) expect(all.flat()).toContain(quote);
        },
      ),
      { numRuns: 40 },
    );
  });
});
