import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';
import { AREA_IDS, AREAS, type AreaId, areaPhrase, areasOfTheme } from '../../src/domain/areas.js';
import {
  areasOfSchema,
  FRAMEWORKS,
  frameworkOf,
  gradedAreas,
  isFullInspection,
  isGraded,
  isWithoutOverall,
  judgementSchema,
  KIND_IDS,
  schemaOf,
} from '../../src/domain/frameworks.js';
import { ThemeList } from '../../src/domain/theme.js';

const ilacs = (start: string) => ({ kind: 'ILACS' as const, start, period: start.slice(0, 7) });

describe('The table of Ofsted’s frameworks', () => {
  it('gives a visit the framework of the day on which it began', () => {
    expect(judgementSchema(ilacs('2022-12-05'))).toBe('ILACS to 2022');
    expect(gradedAreas(ilacs('2022-12-05'))).toContain('in_care_and_care_leavers');
    expect(judgementSchema(ilacs('2023-01-09'))).toBe('ILACS from 2023');
    expect(gradedAreas(ilacs('2023-01-09'))).toEqual(
      expect.arrayContaining(['overall', 'in_care', 'care_leavers']),
    );
  });

  it('has no overall grade of inspections from April 2026 on, in the same set of areas', () => {
    expect(isWithoutOverall(ilacs('2026-03-31'))).toBe(false);
    expect(isWithoutOverall(ilacs('2026-04-01'))).toBe(true);
    expect(gradedAreas(ilacs('2026-04-01'))).not.toContain('overall');
    expect(judgementSchema(ilacs('2026-04-01'))).toBe(judgementSchema(ilacs('2024-01-15')));
  });

  it('places a visit of which only the year or the month is known', () => {
    const known = (period: string) => frameworkOf({ kind: 'ILACS', start: null, period });
    expect(schemaOf(known('2019'))).toBe('ILACS to 2022');
    expect(schemaOf(known('2023'))).toBe('ILACS from 2023');
    expect(known('2026-04').areas).not.toContain('overall');
  });

  it('gives no areas to visits that give no grade', () => {
    const ungraded = KIND_IDS.filter((kind) => !isGraded(kind));
    expect(ungraded.sort()).toEqual(['focused visit', 'monitoring visit']);
    for (const kind of ungraded) {
      expect(gradedAreas({ kind, start: '2021-05-12', period: '2021-05' })).toEqual([]);
      expect(judgementSchema({ kind, start: '2021-05-12', period: '2021-05' })).toBeNull();
    }
  });

  it('counts the inspections before 2013 and the reviews of a board as no full inspections', () => {
    expect(KIND_IDS.filter(isFullInspection).sort()).toEqual(['ILACS', 'SIF', 'SIF re-inspection']);
  });
});

describe('Areas of different frameworks', () => {
  it('are said as one where they are asked for as one', () => {
    expect(areaPhrase(null)).toBe('overall');
    expect(areaPhrase(['in_care', 'in_care_and_care_leavers', 'looked_after'])).toBe(
      'for children in care',
    );
    expect(areaPhrase(['impact_of_leaders', 'leadership'])).toBe('for leadership');
    expect(areaPhrase(['adoption', 'care_leavers'])).toBe('for adoption and for care leavers');
  });

  it('grade the themes that the record tags its passages with', () => {
    const { themes } = ThemeList.parse(JSON.parse(readFileSync('data/themes.json', 'utf8')));
    const graded = themes.filter(({ id }) => areasOfTheme(id).length > 0).map(({ id }) => id);
    expect(graded.sort()).toEqual([
      'adoption',
      'care-leavers',
      'children-in-care',
      'leadership',
      'safeguarding-board',
    ]);
  });
});

