/**
 * Phrases as a vocabulary file writes them: words in lower case, one space between; `(say|said)`
 * for either word, `the?` for a word that may be missing, `..` for up to two words of any kind, and
 * `<name>` for a set of words or phrases that the file gives that name.
 */
export type PhraseSets = Readonly<Record<string, readonly string[]>>;

/** Stands for a word of any kind. */
export const ANY = '';

/** The parts of a phrase: words, choices, sets and gaps. */
export const itemsOf = (phrase: string): string[] => phrase.match(/\([^)]*\)\??|\S+/g) ?? [];

/**
 * The phrases that an item stands for; `null` where it is a word.
 * @throws RangeError for a set that is not given.
 */
export function choicesOf(item: string, sets: PhraseSets): readonly string[] | null {
  if (item.startsWith('(')) return item.slice(1, -1).split('|');
  const name = /^<(.+)>$/.exec(item)?.[1];
  if (name === undefined) return null;
  const set = sets[name];
  if (!set) throw new RangeError(`<${name}> is named, which the file does not give`);
  return set;
}

/**
 * Prepares a reader of the words that a phrase can begin with, `ANY` among them where it is any.
 */
export function createFirstWords(sets: PhraseSets): (phrase: string) => string[] {
  const known = new Map<string, { words: string[]; mayBeMissing: boolean }>();

  function ofItem(item: string): { words: string[]; mayBeMissing: boolean } {
    if (item === '..') return { words: [ANY], mayBeMissing: true };
    if (item.endsWith('?')) return { words: ofItem(item.slice(0, -1)).words, mayBeMissing: true };
    const before = known.get(item);
    if (before) return before;
    const words = choicesOf(item, sets)?.flatMap(ofPhrase) ?? [item];
    const read = { words: [...new Set(words)], mayBeMissing: false };
    known.set(item, read);
    return read;
  }

  function ofPhrase(phrase: string): string[] {
    const words: string[] = [];
    for (const item of itemsOf(phrase)) {
      const first = ofItem(item);
      words.push(...first.words);
      if (!first.mayBeMissing) break;
    }
    return words;
  }

  return ofPhrase;
}

const SET = /<([^<>]+)>/g;

/**
 * Looks at every set that phrases name, so that a fault of their file shows at once.
 * @throws RangeError for a set that is not given, or that names itself.
 */
export function checkSets(
  phrases: readonly string[],
  sets: PhraseSets,
  inside: readonly string[] = [],
): void {
  for (const phrase of phrases) {
    if (!phrase.includes('<')) continue;
    for (const [named, name = ''] of phrase.matchAll(SET)) {
      if (inside.includes(name)) throw new RangeError(`${named} names itself`);
      checkSets(choicesOf(named, sets) ?? [], sets, [...inside, name]);
    }
  }
}

/** All the words that phrases and the sets beside them name. */
export function wordsIn(phrases: readonly string[], sets: PhraseSets): ReadonlySet<string> {
  const text = [...phrases, ...Object.values(sets).flat()].join(' ').replaceAll(SET, ' ');
  return new Set(text.split(/[\s()|?.]+/).filter((word) => word !== ''));
}
