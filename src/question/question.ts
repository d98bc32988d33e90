import type { LocalAuthority } from '../domain/authority.js';
import type { Area, Grade } from '../domain/judgement.js';
import type { NamedKind } from '../domain/named-kinds.js';
import type { Theme } from '../domain/theme.js';
import type { CommandAsked, LayGrade, Movement, Negation, Order } from './values.js';

export type { CommandAsked, LayGrade, Movement, Negation, Order } from './values.js';

/**
 * A word of the question. `word` is what is matched: lower case, misspellings repaired, everyday
 * words for people as the reports' own ("kids" as "children"). `typed` is the lower-case word as
 * typed; `surface` the very characters, from `start` up to `end` of the cleaned text.
 */
export type Token = {
  at: number;
  word: string;
  typed: string;
  /** Whether `word` is a misspelt word repaired. */
  isRepaired?: boolean;
  /** Whether it goes on with a council's name, which phrases pass over as one word. */
  continuesName?: boolean;
  surface: string;
  start: number;
  end: number;
};

/**
 * Months from `from` to `to` ("YYYY-MM", inclusive); `label` is how a reply names them. `asOf` is
 * set where the state at the end of them is meant ("at the end of 2018", "as of march 2020");
 * `namedUntil` where they go on after the time named: the last month of "2018" in "since 2018".
 * `isYearSplit`: named by a year that begins within one of the calendar ("2018/19"). `day`: the
 * very day ("YYYY-MM-DD") of which the state is asked for, where that is not the end of `to`.
 */
export type Period = {
  from: string;
  to: string;
  label: string;
  asOf?: true;
  namedUntil?: string;
  isYearSplit?: true;
  day?: string;
  /** Whether days of visits alone count, and not when what they found came out. */
  ofVisits?: true;
};

/** The word in which a visit is spoken of. */
export type VisitSaid = 'inspection' | 'visit' | 'document';

/** A council that is no more, to the day it ended, with those that followed it. */
export type FormerCouncil = { name: string; ended: string; successors: LocalAuthority[] };

/** Councils named together: a region, a metropolitan county, a type of council. */
export type Place =
  | { type: 'region' | 'county'; name: string; councils: LocalAuthority[] }
  | { type: 'everywhere'; name: 'England'; councils: LocalAuthority[] };

/**
 * A topic that is not the record's; `everyday` is a thing of everyday life, which people whom
 * reports are about may have. `where` says where it can be read instead.
 */
type OutOfScope = {
  id: string;
  name: string;
  reason?: string;
  where?: string;
  always: boolean;
  everyday?: boolean;
  /** Something children are given or do, which is no topic of its own where they are named. */
  forYoung?: boolean;
};

/**
 * What each kind of span says: one row for each sort of thing that people say. A vocabulary file in
 * `data/language/` gives the phrases of each kind that is not computed.
 */
