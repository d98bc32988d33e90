import { createThreshold } from '../ranking/threshold.js';

/**
 * A term of the index by its number, with how characteristic it is of a passage: its weight there
 * times its idf.
 */
export type CharacteristicTerm = { term: number; weight: number };

/**
 * The characteristic terms of a passage, heaviest first, by the order in which they were first met,
 * and in the same order their weights.
 */
export type Characteristics = { places: Uint32Array; weights: Float64Array };

/** A passage that answers well: how well beside the best (0–1), and its characteristic terms. */
export type FeedbackDocument = { share: number; characteristics: Characteristics };

/** A term that is added to a question, by how much it is to count. */
export type ExpansionTerm = { term: number; factor: number };

/** How many of the best passages are feedback documents. */
export const FEEDBACK_DOCUMENTS = 10;
/** So many of a passage's terms say what it is about. */
const CHARACTERISTIC_TERMS = 60;
const EXPANSION_TERMS = 30;
const EXPANSION_FACTOR = 0.2;
/** Themes are named by the question already, or associated with it. */
const THEME_SHARE = 0.7;

/** Query expansion for one index. */
export type QueryExpansion = {
  /** The most characteristic terms of a passage. */
  characteristics(terms: CharacteristicTerm[]): Characteristics;
  /** What the best passages add to a question whose own terms are `asked`. */
  expand(documents: FeedbackDocument[], asked: ReadonlySet<number>): ExpansionTerm[];
};

/**
 * Prepares query expansion for an index of so many terms. The terms that the best passages of all
 * councils share are added to a question, because reports on different councils say the same thing
 * in different words. This is pseudo-relevance feedback (Lavrenko and Croft, 2001). `asked` are the
 * terms of the question itself, which are not added again.
 */
export function createQueryExpansion(
  terms: number,
  isTheme: (term: number) => boolean,
): QueryExpansion {
  // Few terms of a vocabulary are characteristic of any passage: their sums lie side by side.
  const met: number[] = [];
  const placeOf = new Map<number, number>();
  const weights = new Float64Array(terms);
  const touched = new Uint32Array(FEEDBACK_DOCUMENTS * CHARACTERISTIC_TERMS);

  function placed(term: number): number {
    const place = placeOf.get(term) ?? met.push(term) - 1;
    placeOf.set(term, place);
    return place;
  }

  function characteristics(list: CharacteristicTerm[]): Characteristics {
    const most = heaviest(list, CHARACTERISTIC_TERMS);
    return {
      places: Uint32Array.from(most, ({ term }) => placed(term)),
      weights: Float64Array.from(most, ({ weight }) => weight),
    };
  }

  function expand(documents: FeedbackDocument[], asked: ReadonlySet<number>): ExpansionTerm[] {
    let count = 0;
    for (const { share, characteristics: own } of documents)
      for (let i = 0; i < own.places.length; i++) {
        const place = own.places[i] ?? 0;
        const before = weights[place] ?? 0;
        if (before === 0) touched[count++] = place;
        weights[place] = before + share * (own.weights[i] ?? 0);
      }
    for (const term of asked) {
      const place = placeOf.get(term);
      if (place !== undefined) weights[place] = 0;
    }
    // Most terms are of one passage alone and weigh too little: no more is made of those.
    const threshold = createThreshold(EXPANSION_TERMS);
    for (let i = 0; i < count; i++) threshold.offer(weights[touched[i] ?? 0] ?? 0);
    const shared: CharacteristicTerm[] = [];
    const least = threshold.value();
    for (let i = 0; i < count; i++) {
      const place = touched[i] ?? 0;
      const weight = weights[place] ?? 0;
      weights[place] = 0;
      if (weight > 0 && weight >= least) shared.push({ term: met[place] ?? 0, weight });
    }
    const best = heaviest(shared, EXPANSION_TERMS);
    const most = best[0]?.weight ?? 1;
    return best.map(({ term, weight }) => ({
      term,
      factor: (EXPANSION_FACTOR * (isTheme(term) ? THEME_SHARE : 1) * weight) / most,
    }));
  }

  return { characteristics, expand };
}

function heaviest(terms: CharacteristicTerm[], most: number): CharacteristicTerm[] {
  const threshold = createThreshold(most);
  for (const { weight } of terms) threshold.offer(weight);
  return terms
    .filter(({ weight }) => weight >= threshold.value())
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, most);
}
