import Fuse from 'fuse.js';
import { editDistance, isEnglish, words } from '../language/index.js';
import { differInMany, FURTHEST, type Outline, outlineOf, shapeOf } from './outline.js';

/** What bears a name, with all the names that people type for it. */
export type Named<T> = { value: T; names: string[] };

/**
 * A name that a typed one is like; `isWhole` where it is the first of the names that were given.
 */
export type LikeName<T> = { value: T; name: string; isWhole: boolean };

/** Finds values by the names people type. Names are lists of words as `words()` gives them. */
export type NameIndex<T> = {
  /** How many words the longest name has. */
  longest: number;
  /** What bears this very name, or a usual way of writing it; `null` where nothing does. */
  exact(typed: readonly string[]): T | null;
  /** Whether any name begins with a word. */
  mayBegin(word: string): boolean;
  /** What bears this name once its words are joined ("tower hamlets" as "towerhamlets"). */
  joined(letters: string): T | null;
  /** Whether any name joined has such an outline. */
  mayBeJoined(outline: Outline): boolean;
  /** The nearest of the names that are a slip of the fingers away, all equally near. */
  alike(typed: string): LikeName<T>[];
  /** Whether any name may be alike to what has such an outline. */
  mayBeAlike(outline: Outline): boolean;
  /** What bears a name that has this word. */
  withWord(word: string): T[];
};

/** The title words around a name: "London Borough of Hackney", "Leeds City Council". */
const TITLE = new Set([
  ...['the', 'of', 'council', 'councils', 'borough', 'city', 'county', 'metropolitan', 'mbc'],
  ...['mdc', 'bc', 'cc', 'lbc', 'london', 'royal', 'district', 'unitary', 'authority', 'local'],
  ...['childrens', 'children', 'services'],
]);

/** A council's name without the words of its title. */
export const withoutTitle = (typed: readonly string[]): string[] =>
  typed.filter((word) => !TITLE.has(word));

const LIKENESS = { keys: ['name'], threshold: 0.5, includeScore: true, ignoreLocation: false };
/** A word as short as this is in too many other words to tell a name that was typed in one. */
const SHORTEST_JOINED = 5;

/** Prepares the names once. Where two values bear one name, the first one has it. */
export function createNameIndex<T>(named: Named<T>[]): NameIndex<T> {
  const names = named.flatMap(({ value, names: each }) =>
    each.map((name, i) => ({ value, name: words(name).join(' '), isWhole: i === 0 })),
  );
  const exact = new Map<string, T>();
  const joined = new Map<string, T>();
  /**
   * The one word that is left of a name. It counts unless it is an English one, which is looked up
   * where somebody types it: the list of English words is long to read.
   */
  const left = new Map<string, { value: T; bare: string }>();
  const add = (name: string, value: T) => {
    if (name !== '' && !exact.has(name)) exact.set(name, value);
  };
  for (const { name, value } of names) add(name, value);
  for (const { name, value } of names) {
    const bare = withoutTitle(name.split(' ')).join(' ');
    if (bare.includes(' ')) add(bare, value);
    else if (bare !== '' && !exact.has(bare))
      for (const word of [bare, `${bare}s`]) if (!left.has(word)) left.set(word, { value, bare });
    for (const way of waysOfWriting(name)) add(way, value);
  }
  for (const [name, value] of exact) {
    const letters = name.replaceAll(' ', '');
    if (letters.length >= SHORTEST_JOINED && !joined.has(letters)) joined.set(letters, value);
  }
  for (const [name, value] of [...exact]) if (!name.endsWith('s')) add(`${name}s`, value);

  const longest = Math.max(1, ...[...exact.keys()].map((name) => name.split(' ').length));
  const firstWords = new Set(
    [...exact.keys(), ...left.keys()].map((name) => name.split(' ', 1)[0]),
  );
  const joinedLetters = new Map<number, Set<number>>();
  for (const { length, letters } of Array.from(joined.keys(), outlineOf))
    joinedLetters.set(length, (joinedLetters.get(length) ?? new Set()).add(letters));
  return {
    longest,
    exact(typed) {
      const name = typed.join(' ');
      const word = left.get(name);
      return exact.get(name) ?? (word && !isEnglish(word.bare) ? word.value : null);
    },
    mayBegin: (word) => firstWords.has(word),
    joined: (letters) => joined.get(letters) ?? null,
    mayBeJoined: ({ length, letters }) => joinedLetters.get(length)?.has(letters) ?? false,
    ...createLikeness(names),
    withWord: (word) => [
      ...new Set(names.filter((n) => n.name.split(' ').includes(word)).map(({ value }) => value)),
    ],
  };
}

/** The other ways of writing a name: "on" for "upon", small words left out, "saint" for "st". */
function waysOfWriting(name: string): string[] {
  const ways = [
    name.replace(/ and /g, ' '),
    name.replace(/ upon /g, ' on '),
    name.replace(/ on /g, ' upon '),
    name.replace(/ (?:upon|on) /g, ' '),
    name.replace(/ and /g, '&'),
    name.replace(/^st /, 'saint '),
    name.replace(/^(st|saint) (\w+)s$/, '$1 $2'),
  ];
  return ways.filter((way) => way !== name);
}

/** How many letters may be wrong: two where both are long. */
const reach = (name: string, typed: string): number =>
  Math.min(name.length, typed.length) >= 9 ? FURTHEST : 1;

/** Names that so many slips lead to from one shape, with the letters of each in the same order. */
type Lettered<T> = { names: LikeName<T>[]; letters: Int32Array };

/** The count of wrong letters decides which names are alike, and fuse.js has to agree. */
function createLikeness<T>(names: LikeName<T>[]): Pick<NameIndex<T>, 'alike' | 'mayBeAlike'> {
  const candidates = new Map<number, Lettered<T>>();
  for (const item of names)
    for (let more = -FURTHEST; more <= FURTHEST; more++) {
      const shape = shapeOf(outlineOf(item.name)) + more;
      const others = candidates.get(shape)?.names ?? [];
      candidates.set(shape, { names: [...others, item], letters: new Int32Array(0) });
    }
  for (const each of candidates.values())
    each.letters = Int32Array.from(each.names, ({ name }) => outlineOf(name).letters);

  function mayBeAlike(outline: Outline): boolean {
    const likely = candidates.get(shapeOf(outline))?.letters;
    if (!likely) return false;
    for (let i = 0; i < likely.length; i++)
      if (!differInMany(likely[i] ?? 0, outline.letters)) return true;
    return false;
  }

  function alike(typed: string): LikeName<T>[] {
    const near: (LikeName<T> & { distance: number })[] = [];
    const outline = outlineOf(typed);
    const likely = candidates.get(shapeOf(outline));
    if (!likely) return [];
    for (const [i, item] of likely.names.entries()) {
      if (differInMany(likely.letters[i] ?? 0, outline.letters)) continue;
      const most = reach(item.name, typed);
      if (Math.abs(item.name.length - typed.length) > most) continue;
      const distance = editDistance(typed, item.name, most);
      if (distance <= most) near.push({ ...item, distance });
    }
    if (near.length === 0) return [];
    // Asked of all names, fuse.js would be the slowest part of reading gibberish.
    const agreed = new Fuse(near, LIKENESS).search(typed).map(({ item }) => item);
    const least = Math.min(...agreed.map(({ distance }) => distance));
    const nearest = new Map(
      agreed
        .filter(({ distance }) => distance === least)
        .map(({ value, name, isWhole }) => [value, { value, name, isWhole }]),
    );
    return [...nearest.values()];
  }

  return { alike, mayBeAlike };
}
