import { jointsIn, trendAsked } from '../../../question/index.js';
import {
  lateSaidIn,
  onlyRanking,
  type SearchRequest,
  type SoughtConcept,
  saysNothing,
  soughtConcepts,
  themesApart,
  withNames,
  withoutTone,
} from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { besideActs } from './acts-sought.js';
import {
  placesOfCouncils,
  placesOfScope,
  wordsAside,
  wordsDenied,
  wordsOfAsking,
  wordsOfTone,
} from './asked-for.js';
import { ringsNamed, themesNamed, wordsTonedAlone } from './things-named.js';
import { besideTrend, conceptsOfTrend } from './trend-sought.js';

/** What a question looks for in the reports of councils, concept by concept. */
export function soughtOf(
  { question, context }: AskedOfAll,
  request: SearchRequest,
): SoughtConcept[] {
  const trend = trendAsked(question);
  const { themes, rings, concepts, places } = besideActs(question, {
    themes: besideTrend(themesNamed(question), trend),
    rings: ringsNamed(question),
  });
  const asking = new Set([...wordsOfAsking(question), ...places]);
  const aside = new Set([...wordsAside(question), ...(trend?.at ?? []), ...places]);
  const ofScope = placesOfScope(question);
  const taken = new Set([...aside, ...ofScope, ...themes.flatMap(({ places }) => places)]);
  for (const at of placesOfCouncils(question)) taken.add(at);
  // "Challenge or support" joins two acts, and no people with either.
  const isBesideAct = (at: number) =>
    concepts.some(({ act, places: own }) => act && own.some((place) => isNextTo(place, at)));
  const names = context.search.namesIn(
    question.tokens.filter(({ at }) => !ofScope.has(at)),
    ({ at }) => !asking.has(at),
  );
  const tonedAlone = wordsTonedAlone(question);
  const found = soughtConcepts(
    request,
    {
      themes: [...themes, ...themesApart(question.tokens, context.record.themes, taken)].map(
        (named) => withoutTone(named, tonedAlone),
      ),
      rings: withNames(rings, names),
      either: jointsIn(question).filter(({ at }) => !isBesideAct(at)),
      toned: wordsOfTone(question),
      late: lateSaidIn(question.tokens.filter(({ at }) => !ofScope.has(at))),
      asking,
      denied: new Set([...wordsDenied(question)].filter((at) => !places.includes(at))),
    },
    aside,
    context.search.vocabulary,
  );
  const joints = jointsIn(question).filter(({ isOr, at }) => isOr && isBesideAct(at));
  const sought = found.map((each) =>
    joints.some(({ at }) => each.places.some((place) => isNextTo(place, at))) && saysLittle(each)
      ? onlyRanking(each)
      : each,
  );
  // What went one way, or is done, is told beside what is named, and by itself of nothing.
  const isNamed = sought.some(({ isOptional }) => !isOptional);
  const said = concepts.filter(({ isOptional }) => !isOptional);
  const isMore = said.length === 0 || !sought.every(saysNothingBeside);
  if (!isNamed || !isMore) return [...(isMore ? sought : []), ...said];
  return [...sought, ...concepts, ...conceptsOfTrend(trend)];
}

/** Whether a word stands right beside one that joins two, or one word off. */
const isNextTo = (place: number, at: number): boolean => Math.abs(place - at) <= 2;

/** Whether it is a word of every report, which decides nothing beside an act. */
const saysLittle = ({ isOptional, texts }: SoughtConcept): boolean =>
  isOptional || texts.every(saysNothing);

/** Whether what is sought is only words of every report ("workers"). */
const saysNothingBeside = ({ named, texts }: SoughtConcept): boolean =>
  named === 'word' && texts.every(saysNothing);
