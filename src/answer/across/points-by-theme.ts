import { isFullInspection } from '../../domain/frameworks.js';
import { isMarkedOfKind, type PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import type { Theme } from '../../domain/theme.js';
import { newestFirst } from '../../domain/visit.js';
import { pointKindOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { reportsRead } from './findings/reports.js';

/** What points are about, and in how many of the reports; `example` is of the newest of them. */
export type ThemeRow = { theme: Theme; reports: number; example: RecordedPassage };

/**
 * What the points of a kind (the list of what must improve, praise, criticism) are most often
 * about, or least: the themes by how many of the reports `read` have such a point that is about it.
 */
export type PointsByThemeFacts = {
  kind: PointKind;
  fewest: boolean;
  rows: ThemeRow[];
  read: number;
  /** Reports that have any such point. */
  having: number;
};

export function pointsByTheme(asked: AskedOfAll): PointsByThemeFacts {
  const { question, context } = asked;
  const kind = pointKindOf(question);
  const { reports } = reportsRead(asked);
  const full = reports
    .filter(({ visit }) => isFullInspection(visit.kind))
    .toSorted((a, b) => newestFirst(a.visit, b.visit));
  const found = new Map<string, ThemeRow>();
  let having = 0;
  for (const { authority, visit } of full) {
    const points = context
      .passagesOf(authority.urn)
      .filter((each) => each.visit.id === visit.id && isPoint(each, kind));
    if (points.length > 0) having += 1;
    for (const [id, example] of byTheme(points)) {
      const theme = context.record.themes.find((each) => each.id === id);
      const row = found.get(id);
      if (row) row.reports += 1;
      else if (theme) found.set(id, { theme, reports: 1, example });
    }
  }
  const fewest = spansOf(question, 'order').some(({ value }) => value === 'fewest');
  const rows = [...found.values()].sort(
    (a, b) =>
      (b.reports - a.reports) * (fewest ? -1 : 1) || a.theme.name.localeCompare(b.theme.name),
  );
  return { kind, fewest, rows, read: full.length, having };
}

/**
 * What is the inspectors' own, of the kind beyond doubt, and not of the safeguarding board. What is
 * both praised and criticised is left out: which of the two its theme is meant for, nobody knows.
 */
const isPoint = (recorded: RecordedPassage, kind: PointKind): boolean =>
  recorded.passage.kind !== 'context' &&
  recorded.passage.tone !== 'mixed' &&
  !isAboutBoard(recorded) &&
  isMarkedOfKind(recorded.passage, { ...kind, speaker: 'ofsted' });

/** What each point is about is its first theme. */
function byTheme(points: RecordedPassage[]): Map<string, RecordedPassage> {
  const themes = new Map<string, RecordedPassage>();
  for (const point of points) {
    const [theme] = point.passage.themes;
    if (theme && !themes.has(theme)) themes.set(theme, point);
  }
  return themes;
}
