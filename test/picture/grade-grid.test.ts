import { describe, expect, it } from '@jest/globals';
import { selectAll } from 'css-select';
import type { AnyNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { loadRecord } from '../../src/corpus/load.js';
import { isGraded } from '../../src/domain/frameworks.js';
import { areaName, Grade } from '../../src/domain/judgement.js';
import { newestFirst, visitDates } from '../../src/domain/visit.js';
import {
  createPngOf,
  GRADE_COLOURS,
  gradeGridExcerpt,
  gradeGridSvg,
} from '../../src/picture/index.js';
import { textOf } from '../support/svg.js';

const record = await loadRecord({ dataDir: 'data' });
const context = createAnswerContext(record);
const gridOf = (council: string) => answerQuestion(`${council} timeline`, context).grid;

/** What a reader sees of a picture, read back from the SVG alone. */
function seen(svg: string) {
  const document = parseDocument(svg, { xmlMode: true });
  const elements = (selector: string, within: AnyNode) =>
    selectAll<AnyNode, Element>(selector, within, { xmlMode: true });
  const textsOf = (selector: string, within: AnyNode = document) =>
    elements(selector, within).map(textOf);
  const columns = elements('g.visit', document);
  return {
    legend: textsOf('text.legend').join(' '),
    visits: columns.map((column) => ({
      dates: textsOf('text.dates', column).join(),
      cells: elements('g.grade', column).flatMap((band) =>
        textsOf('text.areas', band)
          .join()
          .split(' · ')
          .map((area) => ({ area, words: textsOf('text.words', band).join() })),
      ),
      without: textsOf('text.without', column),
    })),
  };
}

const words = (grade: string): string => grade.replace(' to be good', '').toLowerCase();

describe('The picture of a council’s visits and grades', () => {
  it('shows the dates and grades of the record, and no others, of every council', () => {
    let drawn = 0;
    for (const { urn, name } of context.covered) {
      const grid = gridOf(name);
      const judged = record.judgements.filter((each) => each.urn === urn);
      expect([name, grid !== undefined]).toEqual([name, judged.length > 0]);
      if (!grid) continue;
      drawn += 1;
      const { visits } = seen(gradeGridSvg(grid));
      const expected = record.visits.filter((visit) => visit.urn === urn).sort(newestFirst);
      expect(visits.map(({ dates }) => dates)).toEqual(expected.map(visitDates));
      const shown = visits.flatMap(({ cells }, i) =>
        cells.flatMap(({ area, words: said }) =>
          said === 'not held' ? [] : [`${expected[i]?.id} ${area}: ${words(said)}`],
        ),
      );
      const held = judged.map(
        ({ visit, judgement: { area, grade } }) => `${visit.id} ${areaName(area)}: ${words(grade)}`,
      );
      expect(shown.sort()).toEqual([...new Set(held)].sort());
      for (const [i, { without, cells }] of visits.entries())
        expect([expected[i]?.id, without.length > 0]).toEqual([
          expected[i]?.id,
          cells.length === 0,
        ]);
      const silent = expected.filter(({ kind }) => !isGraded(kind)).length;
      expect(
        visits.filter(({ without: [said] }) => said?.endsWith(': gives no grade')),
      ).toHaveLength(silent);
    }
    expect(drawn).toBeGreaterThan(150);
  });

  it('does not name what a framework does not grade, says so, and names each framework', () => {
    const svg = gradeGridSvg(gridOf('Birmingham') ?? fail());
    const { visits, legend } = seen(svg);
    const old = visits.find(({ dates }) => dates.endsWith('2014'));
    expect(old?.cells.map(({ area }) => area)).not.toContain('Impact of leaders');
    expect(legend).toMatch(/not named/);
    expect(svg).toContain('single inspection framework');
    expect(svg).toContain('ILACS from');
  });

  it('is as wide as a phone, with no letter smaller than 13 pixels and none beside the picture', () => {
    for (const { name } of context.covered) {
      const grid = gridOf(name);
      if (!grid) continue;
      const svg = gradeGridSvg(grid);
      expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBe(360);
      const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
    }
  });

  it('has in a message the newest visits that fit a screen, and says how many there are', () => {
    for (const { name } of context.covered) {
      const grid = gridOf(name);
      if (!grid) continue;
      const [whole, part] = [gradeGridSvg(grid), gradeGridExcerpt(grid)];
      expect(Number(/height="(\d+)"/.exec(part)?.[1])).toBeLessThanOrEqual(720);
      const [all, shown] = [seen(whole).visits, seen(part).visits];
      expect(shown).toEqual(all.slice(0, shown.length));
      expect(shown.some(({ cells }) => cells.length > 0)).toBe(true);
      const note = `of ${all.length} visits`;
      expect([name, part.includes(note)]).toEqual([name, shown.length < all.length]);
    }
  });

  it('says everything in words to whoever does not see it', () => {
    const grid = gridOf('Cumberland') ?? fail();
    expect(gradeGridSvg(grid)).toMatch(/<svg[^>]* role="img" aria-labelledby="title said"/);
    expect(grid.visits).toHaveLength(1);
    for (const { judgement } of record.judgements.filter(({ urn }) => urn === urnOf('Cumberland')))
      expect(grid.visits[0]?.said).toContain(areaName(judgement.area));
    expect(grid.visits[0]?.said).toMatch(/^7–18 October 2024, inspection \(ILACS from 2023\): /);
  });

  it('has ink that can be read on every grade’s colour, and colours apart in brightness', () => {
    for (const grade of Grade.options) {
      const { fill, ink } = GRADE_COLOURS[grade];
      expect([grade, contrast(fill, ink) >= 4.5]).toEqual([grade, true]);
    }
  });

  it('is drawn as a PNG twice as fine', async () => {
    const svg = gradeGridSvg(gridOf('Tameside') ?? fail());
    const png = Buffer.from(await createPngOf()(svg));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });
});

const urnOf = (name: string) => record.authorities.find((each) => each.name === name)?.urn;

function fail(): never {
  throw new Error('The answer has no grid.');
}

/** The contrast of two colours as WCAG 2.2 counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
