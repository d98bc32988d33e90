import type { Theme } from '../domain/theme.js';
import { stem, words } from '../language/index.js';
import { akin, isTagged, stemsOf } from './how-named.js';
import {
  isBesideFindings,
  isOfTime,
  type LayPhrase,
  layPhrasesOf,
  timeSought,
} from './lay-concepts.js';
import type { Vocabulary } from './ranked-index.js';
import type { SearchRequest } from './request.js';
import type { SoughtConcept, ThemeNamed } from './sought-concept.js';
import { type Frequencies, frequenciesOf, isCommon } from './word-frequencies.js';

export type { SoughtConcept, ThemeNamed } from './sought-concept.js';

/**
 * What a request is about, concept by concept: each theme named, each lay word with what inspectors
 * write for it, and each other word but those at the places `aside` and those of everyday speech
 * that tell no findings apart. A theme read from everyday words goes where one of them is part of a
 * theme named in the inspectors' own ("putting care leavers").
 */
export function soughtConcepts(
  { terms }: Pick<SearchRequest, 'terms'>,
  themesNamed: ThemeNamed[],
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
      return { ...each, stems, how: how === 'in everyday words' && isTerm ? 'by term' : how };
    });
  const kept = readings.filter(
    (one) =>
      !(one.how !== 'by name' && saysLittle(one, readings, often)) &&
      (one.how !== 'in everyday words' ||
        !readings.some(
          (other) =>
            other.how !== 'in everyday words' && other.places.some((at) => one.places.includes(at)),
        )),
  );
  const named = new Set(readings.flatMap(({ places }) => places));
  const found: SoughtConcept[] = [];
  for (const { text, stems, themes, how, places } of kept) {
    const own = lay.find((each) => isWithin(places, each.places, terms));
    for (const at of own?.places ?? []) named.add(at);
    found.push({
      texts: [text],
      phrases: [stems, ...(how === 'by term' ? akin(stems, themes, often) : [])],
      themes: how === 'in everyday words' && own?.themes.length ? own.themes : themes,
      named: how,
      isTagged: isTagged(stems, themes),
      means: own?.means ?? [],
      // A term of the inspectors' own ("county lines") is met by what shares a word with it alone.
      meant: telling(own?.phrases ?? [], often).filter(
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
  const isTimeAside = time !== null && found.length > 0;
  if (isTimeAside) for (const at of time.places) named.add(at);
  const bare = terms
    .filter(({ themes, position }) => themes.length === 0 && !aside.has(position))
    .filter(({ position }) => !named.has(position));
  const concepts = withTime(merged(found), isTimeAside ? time.concept : null);
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
  const particular = bare.filter(
    ({ position, stem: own, word, repaired }) =>
      !withoutTheme.has(position) &&
      !isCommon(own, often) &&
      !isBesideFindings(repaired ?? word) &&
      !concepts.some(({ themes }) => themes.some((theme) => names(theme, own))),
  );
  return [...concepts, ...particular.map(conceptOfWord)];
}

/** Reports that use a word so often mean it by its name. */
const USED = 100;

const withTime = (concepts: SoughtConcept[], time: SoughtConcept | null): SoughtConcept[] =>
  time ? [...concepts, time] : concepts;

/** Concepts that share a text or a theme are one. */
function merged(found: SoughtConcept[]): SoughtConcept[] {
  const concepts: SoughtConcept[] = [];
  for (const each of found) {
    const same = concepts.find(
      ({ texts, themes }) =>
        texts.some((text) => each.texts.includes(text)) ||
        themes.some((theme) => each.themes.includes(theme)),
    );
    if (!same) {
      concepts.push({ ...each });
      continue;
    }
    same.texts = [...new Set([...same.texts, ...each.texts])];
    same.themes = [...new Set([...same.themes, ...each.themes])];
    same.means = [...new Set([...same.means, ...each.means])];
    same.phrases = [...same.phrases, ...each.phrases];
    same.meant = [...same.meant, ...each.meant];
  }
  return concepts;
}

/** Whether all words searched of a theme's are words of a lay phrase. */
const isWithin = (places: number[], lay: number[], terms: SearchRequest['terms']): boolean => {
  const searched = places.filter((at) => terms.some(({ position }) => position === at));
  return searched.length > 0 && searched.every((at) => lay.includes(at));
};

type Reading = ThemeNamed & { stems: string[] };

/** Whether a word of every report names a theme beside another one ("staff", "late"). */
const saysLittle = (one: Reading, all: Reading[], often: Frequencies): boolean =>
  one.stems.every((own) => isCommon(own, often)) &&
  all.some((other) => other.themes.some((theme) => !theme.broad && !one.themes.includes(theme)));

const conceptOf = (
  { text, themes, phrases, means }: LayPhrase,
  often: Frequencies,
): SoughtConcept => ({
  texts: [text],
  phrases: [words(text).map(stem)],
  themes,
  named: 'in everyday words',
  isTagged: false,
  means,
  meant: telling(phrases, often),
});

const conceptOfWord = ({
  word,
  repaired,
  stem: own,
}: SearchRequest['terms'][number]): SoughtConcept => ({
  texts: [repaired ?? word],
  phrases: [[own]],
  themes: [],
  named: 'word',
  isTagged: false,
  means: [],
  meant: [],
});

/** The phrases that say something by themselves: not "staff", nor "support". */
const telling = (phrases: string[][], often: Frequencies): string[][] =>
  phrases.filter((phrase) => phrase.some((own) => !isCommon(own, often)));

/** Whether a theme has a word in its name, or in a term for it. */
const names = ({ name, terms }: Theme, own: string): boolean =>
  [name, ...terms].some((text) => words(text).some((word) => stem(word) === own));
