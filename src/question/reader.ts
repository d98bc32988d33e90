import { z } from 'zod';
import type { InspectionRecord } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { readVocabulary } from '../domain/vocabulary.js';
import {
  createSpeller,
  FUNCTION_WORDS,
  isEnglish,
  memoised,
  readingEnglish,
  words,
} from '../language/index.js';
import { createCouncilAnnotator } from './annotators/councils.js';
import { figureAnnotator } from './annotators/figures.js';
import { readFormerCouncils } from './annotators/former-councils.js';
import { fromToAnnotator } from './annotators/from-to.js';
import { functionWordAnnotator } from './annotators/function-words.js';
import { createInspectorAnnotator } from './annotators/inspector.js';
import { orderAnnotator } from './annotators/order.js';
import { createPeriodAnnotator } from './annotators/period.js';
import { createPlaceAnnotator } from './annotators/places.js';
import { quotedAnnotator } from './annotators/quoted.js';
import { streakAnnotator } from './annotators/streaks.js';
import { createSubjectAnnotator } from './annotators/subjects.js';
import { createThemeAnnotator } from './annotators/themes.js';
import { timeAskedAnnotators } from './annotators/time-asked.js';
import { visitAnnotators } from './annotators/visits.js';
import { vocabularyAnnotators } from './annotators/vocabularies.js';
import { cleanText } from './clean.js';
import { type CouncilNames, createCouncilNames } from './council-names.js';
import { layLexicon } from './lay-lexicon.js';
import { placesOf } from './places-of.js';
import type { Annotator, FormerCouncil, Question, Span, SpanOfKind, Token } from './question.js';
import { refine } from './refine.js';
import { tokensOf } from './tokens.js';

/** The words of a record's passages: how often each occurs. */
export type RecordVocabulary = { words: ReadonlyMap<string, number>; has(word: string): boolean };

/** Reads questions about a record. */
export type QuestionReader = {
  /** The names of councils, for a text that should be nothing else. */
  councils: CouncilNames;
  /** Councils that are no more, with those that followed them. */
  formerCouncils: FormerCouncil[];
  /** The councils that a text of any length names, in order of their place. */
  councilsNamed(text: string): SpanOfKind<'council'>[];
  /** Reads a question once, in whatever words it comes. `today` is an ISO date. */
  read(typed: string, today: string): Question;
  /** Whether a word is English, a number ("21s"), of the record or of a vocabulary. */
  isKnown(word: string): boolean;
  /** Reads what is else read when the first question needs it, in steps. */
  preparing(): Generator<void, void, void>;
};

/** The most of a question that is read, in characters; whoever asks is told where there is more. */
export const LONGEST_QUESTION = 500;

/** So many words are remembered with how they are read. */
const WORDS_REMEMBERED = 20_000;

/** Everyday words for people, each with the reports' own. */
const PLAIN_WORDS = new Map(
  readVocabulary('plain-words', z.string()).entries.flatMap(({ value, phrases }) =>
    phrases.map((phrase) => [phrase, value ?? phrase] as const),
  ),
);

