import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { markedSentences, toneOfMarked } from '../../src/domain/passage-tones.js';
import { assembleRecord } from '../../src/domain/record.js';
import {
  AUTHORITIES,
  inspection,
  judgement,
  letter,
  OLDHAM,
  passage,
  report,
  source,
  visit,
} from './record.js';
import { loadTameside } from './tameside.js';

const { themes } = await loadTameside();

/** The visit of the older one. */
export const LONG_AGO = visit({
  id: `${OLDHAM}-sif-2014-06-02`,
  kind: 'SIF',
  windows: [{ start: '2014-06-02', end: '2014-06-25' }],
  start: '2014-06-02',
  end: '2014-06-25',
  period: '2014-06',
});

const passagesOf = (of: typeof LONG_AGO, said: string[][]) =>
  said.map((list, i) => {
    const quote = list.join(' ');
    const tones = markedSentences({ kind: 'finding', quote, section: null });
    return passage({
      id: `p${i + 1}`,
      visit: of.id,
      tones,
      tone: toneOfMarked(tones),
      locator: { section: null, page: 1, lastPage: null, paragraph: i + 1, bullet: null },
      themes: themes
        .filter(({ terms }) => terms.some((term) => quote.toLowerCase().includes(term)))
        .map(({ id }) => id),
      quote,
    });
  });

/**
 * What is answered of a council with a full inspection of 2024 and one of 2014, a paragraph for
 * each list of sentences.
 */
export function answeringOldham(saidNow: string[][], saidLongAgo: string[][]) {
  const record = assembleRecord(AUTHORITIES.authorities, themes, [
    report({
      source: source({ id: 'oldham-2024', kind: 'report', sha256: '1'.repeat(64) }),
      visits: [inspection()],
      judgements: [judgement({ grade: 'inadequate' })],
      passages: passagesOf(inspection(), saidNow),
    }),
    letter({
      source: source({ id: 'oldham-2014', kind: 'report', sha256: '2'.repeat(64) }),
      visits: [LONG_AGO],
      judgements: [judgement({ visit: LONG_AGO.id, grade: 'inadequate' })],
      passages: passagesOf(LONG_AGO, saidLongAgo),
    }),
  ]);
  const context = createAnswerContext(record);
  return (text: string) => answerQuestion(text, context);
}
