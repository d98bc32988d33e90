import type { LocalAuthority } from '../domain/authority.js';
import type { Area, Grade } from '../domain/judgement.js';
import type { Theme } from '../domain/theme.js';

/**
 * A word of the question. `word` is what is matched: lower case, misspellings repaired, everyday
 * words for people as the reports' own ("kids" as "children"). `typed` is the lower-case word as
 * typed; `surface` the very characters, from `start` up to `end` of the cleaned text.
 */
export type Token = {
  at: number;
  word: string;
  typed: string;
  surface: string;
  start: number;
  end: number;
};

/** Months from `from` to `to` ("YYYY-MM", inclusive); `label` is how a reply names them. */
export type Period = { from: string; to: string; label: string };

/** The kinds of visit that people tell apart. */
export type VisitKindAsked = 'focused visit' | 'monitoring visit' | 'inspection';

/** A council that is no more, to the day it ended, with those that followed it. */
export type FormerCouncil = { name: string; ended: string; successors: LocalAuthority[] };

/** Councils named together: a region, a metropolitan county, a type of council. */
export type Place =
  | { type: 'region' | 'county'; name: string; councils: LocalAuthority[] }
  | { type: 'everywhere'; name: 'England'; councils: LocalAuthority[] };

/**
 * What a span of the question means: one row for each kind of thing that people say. A vocabulary
 * file in `data/language/` gives the phrases of each kind that is not computed.
 */
export type Meaning =
  | { kind: 'council'; value: LocalAuthority; byLikeness: boolean }
  | { kind: 'former_council'; value: FormerCouncil }
  | { kind: 'place'; value: Place }
  | { kind: 'council_type'; value: { name: string; councils: LocalAuthority[] } }
  | { kind: 'neighbours'; value: 'ours' | 'theirs' }
  | { kind: 'councils'; value: 'many' | 'ours' }
  | { kind: 'period'; value: Period }
  | { kind: 'visit'; value: { kind: VisitKindAsked | null; ordinal: number | null } }
  | { kind: 'framework'; value: 'SIF' | 'ILACS' }
  | { kind: 'area'; value: Area[] }
  | { kind: 'grade'; value: Grade }
  | { kind: 'rating'; value: 'asked' }
  | { kind: 'speaker'; value: 'ofsted' | 'council' | 'press' | 'anyone' }
  | { kind: 'tone'; value: 'praise' | 'criticism' }
  | { kind: 'recommendations'; value: 'asked' }
  | { kind: 'theme'; value: Theme[] }
  | { kind: 'quoted'; value: string }
  | { kind: 'figure'; value: number }
  | { kind: 'quantity'; value: 'count' | 'share' | 'average' | 'rate' }
  | { kind: 'comparison'; value: 'compare' | 'better' | 'worse' | 'same' }
  | { kind: 'movement'; value: Movement }
  | { kind: 'negation'; value: 'not' | 'never' | 'at_least' | 'at_most' }
  | { kind: 'order'; value: Order }
  | { kind: 'every_area'; value: 'every' | 'some' }
  | { kind: 'trend'; value: 'asked' }
  | { kind: 'why'; value: 'asked' }
  | { kind: 'whole'; value: 'asked' }
  | { kind: 'inspector'; value: 'asked' | string }
  | { kind: 'command'; value: CommandAsked }
  | { kind: 'out_of_scope'; value: { id: string; name: string; always: boolean } }
  | { kind: 'filler'; value: 'little' | 'field' };

export type Movement = 'changed' | 'improved' | 'declined' | 'ever' | 'repeatedly' | 'lost';

export type Order = 'newest' | 'oldest' | 'longest_ago' | 'best' | 'worst' | 'most' | 'fewest';

/** A thing asked for by its name. */
export type CommandAsked =
  | 'latest'
  | 'timeline'
  | 'sources'
  | 'coverage'
  | 'cite'
  | 'link'
  | 'help'
  | 'greeting'
  | 'digest';

export type Kind = Meaning['kind'];

/**
 * A run of tokens, from `from` up to, not including, `to`, and what it means. `by` names the
 * annotator; `surface` is the text as typed.
 */
export type SpanOf<M> = M & { from: number; to: number; surface: string; by: string };
export type Span = SpanOf<Meaning>;
export type SpanOfKind<K extends Kind> = SpanOf<Extract<Meaning, { kind: K }>>;

/** What an annotator is given: the tokens, and the cleaned text they are of. */
export type Reading = { tokens: Token[]; text: string };

/**
 * Yields the spans of one sort of meaning that it sees in a question. It knows nothing of the other
 * annotators: overlaps are resolved once, by the refiner.
 */
export type Annotator = { name: string; annotate(reading: Reading): Span[] };

/** What became of a span that another one won against, for the trace. */
export type Discarded = { span: Span; because: string };

/** A question read once: plain values, the only thing that answers and search are made from. */
export type Question = {
  /** As typed. */
  typed: string;
  /** Without links, emoji codes and formatting. */
  text: string;
  tokens: Token[];
  /** Accepted spans in order of their place. */
  spans: Span[];
  discarded: Discarded[];
  /** What was taken for something else than was typed: a council by likeness, a word by repair. */
  readAs: { typed: string; as: string }[];
};
