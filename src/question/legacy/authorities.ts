import Fuse from 'fuse.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { editDistance, isEnglish, words } from '../../language/index.js';
import { STOP_WORDS } from './field-words.js';
import { METROPOLITAN_COUNTIES } from './metropolitan-counties.js';

/** One authority, several that could be meant, or none. */
export type AuthorityMatch =
  | { kind: 'one'; authority: LocalAuthority }
  | { kind: 'many'; candidates: LocalAuthority[] }
  | { kind: 'none' };

/** An authority met in a question, with where: the words from `from` up to, not including, `to`; by its name, or by likeness to it. */
export type AuthorityMention = {
  authority: LocalAuthority;
  from: number;
  to: number;
  byLikeness: boolean;
};

/** Finds authorities by the names people type. */
export type AuthorityResolver = {
  /** Reads a text that should be nothing but a council's name. */
  resolve(name: string): AuthorityMatch;
  /**
   * The authorities named in a question's words (as `words()` gives them). Exact names and aliases first; then words
   * that are not English are held against the names by likeness. A name that is also an
   * everyday word ("reading") counts where `text`, the question as typed, writes it as a name or says "in reading".
   */
  mentions(questionWords: string[], text: string): AuthorityMention[];
};

/** The title words around a name: "London Borough of Hackney", "Leeds City Council". */
const TITLE = new Set(
  'the of council councils borough city county metropolitan mbc mdc bc cc lbc london royal district unitary authority local childrens children services'.split(
    ' ',
  ),
);
const OPTIONS = { keys: ['name'], threshold: 0.5, includeScore: true, ignoreLocation: false };
const SHORTEST_MISSPELT = 4;
const MOST_WORDS = 3;

/** Councils that became part of another, whose name stands here as `words()` reads it. Source: The Bournemouth, Dorset and Poole (Structural Changes) Order 2018. */
const SUCCESSORS = new Map([['Poole', 'bournemouth christchurch and poole']]);

/** What stands before a name is no part of it: "in Yorkshire" is not "N Yorkshire". */
const BEFORE_NAMES = /^(in|at|of|for|to|is|on|by|and|or|about)$/;

/** How many letters may be wrong: two where both are long. */
const reach = (name: string, typed: string): number =>
  Math.min(name.length, typed.length) >= 9 ? 2 : 1;

/** A number for each count of words and characters; one character more is one more. */
function shapeOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  return count * 1_000 + text.length;
}

