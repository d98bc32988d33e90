import type { Urn } from '../domain/authority.js';
import type { PointKind } from '../domain/point-kind.js';
import type { Theme } from '../domain/theme.js';
import type { TopicAssociation } from '../domain/topic-association.js';

/**
 * What inspectors write for a lay word: as written, by its stems, and the themes that it names,
 * which are given of the best ones alone.
 */
export type InspectorsWord = { text: string; stems: string[]; themes: Theme[] };

/** A lay word or phrase, and what inspectors write for it, best first. */
export type LayWord = { text: string; means: InspectorsWord[] };

/** A word of the question that is searched for. */
export type SearchTerm = {
  /** The word as it was typed. */
  word: string;
  /** The vocabulary's form of a misspelt word. */
  repaired: string | null;
  /** The stem of the word, or of its repaired form. */
  stem: string;
  /** The themes that the word names, alone or in a phrase. */
  themes: Theme[];
  /** How many words name those themes together, this one included; 1 where it names none. */
  phraseLength: number;
  /** What it is as a lay word; the words of one lay phrase share the same object. */
  layWord: LayWord | null;
  /** What the question leans to as a whole: something bad, something good, or neither. */
  leaning: 'praise' | 'criticism' | null;
  /** Whether the question is how a thing went since before. */
  asksOfProgress?: true;
  /**
   * The words of the whole question by their places, those that say where and when empty: in them
   * narrow things are found by which a sentence is chosen. All terms share them.
   */
  asked?: readonly string[];
  /** How rare it is in the passages: the idf of its stem. */
  rarity: number;
  /**
   * Whether the word is English, a number, or of the record. One that is not is a misspelling
   * beyond repair, or a name.
   */
  isKnown: boolean;
  /** Whether the vocabulary of the themes has the word. */
  inDomain: boolean;
  /** Whether the passages or the vocabulary of the themes have the word. */
  inVocabulary: boolean;
  /** The place of the word among the question's words. */
  position: number;
};

/**
 * A topic that inspections do not treat, met in the question: the words from `from` up to, not
 * including, `to`. It `isNeverTreated` where no finding treats it even in passing, and is
 * `isForYoung` where it is something that children are given or do.
 */
export type OutOfScopeTopic = {
  id: string;
  name: string;
  from: number;
  to: number;
  isNeverTreated: boolean;
  isForYoung: boolean;
};

/** The asker's own words for a theme, as typed and as the stems that a passage must have. */
export type LiteralPhrase = { text: string; stems: string[] };

/** What is searched for, as plain values. Whoever reads questions makes one. */
export type SearchRequest = {
  terms: SearchTerm[];
  /** The themes named, in the order met. */
  themes: Theme[];
  /** How many separate phrases name them. */
  themePhrases: number;
  /** The themes that the words point to without naming them. */
  associations: TopicAssociation[];
  outOfScope: OutOfScopeTopic[];
  /** The asker's words for the one theme asked about, where they are not its name. */
  literalPhrase: LiteralPhrase | null;
  /** The councils to search; all where the list is empty. */
  urns: Urn[];
  /** The visits that the question is about; all where it names none. */
  visitIds: ReadonlySet<string> | null;
  /** The visits whose passages are preferred among those, where any are. */
  preferredVisitIds: ReadonlySet<string> | null;
  /** The kind of point that is preferred. */
  kind: PointKind;
};