/** Prepares the reading of questions from a record and the vocabulary of its passages. */
export function createQuestionReader(
  record: Pick<InspectionRecord, 'authorities' | 'themes' | 'visits'>,
  themes: ThemeMatcher,
  vocabulary: RecordVocabulary,
): QuestionReader {
  const { authorities } = record;
  const inspectors = [...new Set(record.visits.flatMap((visit) => visit.leadInspector ?? []))];
  const annotators: Annotator[] = [
    ...vocabularyAnnotators(),
    ...visitAnnotators,
    orderAnnotator,
    ...timeAskedAnnotators,
    createInspectorAnnotator({ names: inspectors }),
    createThemeAnnotator(themes),
    createSubjectAnnotator(),
    quotedAnnotator,
    fromToAnnotator,
    streakAnnotator,
    figureAnnotator,
    functionWordAnnotator,
  ];
  const timed = createPeriodAnnotator({ today: '2000-01-01' });
  const ownWords = once(
    () => new Set([...annotators, timed].flatMap(({ words: own = [] }) => [...own])),
  );
  /** How often each known word occurs; counted when a word comes that the passages do not have. */
  const known = once(() => {
    const frequency = new Map(vocabulary.words);
    const count = (word: string) => frequency.set(word, (frequency.get(word) ?? 0) + 1);
    for (const theme of record.themes)
      for (const phrase of [...theme.terms, ...theme.layWords, ...theme.hints])
        words(phrase).forEach(count);
    inspectors.flatMap(words).forEach(count);
    ownWords().forEach(count);
    for (const form of layLexicon().byForm.keys()) if (!form.includes(' ')) count(form);
    return { frequency, speller: createSpeller(frequency) };
  });
  const councils = createCouncilNames(authorities);
  const isWord = (word: string) => vocabulary.has(word) || ownWords().has(word);
  const formerCouncils = readFormerCouncils(authorities);
  const councilAnnotator = createCouncilAnnotator({ authorities, isWord, formerCouncils });
  const named: Annotator[] = [
    councilAnnotator,
    createPlaceAnnotator({ authorities, isWord, formerCouncils }),
  ];

  /** A typed word as it is read: repaired where it is misspelt, else in the words of reports. */
  const readAs = memoised((typed: string): Pick<Token, 'word' | 'isRepaired'> => {
    const isRight =
      FUNCTION_WORDS.has(typed) ||
      vocabulary.words.has(typed) ||
      ownWords().has(typed) ||
      layLexicon().byForm.has(typed);
    const repair = isRight ? null : known().speller.repair(typed);
    return { word: repair ?? PLAIN_WORDS.get(typed) ?? typed, isRepaired: repair !== null };
  }, WORDS_REMEMBERED);

  /** The tokens with misspelt words repaired; what was read as a name stays as it was typed. */
  function repaired(tokens: Token[], names: Span[]): Token[] {
    const inNames = new Set(names.flatMap(placesOf));
    // "The Wirral" counts as one word, and that is not "the": "the good" is said of no council.
    const headOf = ({ from, to }: Span) =>
      to - from > 1 && tokens[from]?.typed === 'the' ? from + 1 : from;
    const continues = (at: number): boolean =>
      names.some(
        (name) => name.kind !== 'place' && name.from <= at && at < name.to && at !== headOf(name),
      );
    return tokens.map((token) => {
      const { at, typed, surface, start, end } = token;
      if (!inNames.has(at)) {
        const { word, isRepaired } = readAs(typed);
        return { at, word, typed, surface, start, end, isRepaired };
      }
      return continues(at) ? { ...token, continuesName: true } : token;
    });
  }

  return {
    councils,
    formerCouncils: formerCouncils.map(({ council }) => council),
    councilsNamed(text) {
      const cleaned = cleanText(text);
      return councilAnnotator
        .annotate({ tokens: tokensOf(cleaned), text: cleaned })
        .filter((span): span is SpanOfKind<'council'> => span.kind === 'council');
    },
    isKnown: (word) =>
      vocabulary.words.has(word) ||
      known().frequency.has(word) ||
      isEnglish(word) ||
      /^\d+s?$/.test(word),
    *preparing() {
      yield* readingEnglish();
      layLexicon();
      yield;
      ownWords();
      yield;
      known();
    },
    read(typed, today) {
      const text = cleanText(typed).slice(0, LONGEST_QUESTION);
      const typedTokens = tokensOf(text);
      const names = named.flatMap(({ annotate }) => annotate({ tokens: typedTokens, text }));
      const tokens = repaired(typedTokens, names);
      const reading = { tokens, text };
      const all = [...names];
      for (const { annotate } of annotators) all.push(...annotate(reading));
      all.push(...createPeriodAnnotator({ today }).annotate(reading));
      for (const span of all) span.surface = surfaceOf(span, tokens, text);
      const { spans, discarded } = refine(all, tokens);
      return { typed, text, tokens, spans, discarded, readAs: readAsOf(spans, tokens) };
    },
  };
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const surfaceOf = ({ from, to }: Span, tokens: Token[], text: string): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** Names read by likeness, and words that were repaired. */
const readAsOf = (spans: Span[], tokens: Token[]): Question['readAs'] => [
  ...spans.flatMap((span) =>
    span.byLikeness && (span.kind === 'council' || span.kind === 'place')
      ? [{ typed: span.surface, as: span.value.name }]
      : [],
  ),
  ...tokens.flatMap(({ isRepaired, typed, word }) => (isRepaired ? [{ typed, as: word }] : [])),
];
