import { withoutEverydayGrades } from './annotators/everyday-grades.js';
import { isHearsay, withHearsay } from './annotators/hearsay.js';
import { withoutPandemicAsSubject } from './annotators/period.js';
import { withoutProviders } from './councils-that-provide.js';
import { withoutDefinitionsOfCouncils } from './definitions-alone.js';
import { withoutEverydayTopics } from './everyday-topics.js';
import { gradesInContext, standsAroundGrades, withoutPraiseOfAreas } from './grades-in-context.js';
import { withoutLoneLayGrades } from './lay-grades.js';
import { withLeftOut } from './left-out.js';
import { withoutMeantOfOne } from './of-one-council.js';
import { placesOf } from './places-of.js';
import type { Discarded, Kind, Span, Token } from './question.js';
import { RANK } from './rank-of-kinds.js';
import { withoutSaidInQuotations } from './said-in-quotations.js';
import {
  withAreasSetAside,
  withKindsAsideOfOne,
  withTimesSetAside,
  withVisitConditionsOfMany,
} from './set-aside.js';

/** How many tokens say what a span means. */
const placesIn = ({ from, to, words }: Span): number => words?.length ?? to - from;

/** Whether the token at a place says what a span means. */
const isSaidAt = ({ from, to, words }: Span, at: number): boolean =>
  words ? words.includes(at) : from <= at && at < to;

/** Whether two spans are said by a common token. */
export function shareToken(one: Span, other: Span): boolean {
  const end = Math.min(one.to, other.to);
  for (let at = Math.max(one.from, other.from); at < end; at++)
    if (isSaidAt(one, at) && isSaidAt(other, at)) return true;
  return false;
}

/** What names nothing gives way to all that does, however many words it has. */
const isLoose = ({ kind, value }: Span): boolean => kind === 'filler' && value === 'loose';

/** What others leave of a phrase that names nothing: its words name nothing either. */
const saidAt = (phrase: Span, words: number[]): Span => {
  const [from = phrase.from] = words;
  return { ...phrase, from, to: (words.at(-1) ?? from) + 1, words };
};

/** Kinds that stand beside what else their words say. */
export const BESIDE: ReadonlySet<Kind> = new Set(['theme', 'subject', 'claim', 'quoted']);
const isBeside = ({ kind }: Span): boolean => BESIDE.has(kind);

/** Kinds whose words name no theme, though a theme's vocabulary may have them. */
const NO_THEME: ReadonlySet<Kind> = new Set([
  'council',
  'former_council',
  'place',
  'council_type',
  'neighbours',
  'comparison',
  'period',
  'set_aside',
  'since_grade',
  'left_out',
  'kinds_aside',
  'area_aside',
  'visit',
  'recommendations',
  'tone',
  'grade',
  'rating',
  'every_area',
  'order',
  'time_since',
  'interval',
  'mention',
  'grouping',
  'when',
  'command',
  'councils',
  'inspector',
  'whole',
  'streak',
  'tally',
  'release',
]);

/** A phrase that carries nothing ("a load of") says so of words that alone may name a theme. */
const isEmptyPhrase = (span: Span): boolean => span.kind === 'filler' && placesIn(span) > 1;

/** "Seen on their own": whose it is stands inside a longer phrase as any little word. */
const isPronoun = ({ kind, value }: Span): boolean => kind === 'councils' && value === 'ours';

const takesThemes = (span: Span): boolean =>
  (NO_THEME.has(span.kind) && !isPronoun(span)) ||
  isEmptyPhrase(span) ||
  isHearsay(span) ||
  (span.kind === 'quantity' && span.value === 'split') ||
  (span.kind === 'speaker' && span.value !== 'ofsted');

/**
 * Resolves what annotators saw in the same words, in this one place: the span that more words say
 * wins, then the more particular kind, then the earlier. The losers are kept for the trace.
 */
