import { hasTone } from '../domain/tone.js';
import { FUNCTION_WORDS, stem, words } from '../language/index.js';
import { withoutGeneric } from './beside-names.js';
import { decidingOf, ofWhomImplied, withoutHelp } from './deciding-concepts.js';
import { alternatives, type Joint, joined, merged } from './joined-concepts.js';
import {
  conceptOfLay,
  conceptsOfLay,
  isBesideFindings,
  isGiving,
  isRanking,
  type LateSaid,
  type LayPhrase,
  layPhrasesOf,
  saysLate,
  timeSought,
  WORDS_FOR_LATE,
} from './lay-concepts.js';
import type { Vocabulary } from './ranked-index.js';
import type { SearchRequest, SearchTerm } from './request.js';
import { asConcepts, withoutRings } from './ring-concepts.js';
import type { RingMet, SoughtConcept, ThemeNamed } from './sought-concept.js';
import { conceptsOfThemes, readingsKept, readingsOf } from './theme-concepts.js';
import { conceptOfWord, conceptsOfWords } from './word-concepts.js';
import { type Frequencies, frequenciesOf } from './word-frequencies.js';

export type { Joint } from './joined-concepts.js';
export type { RingMet, SoughtConcept, ThemeNamed } from './sought-concept.js';

/** Where a question names themes and narrow things, and what joins them. */
export type NamedInQuestion = {
  themes: ThemeNamed[];
  rings: RingMet[];
  either: Joint[];
  /** Everyday phrases that say as a whole that something is late. */
  late: LateSaid[];
  /** The places of its words of praise and criticism. */
  toned: ReadonlySet<number>;
  /** The places of the words by which it only asks. */
  asking: ReadonlySet<number>;
  /** The places of the words behind a "not". */
  denied: ReadonlySet<number>;
};

type Placed = { places: number[] };

/**
 * What a request is about, concept by concept: each theme named, each lay word with what inspectors
 * write for it, and each other word but those at the places `aside` and those of everyday speech
 * that tell no findings apart. What is named first takes its words from what comes after it:
 * narrow things, themes, lay phrases, words of time, other words.
 */