describe('Each row of the table', () => {
  it('of a kind begins later than the one before it, and ends after it began', () => {
    for (const kind of KIND_IDS) {
      const rows = FRAMEWORKS.filter((row) => row.kind === kind);
      const starts = rows.map(({ from }) => from ?? '');
      expect(starts).toEqual([...new Set(starts)].sort());
      for (const { from = '', until = '9999' } of rows) expect(from <= until).toBe(true);
    }
  });

  it('grades every area once, and only where its visits give grades', () => {
    for (const { areas, sometimes = [], reach } of FRAMEWORKS) {
      const all = [...areas, ...sometimes];
      expect(new Set(all).size).toBe(all.length);
      expect(all.length > 0).toBe(reach !== undefined);
    }
  });

  it('names a set of areas whose areas every row of the set grades, but for overall', () => {
    for (const row of FRAMEWORKS.filter(({ reach }) => reach !== undefined)) {
      const left = areasOfSchema(schemaOf(row)).filter((area) => !row.areas.includes(area));
      expect(left.filter((area) => area !== 'overall')).toEqual([]);
    }
  });

  it('shares with the other rows of its kind what holds for the kind', () => {
    const ofKind = ({ visitName, reach, repeats, numbered, announced, layout }: FrameworkRow) =>
      JSON.stringify([visitName, reach, repeats, numbered, announced, layout]);
    for (const kind of KIND_IDS) {
      const rows = FRAMEWORKS.filter((row) => row.kind === kind);
      expect(new Set(rows.map(ofKind)).size).toBe(1);
    }
  });

  it('repeats a kind of the table, where it repeats one', () => {
    const repeated = FRAMEWORKS.flatMap(({ repeats }) => repeats ?? []);
    expect(repeated.filter((kind) => !KIND_IDS.some((known) => known === kind))).toEqual([]);
  });

  it('is graded in areas that have names, phrases and subjects, and every area is graded', () => {
    for (const area of AREA_IDS) {
      expect(AREAS[area].name).toMatch(/^\p{Lu}/u);
      expect(AREAS[area].phrase).toMatch(/^(?:overall|for .+)$/);
      expect(AREAS[area].subjects.length).toBeGreaterThan(0);
    }
    expect(new Set(AREA_IDS.map((area) => AREAS[area].name)).size).toBe(AREA_IDS.length);
    const graded = new Set<AreaId>(
      FRAMEWORKS.flatMap(({ areas, sometimes = [] }) => [...areas, ...sometimes]),
    );
    expect(AREA_IDS.filter((area) => !graded.has(area))).toEqual([]);
  });
});

type FrameworkRow = (typeof FRAMEWORKS)[number];

/** The tables themselves. */
const TABLES = ['src/domain/areas.ts', 'src/domain/frameworks.ts'];
/** Questions as people ask them, whose words are no list of areas. */
const QUESTIONS = 'src/answer/intents/';

describe('No other file', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name))
    .filter((file) => !TABLES.includes(file));

  it('keeps a list of areas or of kinds of its own', () => {
    const found = files
      .filter((file) => !file.startsWith(QUESTIONS))
      .flatMap((file) => secondLists(readFileSync(file, 'utf8')).map((l) => `${file}: ${l}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['an array', "const FULL = ['SIF', 'ILACS'];"],
    ['a set', "const FULL = new Set<string>(['SIF', 'ILACS']);"],
    ['an object', "const NAMES = { overall: 'Overall', in_care: 'In care' };"],
    ['pairs', "const WORDS = [[/care/, ['in_care']], [/adopt/, ['adoption']]];"],
    ['a union', "type Kind = 'focused visit' | 'monitoring visit';"],
    ['a comparison', "const full = kind === 'SIF' || kind === 'ILACS';"],
    ['a choice', "const area = joint ? 'in_care_and_care_leavers' : 'in_care';"],
    ['a switch', "switch (kind) { case 'SIF': case 'ILACS': }"],
    ['words of a string', "const AREAS = 'overall in_care'.split(' ');"],
  ])('could keep one as %s without being seen', (_form, source) => {
    expect(secondLists(source)).not.toEqual([]);
  });

  it('is suspected for naming one of them, or two apart', () => {
    const apart = "const overall = f('overall'); function g() { return { area: 'lscb' }; }";
    expect(secondLists(apart)).toEqual([]);
  });
});

/** The lists in a source that name two or more areas, or two or more kinds. */
function secondLists(source: string): string[] {
  const lists: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const names = isList(node) ? namesIn(node) : [];
    for (const known of [AREA_IDS, KIND_IDS] as readonly (readonly string[])[]) {
      const listed = [...new Set(names)].filter((name) => known.includes(name));
      if (listed.length > 1) lists.push(listed.join(', '));
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }).body);
  return lists;
}

const LISTS = new Set([
  'ArrayExpression',
  'ObjectExpression',
  'TsUnionType',
  'SwitchStatement',
  'ConditionalExpression',
  'StringLiteral',
]);

const isList = (node: object): boolean =>
  'type' in node &&
  (LISTS.has(String(node.type)) ||
    (node.type === 'BinaryExpression' &&
      'operator' in node &&
      ['||', '&&', '??'].includes(String(node.operator))));

/**
 * The strings and the keys of a list, not those of functions in it. A string of several words is
 * one too.
 */
function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const type = 'type' in node ? String(node.type) : '';
  if (/Function|MethodProperty|BlockStatement/.test(type)) return [];
  const value = 'value' in node && typeof node.value === 'string' ? node.value : null;
  if (type === 'StringLiteral' && value !== null) return [value, ...value.split(/[\s,|]+/)];
  if (type === 'KeyValueProperty' && 'key' in node && 'value' in node)
    return [...keyOf(node.key), ...namesIn(node.value)];
  if (type === 'Identifier') return [];
  return Object.values(node).flatMap(namesIn);
}

const keyOf = (key: unknown): string[] =>
  typeof key === 'object' && key !== null && 'value' in key && typeof key.value === 'string'
    ? [key.value]
    : [];
