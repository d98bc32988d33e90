import { isDeepStrictEqual } from 'node:util';
import { isGrade } from '../domain/judgement.js';
import type { Visit } from '../domain/visit.js';
import type { RecordFile } from './accept.js';
import { documentFaults } from './document-rules.js';
import { type Failure, failure, judgementItem, visitItem } from './failure.js';

/**
 * Whether the record agrees with itself, without a look at the documents: each file alone, then the
 * files together.
 */
export function consistencyFaults(files: RecordFile[]): Failure[] {
  const visits = new Map<string, Visit>();
  for (const visit of files.flatMap((f) => f.document.visits))
    if (!visits.get(visit.id)?.start) visits.set(visit.id, visit);
  const documents = new Map(files.map((f) => [f.document.source.id, f.document]));
  const declared = files.flatMap((file) => file.document.visits.map((visit) => ({ file, visit })));
  return [
    ...files.flatMap((file) => documentFaults(file, { visits, documents })),
    ...visitsWithoutDocument(files, declared),
    ...visitsThatDiffer(declared),
    ...visitsThatOverlap(declared),
    ...gradesThatDiffer(files),
  ];
}

type Declared = { file: RecordFile; visit: Visit };

/**
 * A visit that nobody marks as merely known is quoted from or graded in some file, or has a
 * document held for its facts.
 */
function visitsWithoutDocument(files: RecordFile[], declared: Declared[]): Failure[] {
  const documented = new Set(
    files.flatMap(({ document: { passages, judgements, source, visits } }) => [
      ...[...passages, ...judgements].map((point) => point.visit),
      ...(source.holds === 'facts' ? visits.filter((v) => !v.known).map((v) => v.id) : []),
    ]),
  );
  return declared
    .filter(({ visit }) => !visit.known && !documented.has(visit.id))
    .map(({ file, visit }) =>
      failure(file, visitItem(visit), 'a document of this visit, or "known" with who mentions it'),
    );
}

/**
 * Files that declare the same visit agree on its kind, and on its days and its number where both
 * give them.
 */
function visitsThatDiffer(declared: Declared[]): Failure[] {
  return pairsWithin(declared, (d) => d.visit.id).flatMap(([a, b]) => {
    const [before, visit] = [a.visit, b.visit];
    const differing = [
      ...(before.kind === visit.kind ? [] : ['kind']),
      ...(before.start && visit.start && !isDeepStrictEqual(before.windows, visit.windows)
        ? ['days']
        : []),
      ...(before.ordinal && visit.ordinal && before.ordinal !== visit.ordinal ? ['number'] : []),
    ];
    return differing.map((what) =>
      failure(b.file, visitItem(visit), `the same ${what} of the visit as in ${a.file.file}`),
    );
  });
}

/**
 * Inspectors are at a council for one visit at a time: visits that overlap are one visit under two
 * ids.
 */
function visitsThatOverlap(declared: Declared[]): Failure[] {
  return pairsWithin(declared, (d) => d.visit.urn).flatMap(([a, b]) => {
    const overlap = a.visit.windows.some((w) =>
      b.visit.windows.some((v) => w.start <= v.end && v.start <= w.end),
    );
    if (!overlap || a.visit.id === b.visit.id) return [];
    const expected = `days that are not also those of the visit ${a.visit.id} in ${a.file.file}`;
    return [failure(b.file, visitItem(b.visit), expected)];
  });
}

/**
 * Two documents that print the grade of one area of one visit print the same grade. What the
 * official statistics give otherwise than a report is no fault: both are kept, and told apart.
 */
function gradesThatDiffer(files: RecordFile[]): Failure[] {
  const printed = files.filter(({ document }) => document.source.kind !== 'statistics');
  const grades = printed.flatMap((file) =>
    file.document.judgements
      .filter((judgement) => isGrade(judgement.grade))
      .map((judgement) => ({ file, judgement })),
  );
  return pairsWithin(grades, (g) => judgementItem(g.judgement))
    .filter(([a, b]) => a.judgement.grade !== b.judgement.grade)
    .map(([a, b]) =>
      failure(
        b.file,
        judgementItem(b.judgement),
        `the grade of ${a.file.file}, which is ${a.judgement.grade}; here it is ${b.judgement.grade}`,
      ),
    );
}

/** Every two items, the earlier first, that have the same key. */
function pairsWithin<T>(items: T[], keyOf: (item: T) => string): [T, T][] {
  const before = new Map<string, T[]>();
  return items.flatMap((item) => {
    const same = before.get(keyOf(item)) ?? [];
    before.set(keyOf(item), [...same, item]);
    return same.map((other): [T, T] => [other, item]);
  });
}