export function refine(seen: Span[], tokens: Token[]): { spans: Span[]; discarded: Discarded[] } {
  const discarded: Discarded[] = [];
  const accepted: Span[] = [];
  const named = withoutPraiseOfAreas(
    withKindsAsideOfOne(
      withVisitConditionsOfMany(
        withoutSaidInQuotations(withHearsay(withoutMeantOfOne(withoutDefinitionsOfCouncils(seen)))),
      ),
      tokens,
    ),
  );
  const during = withoutPandemicAsSubject(named, tokens.length, standsAroundGrades);
  const graded = withoutLoneLayGrades(during, tokens.length);
  const ranked = withoutEverydayGrades(graded, tokens.length, standsAroundGrades).toSorted(
    (a, b) =>
      Number(isLoose(a)) - Number(isLoose(b)) ||
      placesIn(b) - placesIn(a) ||
      RANK[a.kind] - RANK[b.kind] ||
      a.to - a.from - (b.to - b.from) ||
      a.from - b.from,
  );
  /** Of each place the accepted span that says it, by its number. */
  const saidBy: number[] = [];
  const accept = (span: Span, places: number[]) => {
    const number = accepted.push(span) - 1;
    for (const at of places) saidBy[at] = number;
  };
  for (const span of ranked.filter((each) => !isBeside(each))) {
    const places = placesOf(span);
    const free = places.filter((at) => saidBy[at] === undefined);
    if (free.length === places.length) accept(span, places);
    else {
      const winner = accepted[Math.min(...places.flatMap((at) => saidBy[at] ?? []))];
      discarded.push({ span, because: `${winner?.kind} “${winner?.surface}”` });
      if (isLoose(span) && free.length > 0) accept(saidAt(span, free), free);
    }
  }
  const own = withoutProviders(withWholeTitles(accepted), tokens, discarded);
  const without = withLeftOut(own, tokens, discarded);
  const timed = withAreasSetAside(withTimesSetAside(without, tokens, discarded), tokens, discarded);
  const { kept, dropped } = gradesInContext(timed, tokens);
  const isFree = freeAmong(kept);
  const themes = ranked.filter(isBeside).filter((span) => {
    if (span.kind === 'claim' || isFree(span)) return true;
    discarded.push({ span, because: 'its words say something else' });
    return false;
  });
  const inScope = withoutEverydayTopics(
    withoutThemesOf(kept, themes, discarded),
    themes.filter(({ kind }) => kind === 'subject'),
    tokens,
    discarded,
  );
  return {
    spans: [...inScope, ...themes].toSorted((a, b) => a.from - b.from || b.to - a.to),
    discarded: [...discarded, ...dropped],
  };
}

/**
 * The last word of a council's title is left to others ("the council said"); where none of them
 * says it, it is the title's after all: nothing is asked by it.
 */
function withWholeTitles(accepted: Span[]): Span[] {
  if (!accepted.some(({ kind, words }) => kind === 'council' && words)) return accepted;
  const taken = new Set(accepted.flatMap(placesOf));
  return accepted.map((span) =>
    span.kind === 'council' && span.words && !taken.has(span.to - 1)
      ? { ...span, words: undefined }
      : span,
  );
}

/**
 * Tells whether a theme among spans has a word that says nothing else. Where others have some of
 * them, those left must carry meaning: in "what went wrong" it is the criticism that is asked for.
 */
function freeAmong(spans: Span[]): (theme: Span) => boolean {
  const saidBy = (takes: (span: Span) => boolean) => new Set(spans.filter(takes).flatMap(placesOf));
  const taken = saidBy(takesThemes);
  // Nor is "improved" of "which region improved" a theme with the word before it.
  const carriesNothing = saidBy(
    ({ kind, value }) =>
      (kind === 'filler' && value === 'little') || kind === 'trend' || kind === 'movement',
  );
  return (theme) => {
    const places = placesOf(theme);
    const left = places.filter((at) => !taken.has(at));
    return left.length === places.length || left.some((at) => !carriesNothing.has(at));
  };
}

/**
 * A topic that reports never treat is none where a longer phrase of a theme has its words, or where
 * they name a subject that reports treat and another one is named beside it.
 */
function withoutThemesOf(spans: Span[], beside: Span[], discarded: Discarded[]): Span[] {
  const named = beside.filter(({ kind }) => kind !== 'claim');
  const subjects = beside.filter(({ kind }) => kind === 'subject');
  return spans.filter((span) => {
    if (span.kind !== 'out_of_scope' || span.value.always) return true;
    const isAmongSubjects = subjects.some((subject) => !shareToken(subject, span));
    const theme = named.find((other) => {
      const more = Number(isAmongSubjects && other.kind === 'subject');
      return shareToken(span, other) && placesIn(other) + more > placesIn(span);
    });
    if (theme) discarded.push({ span, because: `${theme.kind} “${theme.surface}”` });
    return !theme;
  });
}
