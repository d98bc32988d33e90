import { areasOfTheme } from '../domain/areas.js';
import { capitalised } from '../domain/citation.js';
import { type Area, areaName } from '../domain/judgement.js';
import type { RecordedPassage } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import type { Theme } from '../domain/theme.js';
import { newestFirst, type Visit, visitDates, visitTitle } from '../domain/visit.js';
import type { Term } from '../question/legacy/query.js';
import type { Hit } from '../search/index.js';
import type { Answer, Section } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf } from './context.js';
import { pointOf, varied, weight } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices, spokenLine } from './said.js';
import { isTrend } from './trend.js';

const POINTS_A_VISIT = 3;
const POINTS_OF_ONE_VISIT = 10;

/** A theme through time: what was said of it at each visit, newest first, with its grade where it had one. No verdict of its own. */
export function themeThroughTime(asked: Asked, hits: Hit[]): Answer {
  const { authority, query, context } = asked;
  const themes = query.themes;
  const name = themes.map((theme) => theme.name.toLowerCase()).join(' and ');
  const ranked = onTheme(
    hits.map((hit) => hit.passage),
    themes,
  );
  const told = new Set(ranked.map((p) => p.visit));
  const meant = context.questions.visitsMeant(query, authority.urn);
  const most = told.size === 1 ? POINTS_OF_ONE_VISIT : POINTS_A_VISIT;
  const sections = [...new Set([...told, ...meant])]
    .sort(newestFirst)
    .map((visit) => sectionOf(visit, ranked, themes, most, query.terms, context))
    .filter(({ lines, points }) => lines.length + points.length > 0);
  const citations = sections.flatMap((section) => section.points.map((point) => point.citation));
  const first = citations[0];
  const council = councilLabel(asked);
  const when = query.visits.period ? ` ${query.visits.period.label}` : '';
  const grade = gradeOfTheme(meant, themes, query.visits.period === null, context);
  return {
    ...emptyAnswer('theme', query.text),
    authority,
    headline: `${council}, ${name}${when}: ${told.size === 0 ? 'nothing quoted' : `quoted from ${told.size === 1 ? 'one visit' : `${told.size} visits`}`}. ${grade ?? (first && !isTrend(query) ? spokenLine(first) : '')}`,
    sections,
    closing: [
      ...silentLine(meant, quotedOn(themes, context), name),
      checkedLine(context, authority),
    ],
    choices: furtherChoices(authority, 'theme'),
    citations,
  };
}

/** The passages tagged with a theme asked about, or all where none is. */
function onTheme(ranked: RecordedPassage[], themes: Theme[]): RecordedPassage[] {
  const ids = new Set(themes.map((theme) => theme.id));
  const tagged = ranked.filter(({ passage }) => passage.themes.some((id) => ids.has(id)));
  return tagged.length > 0 ? tagged : ranked;
}

function sectionOf(
  visit: Visit,
  ranked: RecordedPassage[],
  themes: Theme[],
  most: number,
  terms: Term[],
  context: AnswerContext,
): Section {
  const said = ranked.filter((p) => p.visit.id === visit.id).sort((a, b) => weight(a) - weight(b));
  const shown = varied(said, most);
  const grades = gradesOf(visit, themes, context);
  const more = said.length - shown.length;
  return {
    heading: capitalised(visitTitle(visit)),
    lines: [
      ...grades,
      ...(more > 0
        ? [
            `${more} more ${more === 1 ? 'quotation' : 'quotations'} on this from this visit: ask about this visit by its name and year.`,
          ]
        : []),
    ],
    points: shown.map((recorded) => pointOf(recorded, terms)),
  };
}

function areasOf(themes: Theme[]): Set<Area> {
  return new Set(themes.flatMap((theme) => areasOfTheme(theme.id)));
}

function gradesOf(visit: Visit, themes: Theme[], context: AnswerContext): string[] {
  const areas = areasOf(themes);
  return judgementsOf(context, visit)
    .filter(({ judgement }) => areas.has(judgement.area))
    .map(
      ({ judgement, source }) =>
        `Grade: ${areaName(judgement.area).toLowerCase()}, ${judgement.grade} (${source.publisher} ${source.kind}${judgement.page === null ? '' : `, page ${judgement.page}`}).`,
    );
}

/** "Latest grade (care leavers): requires improvement to be good, 4–15 December 2023 (Ofsted report, …)." where the theme was graded. */
function gradeOfTheme(
  visits: Visit[],
  themes: Theme[],
  newest: boolean,
  context: AnswerContext,
): string | null {
  const areas = areasOf(themes);
  const found = [...visits]
    .sort(newestFirst)
    .flatMap((visit) => judgementsOf(context, visit))
    .find(({ judgement }) => areas.has(judgement.area));
  if (!found) return null;
  const { judgement, visit, source } = found;
  return `${newest ? 'Latest grade' : 'Grade'} (${areaName(judgement.area).toLowerCase()}): ${judgement.grade}, ${visitDates(visit)} (${source.publisher} ${source.kind}, ${sourceDate(source)}).`;
}

/** The visits of which any passage is on the themes, whatever else was asked. */
function quotedOn(themes: Theme[], { record }: AnswerContext): Set<Visit> {
  const ids = new Set(themes.map((theme) => theme.id));
  return new Set(
    record.passages
      .filter(({ passage }) => passage.themes.some((id) => ids.has(id)))
      .map(({ visit }) => visit),
  );
}

function silentLine(meant: Visit[], quoted: Set<Visit>, name: string): string[] {
  const silent = meant.filter((visit) => !quoted.has(visit) && visit.known === null);
  if (silent.length === 0) return [];
  return [`The record quotes nothing on ${name} from: ${silent.map(visitTitle).join('; ')}.`];
}

/** Whether any of the visits graded what a theme is about. */
export const isGradedTheme = (visits: Visit[], themes: Theme[], context: AnswerContext): boolean =>
  gradeOfTheme(visits, themes, false, context) !== null;
