import type { Theme } from '../domain/theme.js';
import { stem, words } from '../language/index.js';
import { akin, isOfEverybody, isTagged, stemsOf } from './how-named.js';
import { type Joint, joined, merged } from './joined-concepts.js';
import {
  isBesideFindings,
  isOfTime,
  type LayPhrase,
  layPhrasesOf,
  timeSought,
} from './lay-concepts.js';
import type { Vocabulary } from './ranked-index.js';
import type { SearchRequest, SearchTerm } from './request.js';
import { asConcepts, withoutRings } from './ring-concepts.js';
import { EMPTY, type RingMet, type SoughtConcept, type ThemeNamed } from './sought-concept.js';
import { type Frequencies, frequenciesOf, isCommon } from './word-frequencies.js';

export type { Joint } from './joined-concepts.js';
export type { RingMet, SoughtConcept, ThemeNamed } from './sought-concept.js';

/** Where a question names themes and narrow things, and what joins them. */
export type NamedInQuestion = {
  themes: ThemeNamed[];
  rings: RingMet[];
  either: Joint[];
  /** The places of the words by which it only asks. */
  asking: ReadonlySet<number>;
};

/**
 * What a request is about, concept by concept: each theme named, each lay word with what inspectors
 * write for it, and each other word but those at the places `aside` and those of everyday speech
 * that tell no findings apart. A theme read from everyday words goes where one of them is part of a
 * theme named in the inspectors' own ("putting care leavers").
 */
export function soughtConcepts(
  { terms }: Pick<SearchRequest, 'terms'>,
  { themes: themesNamed, rings: ringsNamed, either, asking }: NamedInQuestion,
  aside: ReadonlySet<number>,
  { words: counts }: Pick<Vocabulary, 'words'>,
): SoughtConcept[] {
  const lay = layPhrasesOf(terms);
  const often = frequenciesOf(
    [
      ...terms.map((term) => term.stem),
      ...themesNamed.flatMap(({ words: said }) => said.map(stem)),
      ...lay.flatMap(({ phrases }) => phrases.flat()),
    ],
    counts,
  );
  const readings = themesNamed
    .filter((each) => !isOfTime(each, terms))
    .map((each) => {
      const { stems, how } = stemsOf(each);
      // Reports write of the "police" by that name, and not of all partners.
      const isTerm = stems.length === 1 && stems.every((own) => (often.of.get(own) ?? 0) > USED);
      return {
        ...each,
        stems,
        how: how === 'in everyday words' && isTerm ? ('by term' as const) : how,
      };
    });
  const { rings, themesLeft, lost } = withoutRings(ringsNamed, readings, asking);
  const kept = themesLeft.filter(
    (one) =>
      !themesLeft.some((other) => cutsInto(one, other)) &&
      !(one.how !== 'by name' && saysLittle(one, readings, often)) &&
      (one.how !== 'in everyday words' ||
        !themesLeft.some(
          (other) =>
            other.how !== 'in everyday words' && other.places.some((at) => one.places.includes(at)),
        )),
  );
  const named = new Set(
    [...readings, ...rings].flatMap(({ places }) => places).filter((at) => !lost.has(at)),
  );
  const found: SoughtConcept[] = asConcepts(rings, readings, often);
  for (const { text, stems, themes, how, places } of kept) {
    const own = lay.find((each) => isWithin(places, each.places, terms));
    for (const at of own?.places ?? []) named.add(at);
    found.push({
      ...EMPTY,
      places,
      texts: [text],
      phrases: [stems, ...(how === 'by term' ? akin(stems, themes, often) : [])],
      themes: how === 'in everyday words' && own?.themes.length ? own.themes : themes,
      named: how,
      isTagged: isTagged(stems, themes),
      means: own?.means ?? [],
      // A term of the inspectors' own ("county lines") is met by what shares a word with it alone.
      meant: withParticularWord(own?.phrases ?? [], often).filter(
        (phrase) =>
          how !== 'by term' ||
          !isTagged(stems, themes) ||
          phrase.some((each) => stems.includes(each)),
      ),
    });
  }
  const free = lay.filter(({ places }) => !places.some((at) => named.has(at)));
  const isAsked = ({ places }: LayPhrase) => places.some((at) => !aside.has(at));
  const thematic = free.filter(
    (each) =>
      each.themes.length > 0 && isAsked(each) && !each.isOfTime && !isBesideFindings(each.text),
  );
  found.push(...thematic.map((each) => conceptOf(each, often)));
  for (const { places } of thematic) for (const at of places) named.add(at);
  const time = timeSought(terms);
  const isTimeAside =
    time !== null && found.length > 0 && !rings.some((ring) => shares(ring, time));
  if (isTimeAside) for (const at of time.places) named.add(at);
  const bare = terms
    .filter(({ themes, position }) => themes.length === 0 || lost.has(position))
    .filter(({ position }) => !aside.has(position) && !named.has(position));
  const concepts = withTime(joined(merged(found), either), isTimeAside ? time.concept : null);
  if (concepts.length === 0) {
    const own = free.filter(isAsked);
    const inLay = new Set(own.flatMap(({ places }) => places));
    return [
      ...own.map((each) => conceptOf(each, often)),
      ...bare.filter(({ position }) => !inLay.has(position)).map(conceptOfWord),
    ];
  }
  // A lay word that names no theme asks how, or of whom, beside what else is named.
  const withoutTheme = new Set(free.flatMap(({ places }) => places));
  const deciding = bare.filter(
    ({ position, word, repaired }) =>
      !withoutTheme.has(position) && !isBesideFindings(repaired ?? word),
  );
  const isOptional = ({ stem: own }: SearchTerm) =>
    isCommon(own, often) ||
    concepts.some(({ themes }) => themes.some((theme) => names(theme, own)));
  return decidingOf([
    ...concepts,
    ...deciding
      .filter((term) => !(isOptional(term) && isOfEverybody(term.stem)))
      .map((term) => ({ ...conceptOfWord(term), isOptional: isOptional(term) })),
  ]);
}

