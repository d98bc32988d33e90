import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, type Workbench, workbench } from '../../support/imports.js';
import { bullet, paragraph, printed, section } from '../../support/printed.js';
import { column, type Page, reprinted, visitLetter } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const imported = async (pages: Page[]) => {
  const [result] = await bench.import([await bench.put('document.pdf', pages)]);
  if (!result) throw new Error('nothing was imported');
  return result;
};

describe('A letter', () => {
  const OPENING = (words: string) =>
    `This letter summarises the findings of the ${words} The inspectors were Firstname Lastname HMI and Givenname Familyname HMI.`;

  it.each([
    ['Monitoring visit to Oldham children’s services', 'monitoring visit'],
    ['Monitoring visit: Oldham Council children’s services', 'monitoring visit'],
    ['Second monitoring visit of Oldham local authority children’s services', 'monitoring visit'],
    ['Ofsted focused visit to Oldham local authority children’s services', 'focused visit'],
    ['Focused visit to the Metropolitan Borough of Oldham', 'focused visit'],
    ['COVID-19 focused visit to Oldham children’s services', 'focused visit'],
  ])('is known by its heading “%s”', async (heading, kind) => {
    const { document } = await imported(visitLetter({ heading }));
    expect([document?.urn, document?.visits[0]?.kind]).toEqual(['80535', kind]);
  });

  it('has the whole of a heading over two lines: Kingston upon Hull is not Kingston', async () => {
    const heading = 'Monitoring visit of Kingston upon';
    const pages = reprinted(visitLetter({ heading }), {
      [heading]: column([heading, 'Oldham children’s services'], 612, { bold: true }),
    });
    const { document } = await imported(pages);
    expect(document?.source.title).toBe(`${heading} Oldham children’s services`);
  });

  it('whose heading breaks off takes the council from its first sentence', async () => {
    const heading = 'Monitoring visit of Rochdale and';
    const { document } = await imported(visitLetter({ heading }));
    expect(document?.urn).toBe('80535');
  });

  it('of a council whose name has a stop in it is read like any other', async () => {
    const opening = OPENING(
      'monitoring visit to St. Helens children’s services on 5 and 6 June 2019. This was the second monitoring visit since the council was judged inadequate on 3 May 2018.',
    );
    const heading = 'Monitoring visit of St. Helens children’s services';
    const result = await imported(visitLetter({ heading, opening, dated: '28 June 2019' }));
    expect(result.reasons.map((r) => r.detail)).toEqual([
      '“St. Helens children’s services” names no authority of the register for certain.',
    ]);
  });

  it.each([
    [
      'monitoring visit to Oldham children’s services on Tuesday 5 and Wednesday 6 June 2018.',
      '2018-06-05',
      '2018-06-06',
    ],
    ['monitoring visit that took place between 5 and 8 June 2018.', '2018-06-05', '2018-06-08'],
    [
      'monitoring visit to Oldham children’s services from 29 May 2018 to 1 June 2018.',
      '2018-05-29',
      '2018-06-01',
    ],
    [
      'monitoring visit to Oldham children’s services on 5–6 June 2018.',
      '2018-06-05',
      '2018-06-06',
    ],
    [
      'monitoring visit to Oldham children’s services on 5, 6 and 7 June 2018.',
      '2018-06-05',
      '2018-06-07',
    ],
  ])('says when the visit was: “%s”', async (words, start, end) => {
    const { document } = await imported(
      visitLetter({ opening: OPENING(words), dated: '28 June 2018' }),
    );
    expect(document?.visits).toMatchObject([{ start, end }]);
  });

  it('does not take the days of the inspection that it looks back on for its own', async () => {
    const result = await imported(
      visitLetter({
        opening: OPENING(
          'monitoring visit to Oldham on 5 and 6 September. It is the first monitoring visit since the inspection of 3 October 2016 and the report published on 9 December 2016.',
        ),
      }),
    );
    expect([codesOf(result), result.document]).toEqual([['date_unparsed'], null]);
  });

  it('dated before its visit ended has a misprint in one of the two, and is left to a person', async () => {
    const result = await imported(visitLetter({ dated: '28 September 2016' }));
    expect([codesOf(result), result.document]).toEqual([['date_unparsed'], null]);
  });

  it.each([
    ['This was the fourth monitoring visit since the first monitoring visit in March.', 4],
    ['This is the 3rd monitoring visit.', 3],
    ['This was the sixth and final monitoring visit.', 6],
    ['It follows an inspection.', null],
  ])('has the number of its visit: “%s”', async (words, ordinal) => {
    const opening = OPENING(
      `monitoring visit to Oldham children’s services on 5 and 6 September 2017. ${words}`,
    );
    const { document } = await imported(visitLetter({ opening }));
    expect(document?.visits[0]?.ordinal).toBe(ordinal);
  });

  it('after a focused visit has no number, whatever monitoring visits it names', async () => {
    const { document } = await imported(
      visitLetter({
        heading: 'Focused visit to Oldham children’s services',
        opening: OPENING(
          'focused visit to Oldham children’s services on 5 and 6 September 2017. This followed the third monitoring visit.',
        ),
      }),
    );
    expect(document?.visits[0]?.ordinal).toBeNull();
  });

  it.each([
    'Joint targeted area inspection of the multi-agency response to abuse and neglect in Oldham',
    'Joint targeted area inspection of safeguarding arrangements in Oldham',
    'Joint area SEND inspection in Oldham',
    'Assurance visit to Oldham children’s services',
  ])('titled “%s” is of no kind that the record has', async (heading) => {
    const opening = `Between 5 and 9 September 2017, inspectors came to Oldham to look at the local authority and its partners. This letter outlines what they found and what the area must do.`;
    const result = await imported(visitLetter({ heading, opening }));
    expect([result.verdict, codesOf(result)]).toEqual(['rejected', ['unknown_kind']]);
  });

  it('says of itself and of the visit what is no finding', async () => {
    const { document } = await imported([
      ...visitLetter({ heading: 'Focused visit to Oldham children’s services' }).map((page) =>
        page.filter((line) => typeof line === 'string' || line.y === undefined || line.y > 500),
      ),
      ...printed(
        paragraph('Inspectors looked at the local authority’s arrangements for:'),
        bullet('children in need'),
        paragraph('Inspectors considered a range of evidence, including case discussions.'),
        section('Headline findings'),
        paragraph('Weaknesses leave children at risk.'),
        section('Areas for priority action'),
        paragraph('The local authority should take the following action:'),
        bullet('respond to risk'),
        section('Main findings'),
        paragraph('Children wait too long.'),
        section('Next steps'),
        paragraph('You should submit a draft of your action plan within 20 working days.'),
        paragraph('I am copying this letter to the Department for Education.'),
        paragraph('This letter will be published on the Ofsted website.'),
      ),
    ]);
    const evidence = document?.passages.filter((p) => p.kind !== 'context');
    expect(evidence?.map((p) => [p.kind, p.locator.section, p.quote])).toEqual([
      ['finding', 'Headline findings', 'Weaknesses leave children at risk.'],
      ['recommendation', 'Areas for priority action', 'respond to risk'],
      ['finding', 'Main findings', 'Children wait too long.'],
    ]);
  });
});
