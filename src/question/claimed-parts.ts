import { denialsIn } from '../domain/denial-places.js';
import { FUNCTION_WORDS, stem } from '../language/index.js';
import { formOf, layRunsIn } from './lay-runs.js';
import { placesOf } from './places-of.js';
import type { Kind, Question } from './question.js';
import { spansOf } from './residue.js';
import { STOP_WORDS } from './searched.js';

/**
 * A part of what is claimed: its words, the ways to say it (each as stems), its own first, and the
 * ids of the themes that its words name.
 */
export type ClaimedPart = { words: string[]; ways: string[][]; themes: string[] };

/** Kinds of spans that say who is to have said it, of whom and when. */
const ASIDE: ReadonlySet<Kind> = new Set([
  'speaker',
  'council',
  'former_council',
  'place',
  'period',
]);

/** What inspectors write for a lay word, best first: what comes later only stands near it. */
const SURE_MEANINGS = 2;

/**
 * The parts of what a question claims, in order: a lay phrase that inspectors have other words for,
 * or a word by itself. Words of every report are none.
 */
export function claimedParts(question: Question): ClaimedPart[] {
  const { tokens, spans } = question;
  const aside = new Set(
    spans
      .filter(
        ({ kind, value }) =>
          ASIDE.has(kind) ||
          (kind === 'claim' && value === 'asked') ||
          (kind === 'visit' && (value.kind !== null || value.ordinal !== null)),
      )
      .flatMap(placesOf),
  );
  const themesAt = (at: number) =>
    spansOf(question, 'theme')
      .filter(({ from, to }) => from <= at && at < to)
      .flatMap(({ value }) => value.map(({ id }) => id));
  const isOwn = ({ at, word }: { at: number; word: string }) =>
    !aside.has(at) && !STOP_WORDS.has(word) && !FUNCTION_WORDS.has(word);
  const runs = layRunsIn(tokens).filter(({ from, to }) =>
    tokens.slice(from, to).every(({ at }) => !aside.has(at)),
  );
  const ofTone = new Set(
    spans
      .filter(({ kind, value }) => kind === 'tone' || (kind === 'claim' && value !== 'asked'))
      .flatMap(placesOf),
  );
  const parts: ClaimedPart[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runs.find(({ from }) => from === at);
    const token = tokens[at];
    const taken = run ? tokens.slice(run.from, run.to) : token ? [token] : [];
    const own = taken.filter(isOwn);
    at += Math.max(1, taken.length);
    if (own.length === 0) continue;
    // "Terrible" is no more than that: what inspectors fault by another word is not called so.
    const isOfTone = own.every((each) => ofTone.has(each.at));
    const means = run && !isOfTone ? run.entry.means.slice(0, SURE_MEANINGS) : [];
    parts.push({
      words: taken.map(formOf),
      ways: [own.map(({ word }) => stem(word)), ...means.map(stemsOf)],
      themes: [...new Set(own.flatMap((each) => themesAt(each.at)))],
    });
  }
  return parts;
}

/** "Not in education" says it with its "not". */
const stemsOf = (text: string): string[] =>
  text
    .split(' ')
    .filter((word) => !STOP_WORDS.has(word) || denialsIn([word]).length > 0)
    .map(stem);