/** Where nothing else is asked, the words of every report are what is asked. */
const decidingOf = (concepts: SoughtConcept[]): SoughtConcept[] =>
  concepts.some(({ isOptional }) => !isOptional)
    ? concepts
    : concepts.map((each) => ({ ...each, isOptional: false }));

const shares = (one: { places: number[] }, other: { places: number[] }): boolean =>
  one.places.some((at) => other.places.includes(at));

/** Whether a reading tears apart what names a theme: "put care" of "put care leavers in". */
const cutsInto = (one: Reading, other: Reading): boolean =>
  one.how !== 'by name' &&
  other.how === 'by name' &&
  shares(one, other) &&
  !other.places.every((at) => one.places.includes(at));

/** Reports that use a word so often mean it by its name. */
const USED = 100;

const withTime = (concepts: SoughtConcept[], time: SoughtConcept | null): SoughtConcept[] =>
  time ? [...concepts, time] : concepts;

/** Whether all words searched of a theme's are words of a lay phrase. */
const isWithin = (places: number[], lay: number[], terms: SearchRequest['terms']): boolean => {
  const searched = places.filter((at) => terms.some(({ position }) => position === at));
  return searched.length > 0 && searched.every((at) => lay.includes(at));
};

type Reading = ThemeNamed & { stems: string[]; how: SoughtConcept['named'] };

/** Whether a word of every report names a theme beside another one ("staff", "late"). */
const saysLittle = (one: Reading, all: Reading[], often: Frequencies): boolean =>
  one.stems.every((own) => isCommon(own, often)) &&
  all.some((other) => other.themes.some((theme) => !theme.broad && !one.themes.includes(theme)));

const conceptOf = (
  { text, places, themes, phrases, means }: LayPhrase,
  often: Frequencies,
): SoughtConcept => ({
  ...EMPTY,
  places,
  texts: [text],
  phrases: [words(text).map(stem)],
  themes,
  named: 'in everyday words',
  means,
  meant: withParticularWord(phrases, often),
});

const conceptOfWord = ({ word, repaired, stem: own, position }: SearchTerm): SoughtConcept => ({
  ...EMPTY,
  places: [position],
  texts: [repaired ?? word],
  phrases: [[own]],
});

/** The phrases that say something by themselves: not "staff", nor "support". */
const withParticularWord = (phrases: string[][], often: Frequencies): string[][] =>
  phrases.filter((phrase) => phrase.some((own) => !isCommon(own, often)));

/** Whether a theme has a word in its name, or in a term for it. */
const names = ({ name, terms }: Theme, own: string): boolean =>
  [name, ...terms].some((text) => words(text).some((word) => stem(word) === own));