export type Values = {
  council: LocalAuthority;
  former_council: FormerCouncil;
  place: Place;
  council_type: { name: string; councils: LocalAuthority[] };
  neighbours: 'ours' | 'theirs';
  /** `rest`: all others than those named. */
  councils: 'many' | 'ours' | 'by_region' | 'rest';
  period: Period;
  /** `said`: in which word, since "inspections" are full ones and "visits" may be of any kind. */
  visit: { kind: NamedKind | null; ordinal: number | null; said: VisitSaid };
  /** One of `FRAMEWORK_NAMES`. */
  framework: string;
  area: Area[];
  grade: Grade;
  /** An everyday word for a grade, said of an area beside another one. */
  lay_grade: LayGrade;
  rating: 'asked';
  speaker: 'ofsted' | 'council' | 'press' | 'anyone' | 'other';
  tone: 'praise' | 'criticism';
  recommendations: 'asked';
  theme: Theme[];
  /** Whether it asks if something was said, and what of the council that would be. */
  claim: 'asked' | 'praise' | 'criticism' | 'denied';
  /** A subject narrower than a theme, by its name. */
  subject: string;
  quoted: string;
  /** A time that is not meant. */
  set_aside: Period;
  /** The grade since whose newest inspection is meant ("since it was inadequate"), or any. */
  since_grade: Grade | 'any';
  /** An area that is not meant, beside one that is, as typed. */
  area_aside: string;
  /** Kinds of visit that are not meant. */
  kinds_aside: NamedKind[];
  /** Of many councils, those that had a visit of the kind that follows, or had none. */
  visit_condition: 'had' | 'not_had';
  /** Of many councils, those that the question leaves out: "apart from Leeds". */
  left_out: { name: string; councils: LocalAuthority[] };
  figure: number;
  /** `split`: how many have each grade. */
  quantity: 'count' | 'each' | 'share' | 'split' | 'average' | 'figure' | 'age';
  /** `better_on` and `worse_on`: the area that is so comes after the words. */
  comparison: 'compare' | 'better' | 'worse' | 'better_on' | 'worse_on' | 'same' | 'then';
  movement: Movement;
  negation: Negation;
  contrast: 'asked';
  /** What stood at a time, not what was given in it. */
  standing: 'asked';
  /** How many times over. */
  times: number;
  /** So many visits or inspections of a council; `most` is null where more count too. */
  visit_count: { least: number; most: number | null };
  /** So many different councils that an inspector inspected, or the same one so often. */
  council_count: { least: number; most: number | null; isSame?: true };
  /** So many in a row; `latest`: the newest ones. */
  streak: { count: number; latest: boolean };
  /** Who was given or visited so most often, or least. */
  tally: 'most' | 'fewest';
  /** How many grades a council moved by. */
  grades_apart: number;
  /** Right before a grade. */
  from_to: 'from' | 'to';
  order: Order;
  /** Which place in an order is meant, from its top: 2 of "second best". */
  rank: number;
  /** How many from the top of an order are meant: 3 of "top three regions". */
  first_few: number;
  every_area: 'every' | 'some';
  trend: 'better' | 'worse' | 'so_far' | 'any';
  why: 'asked';
  whole: 'asked';
  time_since: 'asked';
  when: 'asked' | 'how_long';
  /** That it is the day on which a report came out; `date`: which day that is. */
  release: 'date' | 'published';
  interval: 'asked' | 'often';
  mention: 'asked' | 'by_year';
  /** What the rows of a table asked for are. */
  grouping: 'council_type' | 'area' | 'year' | 'month';
  inspector: 'asked' | string;
  command: CommandAsked;
  out_of_scope: OutOfScope;
  /** Whose meaning is asked for: the id of a term of `data/language/terms.json`. */
  definition: string;
  filler: 'little' | 'common' | 'field' | 'loose' | 'elsewhere';
};

export type Kind = keyof Values;

/** A kind with what it says. */
export type MeaningOf<K extends Kind> = { [Each in K]: { kind: Each; value: Values[Each] } }[K];
export type Meaning = MeaningOf<Kind>;

/**
 * A run of tokens, from `from` up to, not including, `to`, and what it means. `by` names the
 * annotator; `surface` is the text as typed. `words` are the places of the tokens that say it,
 * where others may stand between ("need … to improve"); without it, all of them do. `byLikeness`: a
 * name that was not typed quite so.
 */
type At = {
  from: number;
  to: number;
  surface: string;
  by: string;
  words?: number[];
  byLikeness?: boolean;
};
export type SpanOfKind<K extends Kind> = MeaningOf<K> & At;
export type Span = SpanOfKind<Kind>;

/** What an annotator is given: the tokens, and the cleaned text they are of. */
export type Reading = { tokens: Token[]; text: string };

/**
 * Yields the spans of one sort of meaning that it sees in a question. It knows nothing of the other
 * annotators: overlaps are resolved once, by the refiner.
 */
export type Annotator = {
  name: string;
  /** The words of its vocabulary, which are therefore no misspellings. */
  words?: Iterable<string>;
  annotate(reading: Reading): Span[];
};

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
