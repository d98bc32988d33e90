import { jointsIn, trendAsked } from '../../../question/index.js';
import {
  type SearchRequest,
  type SoughtConcept,
  soughtConcepts,
  themesApart,
  withNames,
} from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import {
  placesOfCouncils,
  placesOfScope,
  wordsAside,
  wordsDenied,
  wordsOfAsking,
} from './asked-for.js';
import { ringsNamed, themesNamed } from './things-named.js';
import { besideTrend, conceptsOfTrend } from './trend-sought.js';

/** What a question looks for in the reports of councils, concept by concept. */
export function soughtOf(
  { question, context }: AskedOfAll,
  request: SearchRequest,
): SoughtConcept[] {
  const asking = wordsOfAsking(question);
  const trend = trendAsked(question);
  const inPlace = besideTrend(themesNamed(question), trend);
  const aside = new Set([...wordsAside(question), ...(trend?.at ?? [])]);
  const ofScope = placesOfScope(question);
  const taken = new Set([...aside, ...inPlace.flatMap(({ places }) => places)]);
  for (const at of placesOfCouncils(question)) taken.add(at);
  const names = context.search.namesIn(
    question.tokens.filter(({ at }) => !ofScope.has(at)),
    ({ at }) => !asking.has(at),
  );
  const sought = soughtConcepts(
    request,
    {
      themes: [...inPlace, ...themesApart(question.tokens, context.record.themes, taken)],
      rings: withNames(ringsNamed(question), names),
      either: jointsIn(question),
      asking,
      denied: wordsDenied(question),
    },
    aside,
    context.search.vocabulary,
  );
  // What went one way is told beside what is named, and by itself of nothing.
  return sought.some(({ isOptional }) => !isOptional)
    ? [...sought, ...conceptsOfTrend(trend)]
    : sought;
}
