import type { PointKind } from '../../domain/point-kind.js';

/** What kind of point a question wants. `used` are the positions of the words that said it. */
export type PointFilter = PointKind & { used: Set<number> };

const SAID =
  'sa(?:y|id|ys|ying)|respon[ds]\\w*|repl(?:y|ied)|claim\\w*|promis\\w*|admit\\w*|accept\\w*|think|thought|react\\w*|comment\\w*|statement|word\\w*';
const SPEAKERS: [NonNullable<PointFilter['speaker']>, RegExp][] = [
  [
    'council',
    new RegExp(
      `\\b(council|councils|councillors?|leader|spokes(?:person|woman|man)|cabinet member|mps?)\\b(?: \\w+){0,2} (?:${SAID})\\b|\\b(?:response|statement|words|comments?) (?:from|of|by) the council\\b`,
    ),
  ],
  [
    'press',
    new RegExp(
      `\\b(press|newspapers?|papers?|article|media|radio|reporter)\\b(?: \\w+){0,2} (?:${SAID})\\b`,
    ),
  ],
  ['ofsted', /\b(ofsted|inspectors?|inspectorate)\b/],
];
const PRAISE = /^(strengths?|positives?|prais(e|ed|es|ing))$/;
const GOOD_THINGS = /\bgood (?:things?|points?|news)\b|\b(?:done|doing|does|do|went|going) well\b/;
const CRITICISM =
  /^(concerns?|concerned|weakness(es)?|problems?|failings?|failures?|fail(s|ed|ing)?|critici[sz]\w*|negatives?|wrong|worst)$/;
const RECOMMENDATION = /^recommend(ation|ations|ed)?$/;
const TO_IMPROVE =
  /\b(?:needs?|has|have|must|should|areas?|things?|what) (?:\w+ )?(?:to |for )?improve(?:ment)?\b|\bpriority actions?\b/;

/** Reads what kind of point is wanted from a question's words (as `words()` gives them). */
export function readPointFilter(list: string[]): PointFilter {
  const text = list.join(' ');
  const used = new Set<number>();
  const mark = (pattern: RegExp) =>
    list.forEach((word, i) => {
      if (pattern.test(word)) used.add(i);
    });
  const speaker = SPEAKERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const recommendations = list.some((word) => RECOMMENDATION.test(word)) || TO_IMPROVE.test(text);
  const tone =
    GOOD_THINGS.test(text) || list.some((word) => PRAISE.test(word))
      ? 'praise'
      : list.some((word) => CRITICISM.test(word))
        ? 'criticism'
        : null;
  if (tone === 'praise') mark(PRAISE);
  if (GOOD_THINGS.test(text)) mark(/^(good|things?|points?|news|well|done)$/);
  if (tone === 'criticism') mark(CRITICISM);
  if (recommendations) mark(/^(recommend\w*|improve(ment)?|needs?|must|priority|actions?|areas?)$/);
  if (speaker === 'council')
    mark(
      /^(responses?|responded|statement|claims?|claimed|promised?|accept\w*|admit\w*|react\w*)$/,
    );
  return { speaker, tone, recommendations, used };
}

/** Whether the question asks for a kind of point at all, beyond naming Ofsted. */
export const asksForKind = ({ speaker, tone, recommendations }: PointFilter): boolean =>
  recommendations || tone !== null || speaker === 'council' || speaker === 'press';
