import { createThreshold } from '../ranking/threshold.js';

/**
 * A term of the index by its number, with how characteristic it is of a passage: its weight there
 * times its idf.
 */
export type CharacteristicTerm = { term: number; weight: number };

/** The characteristic terms of a passage, heaviest first, and in the same order their weights. */
export type Characteristics = { terms: Uint32Array; weights: Float64Array };

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

/** The most characteristic terms of a passage. */
export function mostCharacteristic(terms: CharacteristicTerm[]): Characteristics {
  const most = heaviest(terms, CHARACTERISTIC_TERMS);
  return {
    terms: Uint32Array.from(most, ({ term }) => term),
    weights: Float64Array.from(most, ({ weight }) => weight),
  };
}

/**
 * Prepares query expansion for an index of so many terms. The terms that the best passages of all
 * councils share are added to a question, because reports on different councils say the same thing
 * in different words. This is pseudo-relevance feedback (Lavrenko and Croft, 2001). `asked` are the
 * terms of the question itself, which are not added again.
 */
export function createQueryExpansion(
  terms: number,
  isTheme: (term: number) => boolean,
): (documents: FeedbackDocument[], asked: ReadonlySet<number>) => ExpansionTerm[] {
  const weights = new Float64Array(terms);
  const met = new Uint32Array(FEEDBACK_DOCUMENTS * CHARACTERISTIC_TERMS);
  return (documents, asked) => {
    let count = 0;
    for (const { share, characteristics } of documents)
      for (let i = 0; i < characteristics.terms.length; i++) {
        const term = characteristics.terms[i] ?? 0;
        const before = weights[term] ?? 0;
        if (before === 0) met[count++] = term;
        weights[term] = before + share * (characteristics.weights[i] ?? 0);
      }
    for (const term of asked) weights[term] = 0;
    // Most terms are of one passage alone and weigh too little: no more is made of those.
    const threshold = createThreshold(EXPANSION_TERMS);
    for (let i = 0; i < count; i++) threshold.offer(weights[met[i] ?? 0] ?? 0);
    const shared: CharacteristicTerm[] = [];
    const least = threshold.value();
    for (let i = 0; i < count; i++) {
      const term = met[i] ?? 0;
      const weight = weights[term] ?? 0;
      weights[term] = 0;
      if (weight > 0 && weight >= least) shared.push({ term, weight });
    }
    const best = heaviest(shared, EXPANSION_TERMS);
    const most = best[0]?.weight ?? 1;
    return best.map(({ term, weight }) => ({
      term,
      factor: (EXPANSION_FACTOR * (isTheme(term) ? THEME_SHARE : 1) * weight) / most,
    }));
  };
}

function heaviest(terms: CharacteristicTerm[], most: number): CharacteristicTerm[] {
  const threshold = createThreshold(most);
  for (const { weight } of terms) threshold.offer(weight);
  return terms
    .filter(({ weight }) => weight >= threshold.value())
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, most);
}
