import { readFileSync } from 'node:fs';
import { answerQuestion, createAnswerContext } from '../../src/answer/index.js';
import { markedSentences, toneOfMarked } from '../../src/domain/passage-tones.js';
import { assembleRecord } from '../../src/domain/record.js';
import { ThemeList } from '../../src/domain/theme.js';
import { type CouncilKey, REGISTER, reportOf } from './councils.js';

const { themes: THEMES } = ThemeList.parse(
  JSON.parse(readFileSync(new URL('../../data/themes.json', import.meta.url), 'utf8')),
);
const DAYS: [CouncilKey, string][] = [
  ['oldham', '2024-05-13'],
  ['rochdale', '2023-01-23'],
  ['leeds', '2022-02-21'],
  ['hackney', '2021-07-05'],
];

/**
 * What is quoted across councils whose newest reports say one paragraph each, the newest first; at
 * a form feed the paragraph goes on to the next page.
 */
export function answering(theme: string, ...sentences: string[]) {
  const reports = sentences.map((sentence, i) => {
    const [council, day] = DAYS[i] ?? ['leeds', '2022-02-21'];
    const at = sentence.indexOf('\f');
    const says = sentence.replace('\f', '');
    const report = reportOf(council, day, { says: [[says, theme]] });
    const passages = report.passages.map((passage) => {
      const tones = markedSentences({ ...passage, section: passage.locator.section });
      const page = (passage.locator.page ?? 0) + 1;
      return {
        ...passage,
        tones,
        tone: toneOfMarked(tones),
        ...(at > 0 && {
          locator: { ...passage.locator, lastPage: page },
          pageStarts: [{ page, at }],
        }),
      };
    });
    return { ...report, passages };
  });
  const context = createAnswerContext(assembleRecord(REGISTER, THEMES, reports));
  return (question: string) => {
    const answer = answerQuestion(question, context);
    return { ...answer, quotes: answer.citations.map(({ quote }) => quote) };
  };
}
