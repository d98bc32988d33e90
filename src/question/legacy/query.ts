import type { LocalAuthority } from '../../domain/authority.js';
import type { Theme } from '../../domain/theme.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import type { TopicAssociation, TopicAssociations } from '../../domain/topic-association.js';
import { type Speller, stem, words } from '../../language/index.js';
import type { AuthorityResolver } from './authorities.js';
import { PLAIN_WORDS, STOP_WORDS } from './field-words.js';
import { readVisitFilter, type VisitFilter } from './period.js';
import { type PointFilter, readPointFilter } from './point-filter.js';

/**
 * A word of the question that carries meaning. `repaired` is the vocabulary's form of a misspelt
 * one; `phraseLength` is how many words name its themes together with it, itself included. A word
 * that is not `isKnown` is neither English nor in the record: a misspelling beyond repair, or a
 * name. `inDomain` tells a word that the vocabulary of the themes has, `inVocabulary` one that the
 * record or that vocabulary has. `position` is its place among the question's words.
 */
export type Term = {
  word: string;
  repaired: string | null;
  stem: string;
  themes: Theme[];
  phraseLength: number;
  isKnown: boolean;
  inDomain: boolean;
  inVocabulary: boolean;
  position: number;
};

/** A question as the search understood it; plain values that can be printed. */
export type Query = {
  text: string;
  /** The question's words, misspellings repaired. */
  words: string[];
  authorities: LocalAuthority[];
  visits: VisitFilter;
  points: PointFilter;
  /** What was taken for something else than was typed: a council by likeness, a word by repair. */
  readAs: { typed: string; as: string }[];
  terms: Term[];
  /** The themes named, in the order met, and by how many separate phrases. */
  themes: Theme[];
  themePhrases: number;
  /** The themes that the words point to without naming them. */
  associations: TopicAssociation[];
};

/** What reading a question needs. */
export type QueryTools = {
  authorities: AuthorityResolver;
  themes: ThemeMatcher;
  associations: TopicAssociations;
  speller: Speller;
  isKnown: (word: string) => boolean;
  /** Whether the record or the themes' vocabulary has the word, in any form. */
  inVocabulary: (word: string) => boolean;
};

/** The most of a question that is read, in characters; whoever asks is told where there is more. */
export const LONGEST_QUESTION = 500;

/** Reads a question: whose council, which visits, which themes, what kind of point, and the words left to match. Takes any text. */
export function parseQuery(text: string, tools: QueryTools): Query {
  const typed = words(text.slice(0, LONGEST_QUESTION));
  const named = tools.authorities.mentions(typed, text);
  const inName = new Set(named.flatMap(({ from, to }) => range(from, to)));
  const repairs = typed.map((word, i) =>
    inName.has(i) || STOP_WORDS.has(word) ? null : tools.speller.repair(word),
  );
  const read = typed.map((word, i) => repairs[i] ?? PLAIN_WORDS.get(word) ?? word);
  const visits = readVisitFilter(read);
  const points = readPointFilter(read);
  const used = new Set([...inName, ...visits.used, ...points.used]);
  const mentions = tools.themes
    .read(read)
    .filter(({ from, to }) => !range(from, to).every((i) => used.has(i)));
  const terms = read.flatMap((word, i): Term[] => {
    if (used.has(i) || STOP_WORDS.has(word) || /^\d$/.test(word)) return [];
    const around = mentions.filter(({ from, to }) => from <= i && i < to);
    return [
      {
        word: typed[i] ?? word,
        repaired: repairs[i] ?? null,
        stem: stem(word),
        themes: around.map((mention) => mention.theme),
        phraseLength: Math.max(1, ...around.map(({ from, to }) => to - from)),
        isKnown: tools.isKnown(word),
        inDomain: around.length > 0 || tools.associations.has(stem(word)),
        inVocabulary: tools.inVocabulary(word),
        position: i,
      },
    ];
  });
  const themes = unique(mentions.map((m) => m.theme));
  return {
    text,
    words: read,
    authorities: unique(named.map((m) => m.authority)),
    visits,
    points,
    readAs: [
      ...named
        .filter((mention) => mention.byLikeness)
        .map(({ authority, from }) => ({ typed: typed[from] ?? '', as: authority.name })),
      ...terms.flatMap(({ word, repaired }) => (repaired ? [{ typed: word, as: repaired }] : [])),
    ],
    terms,
    themes,
    themePhrases: new Set(mentions.map(({ from }) => from)).size,
    associations: tools.associations.read(
      terms.flatMap((term) => [term.stem, stem(term.word)]),
      themes,
    ),
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

const unique = <T>(list: T[]): T[] => [...new Set(list)];
