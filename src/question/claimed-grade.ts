import { partsOf } from './claim-sentences.js';
import { placesOf } from './places-of.js';
import type { Question, Span, Token } from './question.js';
import { says, spansOf } from './residue.js';

type Read = (words: string) => Question;

/** Kinds that a claim of a grade is made of: who says so must have none of them. */
const OF_GRADES = ['grade', 'area', 'period', 'movement'] as const;

/** What is claimed; `denies` where nobody, or not the one who is named, says so. */
type Attributed = { claim: Question; denies: boolean };

/**
 * A claim read without who says so, before it or behind ("…, says the council leader"), where what
 * is left names a grade; else as it stands.
 */
export function withoutAttribution(said: string, read: Read): Attributed {
  const whole = { claim: read(said), denies: false };
  const sayings = partsOf(said).filter(({ part }) => part === 'saying');
  for (const { start, end } of sayings) {
    const comma = Math.max(...[',', '–', '—', ' - '].map((mark) => said.lastIndexOf(mark, start)));
    const parts = [
      { rest: said.slice(end).replace(/^[\s,:]*(?:that\s+)?/i, ''), speaker: said.slice(0, end) },
      ...(comma > 0 ? [{ rest: said.slice(0, comma), speaker: said.slice(comma) }] : []),
    ];
    for (const { rest, speaker } of parts) {
      const claim = read(rest);
      const by = read(speaker);
      if (says(claim, 'grade') && !says(by, ...OF_GRADES))
        return { claim, denies: says(by, 'negation') };
    }
  }
  return whole;
}

/**
 * The question whether a council was given the one grade that a sentence says it was, where that
 * stands in a clause of its own among other words; `null` where it says that of something else, or
 * says no grade.
 */
export function gradeAlone(claim: Question, council: string, read: Read): string | null {
  const dropped = claim.discarded.map(({ span }) => span);
  const grades = [...claim.spans, ...dropped].filter(({ kind }) => kind === 'grade');
  const [grade] = grades;
  if (!grade || new Set(grades.map(({ value }) => value)).size > 1) return null;
  const subject = subjectBefore(grade, claim);
  if (!subject || !endsClause(grade, claim)) return null;
  const { text, tokens } = claim;
  const start = tokens[subject.to]?.start ?? 0;
  const clause = text.slice(start, tokens[grade.to - 1]?.end);
  const end = clauseEnd(grade, claim);
  const beside = claim.spans
    .filter(
      ({ kind, from }) => (kind === 'area' || kind === 'period') && from >= grade.to && from < end,
    )
    .map(({ surface, kind }) => (kind === 'area' ? `for ${surface}` : surface));
  const question = `${council} ${[clause, ...beside].join(' ')}`;
  return says(read(question), 'grade') ? question : null;
}

/** The council, or "it", that a grade is said of: no more than small words stand between. */
function subjectBefore(grade: Span, claim: Question): { to: number } | null {
  const ends = [
    ...[...spansOf(claim, 'council'), ...spansOf(claim, 'former_council')].map(({ to }) => to),
    ...claim.tokens
      .filter(({ word }) => word === 'it' || word === 'council')
      .map(({ at }) => at + 1),
  ];
  const to = Math.max(-1, ...ends.filter((end) => end <= grade.from));
  if (to < 0) return null;
  const small = new Set(
    claim.spans
      .filter(({ kind }) => kind === 'filler' || kind === 'rating' || kind === 'negation')
      .flatMap(placesOf),
  );
  return claim.tokens.slice(to, grade.from).every(({ at }) => small.has(at)) ? { to } : null;
}

/** The token with which the next clause begins: an area or time in that one is of other things. */
function clauseEnd(grade: Span, { text, tokens }: Question): number {
  const after = tokens[grade.to - 1]?.end ?? text.length;
  const joints = partsOf(text).filter(
    ({ part, start }) => part === 'next_clause' && start >= after,
  );
  const start = Math.min(text.length, ...joints.map((joint) => joint.start));
  return tokens.find((token) => token.start >= start)?.at ?? tokens.length;
}

/** Whether nothing follows that a grade's word may be said of: its clause ends, or goes on so. */
function endsClause(grade: Span, { tokens, text, spans }: Question): boolean {
  const aside = spans.filter(
    ({ kind }) => kind === 'area' || kind === 'period' || kind === 'speaker',
  );
  const places = new Set(aside.flatMap(placesOf));
  const isLittle = (token: Token) =>
    places.has(token.at) || /^(?:in|for|on|by|the|at|overall)$/.test(token.word);
  let at = grade.to;
  for (; ; at++) {
    const [before, next] = [tokens[at - 1], tokens[at]];
    if (!before || !next || /[.,;:!?–—)]/.test(text.slice(before.end, next.start))) return true;
    if (!isLittle(next)) break;
  }
  const { start } = tokens[at] ?? { start: -1 };
  return partsOf(text).some(({ part, start: from }) => part === 'next_clause' && from === start);
}