/** Which letters a text has, a bit each; a wrong letter makes a difference of two at most. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function bitsOf(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Prepares the register once. What is a word of the record (`isWord`) is no misspelt name. */
export function createAuthorityResolver(
  authorities: LocalAuthority[],
  isWord: (word: string) => boolean = () => false,
): AuthorityResolver {
  const exact = new Map<string, LocalAuthority>();
  const names = authorities.flatMap((authority) =>
    [authority.name, ...authority.aliases].map((name) => ({
      authority,
      name: words(name).join(' '),
    })),
  );
  for (const { authority, name } of names) {
    exact.set(name, authority);
    const bare = withoutTitle(name.split(' ')).join(' ');
    if (bare && !exact.has(bare)) exact.set(bare, authority);
  }
  const longest = Math.max(1, ...[...exact.keys()].map((name) => name.split(' ').length));
  /** The names with their letters, by how many words and characters they have. */
  const shaped = new Map<number, { item: (typeof names)[number]; letters: number }[]>();
  for (const item of names) {
    const shape = shapeOf(item.name);
    shaped.set(shape, [...(shaped.get(shape) ?? []), { item, letters: lettersOf(item.name) }]);
  }

  /** The authorities whose name or alias is a misspelling away: the count of letters decides, and fuse.js has to agree. */
  function alike(text: string): LocalAuthority[] {
    const typed = lettersOf(text);
    const shape = shapeOf(text);
    const near = [-2, -1, 0, 1, 2]
      .flatMap((more) => shaped.get(shape + more) ?? [])
      .filter(({ item, letters }) => bitsOf(letters ^ typed) <= 2 * reach(item.name, text))
      .map(({ item }) => ({ ...item, distance: editDistance(text, item.name) }))
      .filter(({ name, distance }) => distance <= reach(name, text));
    if (near.length === 0) return [];
    // Asked of all names, fuse.js is the slowest part of reading gibberish.
    const agreed = new Fuse(near, OPTIONS).search(text).map(({ item }) => item);
    const least = Math.min(...agreed.map(({ distance }) => distance));
    return [...new Set(agreed.filter((n) => n.distance === least).map((n) => n.authority))];
  }

  function exactMentions(list: string[]): AuthorityMention[] {
    const found: AuthorityMention[] = [];
    for (let from = 0; from < list.length; ) {
      let step = 1;
      for (let length = Math.min(longest, list.length - from); length > 0; length--) {
        const authority = exact.get(list.slice(from, from + length).join(' '));
        if (!authority) continue;
        found.push({ authority, from, to: from + length, byLikeness: false });
        step = length;
        break;
      }
      from += step;
    }
    return found;
  }

  function mentions(questionWords: string[], text: string): AuthorityMention[] {
    const list = withoutCounties(questionWords);
    const found = withSuccessors(exactMentions(list)).filter(({ from, to }) =>
      isMeantAsName(list.slice(from, to).join(' '), list.length, text),
    );
    const left = list.map((word, i) => (found.some((m) => m.from <= i && i < m.to) ? '' : word));
    return [...found, ...misspeltMentions(left)];
  }

  function misspeltMentions(list: string[]): AuthorityMention[] {
    // The record's words are asked first: the list of English ones is long to read.
    const strange = list.map((word) => !isWord(word) && isStrange(word));
    for (let length = MOST_WORDS; length > 0; length--)
      for (let from = 0; from + length <= list.length; from++) {
        if (!strange.slice(from, from + length).includes(true)) continue;
        const window = list.slice(from, from + length);
        const text = window.join(' ');
        if (window.includes('') || BEFORE_NAMES.test(window[0] ?? '')) continue;
        if (text.length < SHORTEST_MISSPELT) continue;
        const [authority, ...others] = alike(text);
        if (authority && others.length === 0)
          return [{ authority, from, to: from + length, byLikeness: true }];
      }
    return [];
  }

  /** Who asks about a council that is no more may mean the one that it became part of. */
  function withSuccessors(found: AuthorityMention[]): AuthorityMention[] {
    return found.flatMap((mention) => {
      const successor = exact.get(SUCCESSORS.get(mention.authority.name) ?? '');
      return successor ? [mention, { ...mention, authority: successor }] : [mention];
    });
  }

  return {
    mentions,
    resolve(name) {
      const list = words(name);
      const whole = exact.get(list.join(' ')) ?? exact.get(withoutTitle(list).join(' '));
      if (whole) return { kind: 'one', authority: whole };
      const bare = withoutTitle(list).join(' ');
      if (bare.length < 3) return { kind: 'none' };
      const containing = [
        ...new Set(names.filter((n) => n.name.split(' ').includes(bare)).map((n) => n.authority)),
      ];
      const candidates = containing.length > 0 ? containing : alike(bare);
      const [only, ...others] = candidates;
      if (!only) return { kind: 'none' };
      return others.length === 0 ? { kind: 'one', authority: only } : { kind: 'many', candidates };
    },
  };
}

const COUNTIES = Object.keys(METROPOLITAN_COUNTIES).map(words);

/** The words, with those of a county left empty: Greater Manchester is not Manchester, nor West Yorkshire a misspelt West Berkshire. */
function withoutCounties(list: string[]): string[] {
  const inCounty = new Set(
    list.flatMap((_, from) =>
      COUNTIES.filter((county) => county.every((word, i) => list[from + i] === word)).flatMap(
        (county) => county.map((_word, i) => from + i),
      ),
    ),
  );
  return inCounty.size > 0 ? list.map((word, i) => (inCounty.has(i) ? '' : word)) : list;
}

/** No word of the language, nor of a council's title, so that it may be a name misspelt. */
const isStrange = (word: string): boolean =>
  /^[a-z]{3,20}$/.test(word) && !TITLE.has(word) && !STOP_WORDS.has(word) && !isEnglish(word);

/** Names of councils that questions about children's services also use as plain words. */
const EVERYDAY_WORDS = new Set(['reading', 'bury', 'bath', 'barking']);

function isMeantAsName(name: string, questionLength: number, text: string): boolean {
  if (!EVERYDAY_WORDS.has(name) || questionLength <= 2) return true;
  const asName = name.charAt(0).toUpperCase() + name.slice(1);
  return text.includes(asName) || new RegExp(`\\b(in|for|at|about)\\s+${name}\\b`, 'i').test(text);
}

/** The council's name without the words of its title. */
function withoutTitle(list: string[]): string[] {
  return list.filter((word) => !TITLE.has(word));
}
