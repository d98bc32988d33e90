import type { Tone } from '../domain/passage.js';
import type { Visit } from '../domain/visit.js';
import type { Point } from './answer.js';
import type { AnswerContext } from './context.js';
import { byClarity, pointOf, varied } from './points.js';

const CONCERNS = 3;
const STRENGTHS = 2;

/** What stands out of a visit: up to three concerns and two strengths, in whole sentences and Ofsted's words where there are any; else its first findings. */
export function notablePoints(visit: Visit, { record }: AnswerContext): Point[] {
  const said = record.passages
    .filter((p) => p.visit.id === visit.id && p.passage.kind === 'finding')
    .sort(byClarity);
  const ofTone = (...tones: Tone[]) => said.filter(({ passage }) => tones.includes(passage.tone));
  const marked = [
    ...varied(ofTone('criticism', 'mixed'), CONCERNS),
    ...varied(ofTone('praise'), STRENGTHS),
  ];
  return (marked.length > 0 ? marked : said.slice(0, CONCERNS)).map((recorded) =>
    pointOf(recorded),
  );
}
