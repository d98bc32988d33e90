import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { atOnce } from '../../src/background/steps.js';
import type { Passage } from '../../src/domain/passage.js';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { createCounter } from '../../src/search/index/additions.js';
import { buildInvertedIndex } from '../../src/search/index/build.js';
import { fieldsOf } from '../../src/search/index/fields.js';
import { type InvertedIndex, SEGMENT } from '../../src/search/index/inverted-index.js';
import { mergeIndex } from '../../src/search/index/merge.js';
import { serialise } from '../../src/search/index/serialise.js';
import { changeOf } from '../../src/search/index/update.js';
import { OLDHAM, passage, source, THEMES, visit } from '../support/record.js';

const themes = createThemeMatcher(THEMES.themes);

const recorded = (list: Passage[]) =>
  list.map((each, i) => ({
    key: String(i),
    urn: OLDHAM,
    passage: each,
    source: source(),
    visit: visit(),
    paragraph: each.quote,
  }));

const councilsOf = (list: Passage[]) => (list.length > 0 ? [[OLDHAM, list.length] as const] : []);

const built = (list: Passage[]) =>
  buildInvertedIndex({ sizes: councilsOf(list), all: () => recorded(list) }, themes);

/** The index of other passages than it is of, from what of them is new and gone. */
function changed(index: InvertedIndex, before: Passage[], after: Passage[]): InvertedIndex {
  const { moved, added, gone } = atOnce(changeOf(recorded(before), recorded(after)));
  const { add, additions } = createCounter(themes);
  for (const id of added) add(id, after[id] as Passage);
  const goneWords = new Map<string, number>();
  for (const each of gone) fieldsOf(each, themes, goneWords);
  return mergeIndex(index, { sizes: councilsOf(after), moved, added: additions, gone: goneWords });
}

const bytesOf = (index: InvertedIndex) => Buffer.from(serialise(index)).toString('base64');

const WORDS = 'caseload care leaver social worker manager homes visit often few high'.split(' ');
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 });
const anyPassage = fc
  .record({ quote: text, section: fc.option(text), finding: fc.option(text) })
  .map(({ quote, section, finding }) =>
    passage({
      quote: quote.join(' '),
      finding: finding?.join(' ') ?? null,
      locator: {
        section: section?.join(' ') ?? null,
        page: 1,
        lastPage: null,
        paragraph: 1,
        bullet: null,
      },
    }),
  );

describe('The index of passages that change', () => {
  it('is byte for byte the one built of them anew, whatever comes, goes and moves', () => {
    const pool = fc.array(anyPassage, { minLength: 1, maxLength: 12 });
    const choices = fc.array(fc.array(fc.nat(11), { maxLength: 14 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(pool, choices, (all, turns) => {
        let before: Passage[] = [];
        let index = built([]);
        for (const turn of turns) {
          const after = [...new Set(turn)].flatMap((i) => all[i] ?? []);
          index = changed(index, before, after);
          expect(bytesOf(index)).toBe(bytesOf(built(after)));
          before = after;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is so where passages move from one segment to another', () => {
    const all = Array.from({ length: SEGMENT + 3 }, (_, i) =>
      passage({ quote: `${WORDS[i % WORDS.length]} ${WORDS[(i >> 3) % WORDS.length]}` }),
    );
    const index = built(all);
    const after = [...all.slice(3), ...all.slice(0, 2)];
    expect(bytesOf(changed(index, all, after))).toBe(bytesOf(built(after)));
  });
});
