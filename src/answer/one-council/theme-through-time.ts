import { areasOfTheme } from '../../domain/areas.js';
import { isAnyKind, isPlainlyOfKind } from '../../domain/point-kind.js';
import type { RecordedJudgement, RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { asksForTrend } from '../../question/index.js';
import {
  bySpeaker,
  diversify,
  type Hit,
  highestCoverage,
  type SearchRequest,
  type SearchTerm,
  type Told,
  toldOf,
  toldOfProgress,
  usesPhrase,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { type About, aboutOf, isHeld, visitsMeant, visitsQuoted } from './about.js';

const POINTS_A_VISIT = 3;
const POINTS_OF_ONE_VISIT = 10;
/** Nearly as much on the subject as the best: these shares of its coverage and of its score. */
const [AS_COVERED, AS_SCORED] = [0.7, 0.3];

/** What one visit said on a theme: its grades, the passages to show, and how many more it has. */
export type ThemeAtVisit = {
  visit: Visit;
  grades: RecordedJudgement[];
  shown: RecordedPassage[];
  more: number;
};

/**
 * A theme through time, newest visit first. `quotedFrom` counts the visits with passages that
 * answer, `grade` is the newest grade of what the theme is about, `silent` are the visits meant
 * that the record quotes on other subjects alone. `unlike` is the newest visit that speaks of it,
 * where what is asked for (praise, criticism, what must improve) is only of older ones. `told` is
 * how the newest visit quoted speaks of it.
 */
export type ThemeFacts = {
  about: About;
  themes: Theme[];
  isTrend: boolean;
  quotedFrom: number;
  grade: RecordedJudgement | null;
  visits: ThemeAtVisit[];
  silent: Visit[];
  unlike: Visit | null;
  told: Told;
  terms: SearchTerm[];
};

export function themeThroughTime(
  asked: AskedOfOne,
  { themes, terms, literalPhrase, kind }: SearchRequest,
  hits: Hit[],
): ThemeFacts {
  const { context } = asked;
  const onTheme = onThemes(
    closest(hits).map(({ passage }) => passage),
    themes,
  );
  // The theme hides no passage that has the asker's own words for it.
  const found = hits.map(({ passage }) => passage);
  const literal = literalPhrase ? found.filter((each) => usesPhrase(literalPhrase, each)) : [];
  const ranked = [...new Set([...literal, ...onTheme])];
  const quoted = new Set(ranked.map(({ visit }) => visit));
  const meant = visitsMeant(asked);
  const most = quoted.size === 1 ? POINTS_OF_ONE_VISIT : POINTS_A_VISIT;
  const withAny = visitsQuotedOn(themes, asked);
  const quotedAtAll = visitsQuoted(asked);
  const isTrend = asksForTrend(asked.question);
  const ofProgress = toldOfProgress(terms);
  const tells = (p: RecordedPassage) => isTrend && ofProgress(p);
  return {
    about: aboutOf(asked),
    themes,
    isTrend,
    quotedFrom: quoted.size,
    grade: gradeOfTheme(meant, themes, context),
    visits: [...new Set([...quoted, ...meant])]
      .sort(newestFirst)
      .map((visit): ThemeAtVisit => {
        const own = ranked
          .filter((p) => p.visit.id === visit.id)
          .sort((a, b) => Number(tells(b)) - Number(tells(a)) || bySpeaker(a, b));
        const shown = diversify(own, most);
        const grades = gradesOfThemes(visit, themes, context);
        return { visit, grades, shown, more: own.length - shown.length };
      })
      .filter(({ grades, shown }) => grades.length + shown.length > 0),
    silent: meant.filter(
      (visit) =>
        isHeld(visit) &&
        !withAny.has(visit.id) &&
        (quotedAtAll.has(visit.id) || !context.isFactsOnly(visit)),
    ),
    unlike: newestUnlike(meant, quoted, { themes, kind }, asked),
    told: toldOf(newestOf(onThemes(found, themes)), terms),
    terms,
  };
}

/**
 * The newest visit on the themes, where none of its passages on them is plainly of the kind asked
 * for and an older visit is quoted.
 */
function newestUnlike(
  meant: Visit[],
  quoted: ReadonlySet<Visit>,
  { themes, kind }: Pick<SearchRequest, 'themes' | 'kind'>,
  { authority, context }: AskedOfOne,
): Visit | null {
  if (isAnyKind(kind) || quoted.size === 0) return null;
  const on = context.passagesOf(authority.urn).filter((each) => isOnThemes(each, themes));
  const newest = meant
    .toSorted(newestFirst)
    .find(({ id }) => on.some(({ visit }) => visit.id === id));
  if (!newest || [...quoted].some(({ id }) => id === newest.id)) return null;
  const own = on.filter(({ visit }) => visit.id === newest.id);
  return own.some((each) => isPlainlyOfKind(each, kind)) ? null : newest;
}

/** Of passages, those of the newest visit. */
function newestOf(passages: RecordedPassage[]): RecordedPassage[] {
  const [newest] = passages.map(({ visit }) => visit).sort(newestFirst);
  return passages.filter(({ visit }) => visit.id === newest?.id);
}

/** Through time, only what is nearly as much on the subject as the best is told. */
function closest(hits: Hit[]): Hit[] {
  const coverage = highestCoverage(hits);
  const score = hits[0]?.score ?? 0;
  return hits.filter(
    (hit) => hit.coverage >= AS_COVERED * coverage && hit.score >= AS_SCORED * score,
  );
}

const isOnThemes = ({ passage }: RecordedPassage, themes: Theme[]): boolean =>
  themes.some(({ id }) => passage.themes.includes(id));

/** The passages tagged with a theme asked about, or all where none is. */
function onThemes(ranked: RecordedPassage[], themes: Theme[]): RecordedPassage[] {
  const tagged = ranked.filter((passage) => isOnThemes(passage, themes));
  return tagged.length > 0 ? tagged : ranked;
}

/** The ids of the council's visits that have a passage on the themes, whatever else was asked. */
const visitsQuotedOn = (themes: Theme[], { authority, context }: AskedOfOne): Set<string> =>
  new Set(
    context
      .passagesOf(authority.urn)
      .filter((passage) => isOnThemes(passage, themes))
      .map(({ visit }) => visit.id),
  );

/** The judgements of a visit in the areas that grade what the themes are about. */
function gradesOfThemes(
  visit: Visit,
  themes: Theme[],
  { judgementsOf }: AnswerContext,
): RecordedJudgement[] {
  const areas = new Set(themes.flatMap(({ id }) => areasOfTheme(id)));
  return judgementsOf(visit).filter(({ judgement }) => areas.has(judgement.area));
}

/** The newest grade that any of the visits gave for what the themes are about. */
export const gradeOfTheme = (
  visits: Visit[],
  themes: Theme[],
  context: AnswerContext,
): RecordedJudgement | null =>
  visits.toSorted(newestFirst).flatMap((visit) => gradesOfThemes(visit, themes, context))[0] ??
  null;