export function soughtConcepts(
  { terms }: Pick<SearchRequest, 'terms'>,
  { themes, rings: met, either, toned: ofTone, late: saidLate, asking, denied }: NamedInQuestion,
  aside: ReadonlySet<number>,
  { words: counts }: Pick<Vocabulary, 'words'>,
): SoughtConcept[] {
  const lay = layPhrasesOf(terms);
  const often = frequenciesIn(terms, themes, lay, counts);
  const isAlone = met.length === 0 && themes.every(({ text }) => saysLate(text));
  const readings = readingsOf(themes, terms, often, isAlone);
  const { rings, themesLeft, lost } = withoutRings(met, readings, asking);
  const taken = placesOf([...readings, ...rings], lost);
  const isFree = ({ places }: Placed) => !places.some((at) => taken.has(at));
  const isAsked = ({ places }: Placed) => places.some((at) => !aside.has(at));

  const ofThemes = conceptsOfThemes(
    readingsKept(themesLeft, readings, often, denied),
    lay,
    terms,
    often,
  );
  for (const at of ofThemes.places) taken.add(at);
  const free = lay.filter(isFree);
  const ofLay = conceptsOfLay(free.filter(isAsked), often);
  for (const at of ofLay.places) taken.add(at);
  const named = [...asConcepts(rings, readings, often), ...ofThemes.concepts, ...ofLay.concepts];
  const time = named.length > 0 ? timeBeside(terms, rings, isAlone ? [] : saidLate) : null;
  for (const at of time?.places ?? []) taken.add(at);
  const bare = terms.filter(
    ({ position, themes: own }) =>
      (own.length === 0 || lost.has(position)) && !aside.has(position) && !taken.has(position),
  );

  const late = time && { ...time.concept, meant: WORDS_FOR_LATE };
  const concepts = joined([...merged(named), ...(late ? [late] : [])], either).map((each) =>
    time && each === late ? time.concept : each,
  );
  // Everyday words that say which fault it is ("confusing") decide where sentences have them.
  const tellsHow = ({ places }: Placed) =>
    places.every((at) => aside.has(at) && !asking.has(at) && !taken.has(at));
  const how = free
    .filter((each) => tellsHow(each) && isBeside(each) && each.means.some(hasTone))
    .map((each) => ({ ...conceptOfLay(each, often), isOptional: true }));
  if (concepts.length === 0) {
    const own = free.filter(isAsked);
    const inLay = placesOf(own);
    return [
      ...own.map((each) => conceptOfLay(each, often)),
      ...bare.filter(({ position }) => !inLay.has(position)).map(conceptOfWord),
      ...how,
    ];
  }
  // A lay word that names no theme asks how, or of whom, beside what else is named: it decides
  // where sentences have it.
  const beside = free.filter((each) => isFree(each) && isAsked(each) && isBeside(each));
  const inLay = placesOf(free);
  // Nor does what is left of a phrase that says something already ("books" of "story books").
  const inPart = placesOf(lay.filter((each) => !isFree(each)));
  // "Not offered" is written in many words, of which none decides.
  const isGivenUp = ({ position, word }: SearchTerm) => denied.has(position) && isGiving(word);
  const isLeftOver = ({ position, word }: SearchTerm) =>
    inPart.has(position) && FUNCTION_WORDS.has(word);
  const others = bare.filter(
    (term) =>
      !inLay.has(term.position) &&
      !isGivenUp(term) &&
      !isLeftOver(term) &&
      (denied.has(term.position) || !FUNCTION_WORDS.has(term.word)),
  );
  // What is "not considered" or "not seen" decides beside a theme at large.
  const isWide = concepts.every(({ rings: own, named }) => own.length === 0 && named !== 'word');
  const verbs = terms.filter(
    ({ position, word }) =>
      isWide && denied.has(position) && !taken.has(position) && !isGiving(word) && !isRanking(word),
  );
  // A word that says which fault it is ("too optimistic") decides where sentences have it.
  const toned = terms.filter(
    (term) =>
      aside.has(term.position) &&
      !asking.has(term.position) &&
      !taken.has(term.position) &&
      !verbs.includes(term) &&
      !isGivenUp(term) &&
      !placesOf(how).has(term.position),
  );
  const all = [
    ...verbs.map((term) => ({ ...conceptOfWord(term), texts: [`not ${term.word}`] })),
    ...withoutHelp(concepts),
    ...conceptsOfWords(toned, concepts, often, denied).map((each) => ({
      ...each,
      isOptional: true,
    })),
    ...how,
    ...beside.map((each) => ({ ...conceptOfLay(each, often), isOptional: true })),
    ...conceptsOfWords(others, concepts, often, denied).map((each) =>
      each.places.every((at) => inPart.has(at))
        ? { ...each, isOptional: true, isCommon: true }
        : each,
    ),
  ];
  const list = alternatives(all, either, ofTone);
  return decidingOf(withoutGeneric(list.map((each) => ofWhomImplied(each, list))));
}

/** Whether a lay phrase tells findings apart beside what else is named. */
const isBeside = ({ text, themes, isOfTime }: LayPhrase): boolean =>
  themes.length === 0 && !isOfTime && !words(text).some(isBesideFindings);

/** How often the record has each word that a question names something by. */
const frequenciesIn = (
  terms: SearchRequest['terms'],
  themes: ThemeNamed[],
  lay: LayPhrase[],
  counts: Vocabulary['words'],
): Frequencies =>
  frequenciesOf(
    [
      ...terms.map((term) => term.stem),
      ...themes.flatMap(({ words: said }) => said.map(stem)),
      ...lay.flatMap(({ phrases }) => phrases.flat()),
    ],
    counts,
  );

/** That something is late, where no narrow thing says it already. */
function timeBeside(
  terms: SearchRequest['terms'],
  rings: Placed[],
  saidLate: LateSaid[],
): ReturnType<typeof timeSought> {
  const places = placesOf(rings);
  const said = saidLate.filter((each) => !each.places.some((at) => places.has(at)));
  const time = timeSought(terms, said);
  return time?.places.some((at) => places.has(at)) ? null : time;
}

const placesOf = (list: Placed[], without: ReadonlySet<number> = new Set()): Set<number> =>
  new Set(list.flatMap(({ places }) => places).filter((at) => !without.has(at)));
