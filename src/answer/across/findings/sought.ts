import {
  type SearchRequest,
  type SoughtConcept,
  soughtConcepts,
  themesApart,
  withNames,
} from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import {
  jointsIn,
  placesOfCouncils,
  placesOfScope,
  wordsAside,
  wordsDenied,
  wordsOfAsking,
} from './asked-for.js';
import { ringsNamed, themesNamed } from './things-named.js';

/** What a question looks for in the reports of councils, concept by concept. */
export function soughtOf(
  { question, context }: AskedOfAll,
  request: SearchRequest,
): SoughtConcept[] {
  const aside = wordsAside(question);
  const asking = wordsOfAsking(question);
  const inPlace = themesNamed(question);
  const ofScope = placesOfScope(question);
  const taken = new Set([...aside, ...inPlace.flatMap(({ places }) => places)]);
  for (const at of placesOfCouncils(question)) taken.add(at);
  const names = context.search.namesIn(
    question.tokens.filter(({ at }) => !ofScope.has(at)),
    ({ at }) => !asking.has(at),
  );
  return soughtConcepts(
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
}
