import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { createPhraseBook } from '../language/index.js';
import { layRunsIn } from './lay-runs.js';
import type { Discarded, Kind, Span, Token } from './question.js';

/** Whether they are one or many; "adoption" is none of the adopters. */
const singular = (word: string): string => word.replace(/s$/, '');

const people = finderOf(
  readVocabulary('people-of-reports', z.string()),
  createPhraseBook(singular),
);

/** A run of tokens for which a topic of everyday life is no subject of its own. */
type Reason = { from: number; to: number; isAround: boolean; what: string };

/** The people of the vocabulary who are nobody's in particular: any child or young person. */
const ANY_YOUNG = 'young';

/**
 * The spans without the topics of everyday life that reports never treat by themselves, where the
 * question names people whom reports are about beside them (what "bus" says is then a detail of
 * theirs), where their words are part of a longer lay phrase for inspectors (say "cop
 * shop"), or where it asks whether they are mentioned at all. Of children at large, what `forYoung`
 * marks is a detail where the lexicon says what inspectors call it ("days out for teens" are
 * leisure activities). Among many councils, where anything comes close somewhere, a topic stays
 * unless it is one of the `subjects` that some report treats, of people named ("exempt care leavers
 * from council tax").
 */
export function withoutEverydayTopics(
  spans: Span[],
  subjects: Span[],
  tokens: Token[],
  discarded: Discarded[],
): Span[] {
  const isOfMany = spans.some(({ kind, value }) => kind === 'councils' && value === 'many');
  if (!spans.some(isEveryday)) return spans;
  const isTreated = (span: Span) =>
    subjects.some(({ from, to }) => from < span.to && span.from < to);
  const said = people.find(tokens.map(({ word }) => word));
  const isOfYoung = said.some(({ value }) => value === ANY_YOUNG);
  const isAlone = !isOfMany && isAskedAlone(tokens, spans);
  const reasons = [
    ...said.filter(({ value }) => value !== ANY_YOUNG).map(peopleReason),
    ...(isOfMany ? [] : layPhrasesIn(tokens, spans, isOfYoung)),
    ...(isOfMany ? [] : mentionsIn(spans)),
  ];
  return spans.filter((span) => {
    if (isAlone && isForYoung(span)) {
      discarded.push({ span, because: 'given to children, and asked of one council alone' });
      return false;
    }
    if (isOfMany && !isTreated(span)) return true;
    const least = isOfYoung && isForYoung(span) ? 0 : 1;
    const reason = reasons.find(({ from, to, isAround }) =>
      isAround
        ? from <= span.from && span.to <= to && to - from >= span.to - span.from + least
        : to <= span.from || span.to <= from,
    );
    if (!isEveryday(span) || !reason) return true;
    const surface = tokens.slice(reason.from, reason.to).map(({ typed }) => typed);
    discarded.push({ span, because: `${reason.what} “${surface.join(' ')}”` });
    return false;
  });
}

const peopleReason = ({ from, to }: { from: number; to: number }): Reason => ({
  from,
  to,
  isAround: false,
  what: 'people of reports',
});

/** Kinds that say of whom, where and when, and how it is asked. */
const AROUND: ReadonlySet<Kind> = new Set([
  'council',
  'councils',
  'place',
  'period',
  'set_aside',
  'left_out',
  'kinds_aside',
  'area_aside',
  'visit',
  'release',
  'order',
  'speaker',
  'command',
  'quantity',
  'filler',
  'out_of_scope',
]);

/** Whether nothing is asked of a council but the thing itself ("camping in Derby"). */
function isAskedAlone(tokens: Token[], spans: Span[]): boolean {
  const around = spans.filter(({ kind }) => AROUND.has(kind));
  const isAround = ({ at }: Token) => around.some(({ from, to }) => from <= at && at < to);
  return spans.some(({ kind }) => kind === 'council') && tokens.every(isAround);
}

/**
 * The lay phrases beside which something else is asked: "gcse results" alone is that topic.
 * Where children are named, they are what else.
 */
function layPhrasesIn(tokens: Token[], spans: Span[], isOfYoung: boolean): Reason[] {
  const around = spans.filter(({ kind }) => AROUND.has(kind));
  const isAsked = ({ at }: Token) => !around.some(({ from, to }) => from <= at && at < to);
  const asked = tokens.filter(isAsked);
  return layRunsIn(tokens)
    .filter(({ from, to }) => isOfYoung || asked.some(({ at }) => at < from || to <= at))
    .map(({ from, to }) => ({ from, to, isAround: true, what: 'lay phrase' }));
}

const mentionsIn = (spans: Span[]): Reason[] =>
  spans.flatMap(({ kind, value, from, to }) =>
    kind === 'mention' && value === 'asked'
      ? [{ from, to, isAround: false, what: 'mention asked' }]
      : [],
  );

const isEveryday = ({ kind, value }: Span): boolean =>
  kind === 'out_of_scope' && value.everyday === true;

const isForYoung = ({ kind, value }: Span): boolean =>
  kind === 'out_of_scope' && value.forYoung === true;
