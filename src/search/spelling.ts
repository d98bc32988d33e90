import { editDistance } from './edit-distance.js';
import { isEnglish } from './english.js';

/** Repairs words that are in no dictionary towards a vocabulary, never a real English word. */
export type Speller = {
  /** The vocabulary's likeliest form of a misspelt lower-case word; `null` where the word is fine or nothing is near. */
  repair(word: string): string | null;
};

const SHORTEST = 4;
const LONGEST = 24;

/**
 * Prepares a deletion index (each word of the vocabulary under itself with up to two letters left out), after W. Garbe's symmetric
 * delete algorithm: a look-up costs no more for a larger vocabulary. `frequency` decides between equally near words.
 */
export function createSpeller(frequency: ReadonlyMap<string, number>): Speller {
  const shortened = new Map<string, string[]>();
  for (const word of frequency.keys()) {
    if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) continue;
    for (const form of deletions(word, reach(word))) {
      const list = shortened.get(form);
      if (list) list.push(word);
      else shortened.set(form, [word]);
    }
  }
  return {
    repair(word) {
      if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word)) return null;
      if (frequency.has(word) || isEnglish(word)) return null;
      const limit = reach(word);
      let best: { word: string; distance: number; count: number } | null = null;
      for (const form of deletions(word, limit))
        for (const candidate of shortened.get(form) ?? []) {
          const distance = editDistance(word, candidate);
          if (distance > limit) continue;
          const count = (frequency.get(candidate) ?? 0) * (candidate[0] === word[0] ? 4 : 1);
          if (
            !best ||
            distance < best.distance ||
            (distance === best.distance && count > best.count)
          )
            best = { word: candidate, distance, count };
        }
      return best?.word ?? null;
    },
  };
}

const reach = (word: string): number => (word.length >= 8 ? 2 : 1);

function deletions(word: string, most: number): Set<string> {
  const forms = new Set([word]);
  let last = [word];
  for (let round = 0; round < most; round++) {
    const next: string[] = [];
    for (const form of last)
      for (let i = 0; i < form.length; i++) {
        const shorter = form.slice(0, i) + form.slice(i + 1);
        if (!forms.has(shorter)) {
          forms.add(shorter);
          next.push(shorter);
        }
      }
    last = next;
  }
  return forms;
}
