import { z } from 'zod';
import { denialsIn } from '../domain/denial-places.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { words } from '../language/index.js';
import { book, longestOnly, phrasesIn } from './annotators/phrases.js';
import type { Question } from './question.js';

/** What a question expects of the answer without asking for it by name. */
export type Leaning = Tone | null;

type Tone = 'praise' | 'criticism';

const finder = finderOf(readVocabulary('leanings', z.enum(['praise', 'criticism'])), book);

/**
 * What the words of a question lean to: something bad ("wrongly ruled out"), something good, or
 * neither, as where both are said.
 */
export function leaningOf({ tokens }: Question): Leaning {
  const said = longestOnly(phrasesIn(tokens, finder)).flatMap(({ value }) => value ?? []);
  const [first = null, ...others] = new Set(said);
  return others.length > 0 ? null : first;
}

const denied = finderOf(
  readVocabulary('tones-denied', z.enum(['praise', 'criticism', 'mention'])),
  book,
);

/** Where a question asks who is not criticised, not praised or not written of. */
export const tonesDenied = ({
  tokens,
}: Question): { value: Tone | 'mention'; from: number; to: number }[] =>
  longestOnly(phrasesIn(tokens, denied)).flatMap(({ value, from, to }) =>
    value ? [{ value, from, to }] : [],
  );

const faults = finderOf(readVocabulary('faults', z.literal('fault')));

/** Whether a question names what is a fault wherever it is so ("drift", "unregistered homes"). */
export const namesFault = ({ tokens }: Question): boolean =>
  longestOnly(phrasesIn(tokens, faults)).some(({ value }) => value !== null);

const manners = finderOf(readVocabulary('manners-of-speech', z.literal('stronger')));

/**
 * Where a question only makes its criticism of what it names stronger ("… leaving children at
 * risk"); empty where it names nothing else.
 */
export function mannersOfSpeech({
  tokens,
  spans,
}: Question): readonly { from: number; to: number }[] {
  const found = longestOnly(phrasesIn(tokens, manners));
  const isApart = (span: { from: number; to: number }) =>
    found.every(({ from, to }) => span.to <= from || span.from >= to);
  return spans.some((span) => span.kind === 'theme' && isApart(span)) ? found : [];
}

const absences = finderOf(readVocabulary('absences', z.enum(['absence', 'reaches'])));

/** A word may stand between ("no such backlog"). */
const NEXT = 1;
/** Behind a denied verb it is said of whom ("don't put any young children in such homes"). */
const REACHES = 5;

/**
 * Where a question asks who is free of such a fault ("no backlog", "don't use hotels"); empty where
 * it does not.
 */
export function absencesAsked({ tokens }: Question): { from: number; to: number }[] {
  const found = longestOnly(phrasesIn(tokens, faults)).filter(({ value }) => value !== null);
  // "Relying" of "no longer relying on agency workers" is of the fault itself.
  return longestOnly(phrasesIn(tokens, absences)).filter((own) =>
    found.some(
      ({ from }) => from > own.from && from - own.to <= (own.value === 'reaches' ? REACHES : NEXT),
    ),
  );
}

const lacks = finderOf(readVocabulary('lacks', z.literal('lack')));

/** Where a question says that somebody does not get a thing or come to it ("cannot get a …"). */
export const lacksAsked = ({ tokens }: Question): { from: number; to: number }[] =>
  longestOnly(phrasesIn(tokens, lacks)).filter(({ value }) => value !== null);

/** The words by which too much of a thing is asked for ("too many"), `null` where none do. */
export function excessAsked({ tokens, text }: Question): string | null {
  const said = denialsIn(tokens.map(({ word }) => word)).find(({ value }) => value === 'excess');
  const [first, last] = said ? [tokens[said.from], tokens[said.to - 1]] : [];
  return first && last ? text.slice(first.start, last.end) : null;
}

/** Whether too much of a thing is asked for ("moved too many times"). */
export const asksOfExcess = (question: Question): boolean => excessAsked(question) !== null;

/** Whether what goes by this name is such a fault. */
export const isNameOfFault = (name: string): boolean =>
  faults.find(words(name)).some(({ value }) => value !== null);

const either = finderOf(readVocabulary('polarity-asked', z.literal('either')));

/** Whether a question asks if something is good or bad, so that both count. */
export const asksGoodOrBad = ({ tokens }: Question): boolean =>
  longestOnly(phrasesIn(tokens, either)).some(({ value }) => value !== null);
