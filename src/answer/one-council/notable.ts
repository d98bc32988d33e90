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
 * Ofsted's words where there are any; else its first findings. Strengths lead where the visit was
 * graded good or better overall.
 */
export function notableOfVisit(visit: Visit, context: AnswerContext): RecordedPassage[] {
  const findings = context
    .passagesOf(visit.urn)
    .filter((p) => p.visit.id === visit.id && p.passage.kind === 'finding')
    .sort(byClarity);
  const marked = markedOf(findings, isPraised(visit, context));
  return marked.length > 0 ? marked : findings.slice(0, CONCERNS);
}

/**
 * What stands out of some passages of one visit. Where nobody has marked them, the report's own
 * headings say it: its list of what needs to improve, and its chapter of strengths or else its
 * first findings. Strengths lead where `praiseLeads`.
 */
export function notableOf(passages: RecordedPassage[], praiseLeads: boolean): RecordedPassage[] {
  const marked = markedOf(
    passages.filter((p) => p.passage.kind === 'finding').sort(byClarity),
    praiseLeads,
  );
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

/** Whether a visit was graded good or better overall: then its strengths lead. */
export const isPraised = (visit: Visit, { judgementsOf }: AnswerContext): boolean =>
  judgementsOf(visit).some(
    ({ judgement: { area, grade } }) =>
      area === 'overall' && (grade === 'good' || grade === 'outstanding'),
  );

/** The marked ones of both tones; no passage twice. */
function markedOf(findings: RecordedPassage[], praiseLeads: boolean): RecordedPassage[] {
  const ofTone = (wanted: 'praise' | 'criticism', shown: Tone[], others: RecordedPassage[]) =>
    findings
      .filter((p) => p.passage.tone === wanted || p.passage.tone === 'mixed')
      .map((p) => inTone(p, wanted))
      .filter((p) => shown.includes(p.passage.tone) && others.every(({ key }) => key !== p.key))
      .sort(byPlainness);
  const strengthsBeside = (others: RecordedPassage[]) =>
    diversify(ofTone('praise', ['praise'], others), STRENGTHS);
  const concernsBeside = (others: RecordedPassage[]) =>
    diversify(ofTone('criticism', ['criticism', 'mixed'], others), CONCERNS);
  if (praiseLeads) {
    const strengths = strengthsBeside([]);
    return [...strengths, ...concernsBeside(strengths)];
  }
  const concerns = concernsBeside([]);
  return [...concerns, ...strengthsBeside(concerns)];
}
