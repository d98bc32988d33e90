import { isOfEverybody } from '../domain/everybody.js';
import { stem, words } from '../language/index.js';
import { isBesideFindings } from './lay-concepts.js';
import { onlyRanking, type SoughtConcept } from './sought-concept.js';

/** The place of a word that joins what stands beside it: "or", else "and". */
export type Joint = { at: number; isOr: boolean };

/** Concepts with an "or" between them are one, and those of one theme with an "and". */
export function joined(found: SoughtConcept[], either: Joint[]): SoughtConcept[] {
  let concepts = found;
  for (const { at, isOr } of either) {
    const inOrder = concepts.toSorted((a, b) => Math.min(...a.places) - Math.min(...b.places));
    const one = inOrder.findLast(({ places }) => Math.max(...places) < at);
    const other = inOrder.find(({ places }) => Math.min(...places) > at);
    const isBeside =
      one && other && isNextTo(at, one.places, BEFORE) && isNextTo(at, other.places, BEHIND);
    const isOne = isBeside && (isOr || shareTheme(one, other));
    if (isOne)
      concepts = [...concepts.filter((each) => each !== one && each !== other), both(one, other)];
  }
  return concepts;
}

/** So far from an "or" stand what it joins, words that say nothing apart. */
const BESIDE_OR = 3;

/**
 * Of what an "or" joins either is enough. What stands beside a word of praise or criticism ("late
 * or patchy") decides nothing, since any such word answers, and nor does what is said of a thing
 * named on both sides ("visits that are infrequent or late"); two other things are one. `toned`
 * are the places of the words of praise and criticism.
 */
export function alternatives(
  found: SoughtConcept[],
  either: Joint[],
  toned: ReadonlySet<number>,
): SoughtConcept[] {
  let concepts = found;
  for (const { at } of either.filter(({ isOr }) => isOr)) {
    const all = [...toned, ...concepts.flatMap(({ places }) => places)];
    const before = Math.max(...all.filter((place) => place < at && at - place <= BESIDE_OR));
    const behind = Math.min(...all.filter((place) => place > at && place - at <= BESIDE_OR));
    const one = concepts.find(({ places }) => places.includes(before));
    const other = concepts.find(({ places }) => places.includes(behind));
    const replaced = (each: SoughtConcept, by: SoughtConcept[]) =>
      concepts.flatMap((own) => (own === each ? by : [own]));
    if (one && other && one !== other) {
      if (isAround(one, at)) concepts = replaced(other, [onlyRanking(other)]);
      else if (isAround(other, at)) concepts = replaced(one, [onlyRanking(one)]);
      else if (isOfHow(one) === isOfHow(other))
        concepts = replaced(one, []).map((own) => (own === other ? both(one, other) : own));
    } else if (!one && other && toned.has(before) && isOfHow(other) && !isAround(other, at))
      concepts = replaced(other, [onlyRanking(other)]);
    else if (one && !other && toned.has(behind) && isOfHow(one) && !isAround(one, at))
      concepts = replaced(one, [onlyRanking(one)]);
  }
  return concepts;
}

const isAround = ({ places }: SoughtConcept, at: number): boolean =>
  Math.min(...places) < at && at < Math.max(...places);

/** Whether it only tells how a thing is or what is done with it, and names none. */
const isOfHow = ({ named, themes, isBeside, isName }: SoughtConcept): boolean =>
  !isName && (isBeside || named === 'word' || named === 'in everyday words' || themes.length === 0);

/** "Babies or toddlers in care" is no "babies, or in care". */
const isNextTo = (at: number, places: number[], most: number): boolean =>
  places.some((place) => Math.abs(place - at) <= most);

/** Words may stand between: "abuse at home or", "or legal planning", "or the police". */
const BEFORE = 3;
const BEHIND = 2;

const shareTheme = (one: SoughtConcept, other: SoughtConcept): boolean =>
  one.themes.some((theme) => other.themes.includes(theme));

/** What a theme is called says it alone beside an "or", without what everyday words mean by it. */
const meantBeside = ({ named, meant }: SoughtConcept): string[][] =>
  named === 'by name' ? [] : meant;

const both = (one: SoughtConcept, other: SoughtConcept): SoughtConcept => ({
  ...one,
  named: one.named === other.named ? one.named : 'by term',
  isTagged: one.isTagged && other.isTagged,
  isOptional: one.isOptional && other.isOptional,
  isRanking: one.isRanking && other.isRanking,
  isCommon: one.isCommon && other.isCommon,
  texts: [...new Set([...one.texts, ...other.texts])],
  themes: [...new Set([...one.themes, ...other.themes])],
  means: [...new Set([...one.means, ...other.means])],
  phrases: [...one.phrases, ...other.phrases],
  meant: [...meantBeside(one), ...meantBeside(other)],
  rings: [...new Set([...one.rings, ...other.rings])],
  orPhrases: [one, other].flatMap((each) =>
    each.rings.length > 0 ? each.orPhrases : [...each.phrases, ...meantBeside(each)],
  ),
  places: [...one.places, ...other.places],
});

/** Concepts that share a text or a theme are one; narrow things of one theme are not. */
export function merged(found: SoughtConcept[]): SoughtConcept[] {
  const concepts: SoughtConcept[] = [];
  for (const each of found) {
    const same = concepts.findIndex(
      ({ texts, themes, rings }) =>
        texts.some((text) => each.texts.includes(text)) ||
        (rings.length + each.rings.length === 0 &&
          themes.some((theme) => each.themes.includes(theme))),
    );
    const known = concepts[same];
    if (known)
      concepts[same] = narrower(known, each) ?? { ...both(known, each), named: known.named };
    else concepts.push(each);
  }
  return concepts.filter((each) => !concepts.some((other) => isSaidBy(each, other)));
}

/** Whether everyday words only say once more what is named beside them ("night staff"). */
const isSaidBy = (one: SoughtConcept, { rings, themes, places }: SoughtConcept): boolean =>
  one.rings.length === 0 &&
  one.named !== 'by name' &&
  (one.named === 'in everyday words' || one.themes.some((theme) => themes.includes(theme))) &&
  rings.some((ring) =>
    [...one.means, ...(sharesPlace(one, places) ? one.texts : [])].some(
      (text) => ring.placeIn(words(text)) !== null,
    ),
  );

const sharesPlace = (one: SoughtConcept, places: number[]): boolean =>
  one.places.some((at) => places.includes(at));

/**
 * Of a theme's name and another word of the theme beside it the word is what was asked for:
 * "perpetrators" of "domestic abuse perpetrators". Words for an age are no
 * narrower than the theme ("homeless 17 year olds"). `null` where neither stands so.
 */
function narrower(one: SoughtConcept, other: SoughtConcept): SoughtConcept | null {
  const isBeside =
    Math.max(...one.places) + 1 === Math.min(...other.places) ||
    Math.max(...other.places) + 1 === Math.min(...one.places);
  if (!isBeside || (one.named === 'by name') === (other.named === 'by name')) return null;
  const [own, wider] = one.named === 'by name' ? [other, one] : [one, other];
  const kept = own.texts.every(isOfAnybody) ? wider : own;
  return { ...kept, places: [...one.places, ...other.places] };
}

/** Whether a text only says of what age somebody is, or that they are children. */
const isOfAnybody = (text: string): boolean =>
  words(text).every(
    (word) => isOfEverybody(stem(word)) || isBesideFindings(word) || /^\d+$/.test(word),
  );
