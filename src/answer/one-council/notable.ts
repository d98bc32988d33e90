import type { Tone } from '../../domain/passage.js';
import { isOfStrengths } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { byClarity, diversify, inTone, leansOnBefore } from '../../search/index.js';
import type { AnswerContext } from '../context.js';
import { byPlainness } from './plainness.js';

const CONCERNS = 3;
const STRENGTHS = 2;

/**
 * What stands out of a visit: up to three concerns and two strengths, in whole sentences and
 * Ofsted's words where there are any; else its first findings.
 */
export function notableOfVisit(visit: Visit, { record }: AnswerContext): RecordedPassage[] {
  const findings = record.passages
    .filter((p) => p.visit.id === visit.id && p.passage.kind === 'finding')
    .sort(byClarity);
  const marked = markedOf(findings);
  return marked.length > 0 ? marked : findings.slice(0, CONCERNS);
}

/**
 * What stands out of some passages of one visit. Where nobody has marked them, the report's own
 * headings say it: its list of what needs to improve, and its chapter of strengths or else its
 * first findings.
 */
export function notableOf(passages: RecordedPassage[]): RecordedPassage[] {
  const marked = markedOf(passages.filter((p) => p.passage.kind === 'finding').sort(byClarity));
  if (marked.length > 0) return marked;
  const council = passages.filter((p) => !isAboutBoard(p));
  const toImprove = council.filter((p) => p.passage.kind === 'recommendation');
  const findings = council.filter(
    ({ passage: { kind, quote } }) => kind === 'finding' && !leansOnBefore(quote),
  );
  const strengths = findings.filter(isOfStrengths);
  return [
    ...toImprove.slice(0, CONCERNS),
    ...(strengths.length > 0 ? strengths : findings).slice(0, STRENGTHS),
  ];
}

function markedOf(findings: RecordedPassage[]): RecordedPassage[] {
  const ofTone = (wanted: 'praise' | 'criticism', ...tones: Tone[]) =>
    findings
      .filter(({ passage }) => tones.includes(passage.tone))
      .map((recorded) => inTone(recorded, wanted))
      .sort(byPlainness);
  return [
    ...diversify(ofTone('criticism', 'criticism', 'mixed'), CONCERNS),
    ...diversify(ofTone('praise', 'praise'), STRENGTHS),
  ];
}
