import type { PointKind } from '../domain/point-kind.js';
import type { Theme } from '../domain/theme.js';
import { readVocabulary } from '../domain/vocabulary.js';
import { FUNCTION_WORDS, stem, words } from '../language/index.js';
import { fillerValue } from './annotators/vocabularies.js';
import { layRunsIn } from './lay-runs.js';
import { placesOf } from './places-of.js';
import type { Kind, Question, Span, SpanOfKind, Token } from './question.js';
import { firstOf, says, spansOf } from './residue.js';

const filler = readVocabulary('filler', fillerValue).entries;

/** Words that tell no passages apart: those of the language, and those of every report. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...filler.flatMap(({ value, phrases }) =>
    value === 'little' || value === 'field' ? phrases : [],
  ),
]);

/** Kinds that say where, when and in whose words to look, not what for. */
const NOT_SEARCHED: ReadonlySet<Kind> = new Set([
  'council',
  'former_council',
  'place',
  'council_type',
  'neighbours',
  'period',
  'set_aside',
  'since_grade',
  'left_out',
  'kinds_aside',
  'area_aside',
  'recommendations',
  'tone',
  'mention',
  'grouping',
]);

/** A token that is searched for; `stem` is that of its word. */
export type SearchedToken = Token & { stem: string };

/** What was found before of a question, which several ask for. */
const found = new WeakMap<Question, SearchedToken[]>();

/** The tokens of a question that passages are searched for. */
export function searchedTokens(question: Question): SearchedToken[] {
  const before = found.get(question);
  if (before) return before;
  const elsewhere = new Set<number>();
  for (const span of question.spans)
    if (isElsewhere(span)) for (const at of placesOf(span)) elsewhere.add(at);
  const particular = new Set<number>();
  for (const { at, word } of question.tokens)
    if (!elsewhere.has(at) && !STOP_WORDS.has(word) && !isDigit(word)) particular.add(at);
  const naming = ofThemesAlone(question, (at) => elsewhere.has(at) || particular.has(at));
  const searched = question.tokens
    .filter(({ at }) => particular.has(at) || naming.has(at))
    .map((token) => ({ ...token, stem: stem(token.word) }));
  found.set(question, searched);
  return searched;
}

/** A lay phrase of fewer little words ("get on", "so what") is mostly how people talk. */
const PLAIN_ENOUGH = 3;

/**
 * The places of the words by which phrases name themes where each word says little by itself ("get
 * a say"), and none is known to be searched for or to say something else.
 */
function ofThemesAlone(question: Question, isKnown: (at: number) => boolean): Set<number> {
  const themes = spansOf(question, 'theme');
  const phrases = [
    ...themes.map((span) => ownPlacesOf(span, themes)),
    ...layRunsIn(question.tokens)
      .filter(({ from, to }) => to - from >= PLAIN_ENOUGH)
      .map(placesOf),
  ];
  const alone = phrases.filter((places) => places.length > 0 && !places.some(isKnown));
  return new Set(
    alone.flatMap((places) => {
      const least = places.filter((at) => !FUNCTION_WORDS.has(question.tokens[at]?.word ?? ''));
      return least.length > 0 ? least : places;
    }),
  );
}

/** The places of a theme's phrase, without those by which another theme beside it is named. */
function ownPlacesOf(span: SpanOfKind<'theme'>, all: SpanOfKind<'theme'>[]): number[] {
  const isOther = (other: SpanOfKind<'theme'>) =>
    other !== span && !other.value.some((theme) => span.value.includes(theme));
  const shared = new Set(
    all.filter((each) => isOther(each) && each.to > span.to).flatMap(placesOf),
  );
  const places = placesOf(span);
  return places.length > 1 ? places.filter((at) => !shared.has(at)) : [];
}

/** Whether a span's words are not searched for. */
function isElsewhere({ kind, value, from, to }: Span): boolean {
  if (kind === 'visit') return value.kind !== null || value.ordinal !== null;
  // "The last three reports": how many to look at.
  if (kind === 'streak') return value.latest;
  // What is claimed may be said the other way: its polarity is held against what is found.
  if (kind === 'claim') return value === 'praise' || value === 'criticism';
  // "With page numbers", "for a briefing": how to answer, or what for, and not what is asked.
  if (kind === 'filler') return value === 'elsewhere' || (value === 'little' && to - from > 2);
  if (kind === 'command') return value === 'greeting';
  if (kind === 'trend') return value === 'so_far';
  return kind === 'speaker' ? value === 'council' : NOT_SEARCHED.has(kind);
}

const isDigit = (word: string): boolean => word.length === 1 && word >= '0' && word <= '9';

/** The kind of point that a question wants: whose words, praise or criticism, what must improve. */
export function pointKindOf(question: Question): PointKind {
  const tones = new Set(spansOf(question, 'tone').map(({ value }) => value));
  const speakers = spansOf(question, 'speaker').map(({ value }) => value);
  // Whether something was said is answered by what was said of it, whichever way.
  const isClaim = spansOf(question, 'claim').some(({ value }) => value === 'asked');
  const [tone = null] = tones.size === 1 && !isClaim ? tones : [];
  return {
    speaker:
      (['council', 'press', 'ofsted'] as const).find((each) => speakers.includes(each)) ?? null,
    tone,
    recommendations: says(question, 'recommendations'),
  };
}

/**
 * The words by which a question names a theme: as typed, and as the stems that a passage must have.
 * `isLayWord`: the theme's vocabulary has them as everyday words for the theme itself.
 */
export type LiteralPhrase = { text: string; stems: string[]; isLayWord: boolean };

/** Every report is about children: "children with autism" is in the words of one on "autism". */
const EVERYBODY = new Set(['child', 'children', 'young', 'people', 'person']);
const CONNECTING = new Set('a an the of in on at to for from with by and or'.split(' '));

/**
 * The words by which a question names its theme; `null` where they are those of the theme's name,
 * so that every finding on the theme is what was asked for. A theme is wider than most words that
 * lead to it: "county lines" is not all criminal exploitation.
 */
export function literalPhraseOf(question: Question): LiteralPhrase | null {
  const themes = firstOf(question, 'theme');
  const phrase = themes ? phraseOf(question) : [];
  const meaningful = phrase.filter((word) => !CONNECTING.has(word));
  const particular = meaningful.filter((word) => !EVERYBODY.has(word));
  const stems = [...new Set((particular.length > 0 ? particular : meaningful).map(stem))];
  const isName = ({ name }: Theme) => {
    const own = new Set(words(name).map(stem));
    return stems.every((each) => own.has(each));
  };
  const named = spansOf(question, 'theme').flatMap(({ value }) => value);
  if (stems.length === 0 || named.some(isName)) return null;
  const text = phrase.join(' ');
  return { text, stems, isLayWord: named.some(({ layWords }) => layWords.includes(text)) };
}

/** The words of the theme's span and of the other searched words around it. */
function phraseOf(question: Question): string[] {
  const spans = spansOf(question, 'theme');
  const places = [...spans.flatMap(placesOf), ...searchedTokens(question).map(({ at }) => at)];
  const [from, to] = [Math.min(...places), Math.max(...places) + 1];
  return question.tokens.slice(from, to).map(({ word }) => word);
}
