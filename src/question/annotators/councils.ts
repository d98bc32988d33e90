import type { LocalAuthority } from '../../domain/authority.js';
import { createSpellings, namedCouncils } from '../council-names.js';
import { createNameIndex } from '../name-index.js';
import { placeNames } from '../place-names.js';
import type { Annotator, FormerCouncil, Meaning, Reading, Span } from '../question.js';
import { saidIn } from '../said.js';
import { createTitles } from './council-titles.js';
import { createEverydayNames } from './everyday-names.js';
import type { NamedFormerCouncil } from './former-councils.js';
import { createMisspeltNames } from './misspelt-names.js';

export type CouncilTools = {
  authorities: LocalAuthority[];
  /** Whether the record has a word, so that it is no misspelt name. */
  isWord: (word: string) => boolean;
  formerCouncils: NamedFormerCouncil[];
};

/** What a name stands for. */
type Council = { now: LocalAuthority } | { former: FormerCouncil };

/** A name met in the words from `from` up to, not including, `to`; `null` is a place's name. */
type Mention = { council: Council | null; from: number; to: number; byLikeness: boolean };

/**
 * Sees the councils that a question names, those that are no more among them. Names as they are
 * written count, and names of several words with a slip in them, the longest before all; the words
 * left are held against the names by likeness. A span covers the council's title, but leaves a last
 * "council" to others, since "the council said" asks for its words.
 */
export function createCouncilAnnotator(tools: CouncilTools): Annotator {
  const councils = councilsOf(tools);
  const index = createNameIndex(councils);
  const spelt = createSpellings(tools.authorities);
  const withTitle = createTitles();
  const meantAsNames = createEverydayNames();
  const misspelt = createMisspeltNames(index, tools.isWord);

  /** The longest names, none in the words of another; a place's name hides a council's. */
  function longestNames(reading: Reading, typed: readonly string[]): Mention[] {
    const seen: Mention[] = placeNames
      .find(typed)
      .filter(({ value: { type } }) => type === 'region' || type === 'county')
      .map(({ from, to }) => ({ council: null, from, to, byLikeness: false }));
    for (let from = 0; from < typed.length; from++) {
      if (!index.mayBegin(typed[from] ?? '')) continue;
      for (let to = from + 1; to <= Math.min(typed.length, from + index.longest); to++) {
        const council = index.exact(typed.slice(from, to));
        if (council) seen.push({ council, from, to, byLikeness: false });
      }
    }
    for (const { value, from, to } of spelt(typed))
      seen.push({ council: { now: value }, from, to, byLikeness: true });
    for (const name of misspelt.long(reading)) seen.push({ ...name, byLikeness: true });
    return withoutOverlaps(seen);
  }

  function annotate(reading: Reading): Span[] {
    const { typed } = saidIn(reading.tokens);
    const titled = withTitle(typed);
    const written = longestNames(reading, typed);
    const named = written.flatMap((mention) => {
      const { from, to } = titled(mention);
      const hasTitle = to - from > mention.to - mention.from;
      return mention.council ? [{ ...mention, council: mention.council, hasTitle }] : [];
    });
    const meant = new Set(meantAsNames(reading, named));
    const left = typed.map((word, at) =>
      written.some(({ from, to }) => from <= at && at < to) ? '' : word,
    );
    const alike = misspelt.left(left).map((name) => ({ ...name, byLikeness: true }));
    const found = [...named.filter((name) => meant.has(name)), ...alike];
    return inOneWhereSame(found, typed).map((name) => spanOf(name, titled(name), reading));
  }

  return { name: 'councils', annotate };
}

/** Each name of a council that is, or of one that is no more; the latter's is its own alone. */
function councilsOf({ authorities, formerCouncils }: CouncilTools) {
  const ended = new Set(formerCouncils.map(({ council }) => council.name));
  const now = namedCouncils(authorities.filter(({ name }) => !ended.has(name)));
  return [
    ...formerCouncils.map(({ council, names }) => ({
      value: { former: council } as Council,
      names,
    })),
    ...now.map(({ value, names }) => ({ value: { now: value } as Council, names })),
  ];
}

function withoutOverlaps(seen: Mention[]): Mention[] {
  const chosen: Mention[] = [];
  const byLength = seen.toSorted(
    (one, other) =>
      other.to - other.from - (one.to - one.from) ||
      Number(one.byLikeness) - Number(other.byLikeness) ||
      one.from - other.from,
  );
  for (const mention of byLength)
    if (chosen.every(({ from, to }) => mention.to <= from || to <= mention.from))
      chosen.push(mention);
  return chosen;
}

type Name = Mention & { council: Council };

/** The names in order; both parts of "Windsor and Maidenhed" are one name of the one council. */
function inOneWhereSame(found: Name[], typed: readonly string[]): Name[] {
  const names: Name[] = [];
  for (const name of found.toSorted((one, other) => one.from - other.from)) {
    const last = names.at(-1);
    const between = last && typed.slice(last.to, name.from).join(' ');
    if (last && last.council === name.council && (between === 'and' || between === ''))
      names[names.length - 1] = {
        ...name,
        from: last.from,
        byLikeness: last.byLikeness || name.byLikeness,
      };
    else names.push(name);
  }
  return names;
}

/** The last words of titles that other annotators look for too. */
const SHARED = new Set(['council', 'authority']);

function spanOf(
  { council, byLikeness }: { council: Council; byLikeness: boolean },
  { from, to }: { from: number; to: number },
  { tokens, text }: Reading,
): Span {
  const meaning: Meaning =
    'now' in council
      ? { kind: 'council', value: council.now }
      : { kind: 'former_council', value: council.former };
  const surface = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  const span = { ...meaning, from, to, surface, by: 'councils', byLikeness };
  if (to - from < 2 || !SHARED.has(tokens[to - 1]?.typed ?? '')) return span;
  return { ...span, words: Array.from({ length: to - from - 1 }, (_, i) => from + i) };
}
