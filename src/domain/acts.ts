import { ringsOfFile, type SynonymRing } from './synonym-rings.js';

/** What people do with a thing, or leave undone, as reports write of either. */
export type Act = { name: string; done: SynonymRing; undone: SynonymRing };

/**
 * Where words name an act: those at the places `words`; `isUndone`: by what says that it is left
 * undone ("lose track of").
 */
export type ActNamed = { act: Act; words: readonly number[]; isUndone: boolean };

type Prepared = {
  acts: { act: Act; asked: SynonymRing; undone: SynonymRing }[];
  anybody: SynonymRing | null;
};
let prepared: Prepared | null = null;

/** The acts of `data/language/acts.json`, prepared when the first question is read for them. */
function all(): Prepared {
  if (prepared) return prepared;
  const rings = ringsOfFile('acts', { inStems: true });
  const names = [...rings.keys()].map((value) => value.split(': ', 1)[0] ?? value);
  const acts = [...new Set(names)].flatMap((name) => {
    const of = (sort: string) => rings.get(`${name}: ${sort}`);
    const [asked, undone] = [of('asked'), of('asked as left undone')];
    const [done, left] = [of('done'), of('left undone')];
    if (!asked || !undone || !done || !left) return [];
    return [{ act: { name, done: { ...done, name }, undone: left }, asked, undone }];
  });
  prepared = { acts, anybody: rings.get('anybody: asked') ?? null };
  return prepared;
}

/** Whether some words are only those for the people who do everything ("staff"). */
export function isAnybody(said: readonly string[]): boolean {
  const place = all().anybody?.placeIn(said);
  return place ? place.from === 0 && place.to === said.length : false;
}

/** The acts that some words, as `words()` gives them, name; of each the first place. */
export const actsNamedIn = (said: readonly string[]): ActNamed[] =>
  all().acts.flatMap(({ act, asked, undone }): ActNamed[] => {
    const left = undone.placeIn(said);
    const place = left ?? asked.placeIn(said);
    return place ? [{ act, words: place.words ?? [], isUndone: left !== null }] : [];
  });
