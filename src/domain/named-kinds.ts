import { FRAMEWORKS, isGraded, KIND_IDS, type KindId, type UngradedKind } from './frameworks.js';

const UNGRADED = KIND_IDS.filter((kind): kind is UngradedKind => !isGraded(kind));

/**
 * A kind of visit as people name it: by its own name where it gives no grade, else "inspection".
 */
export type NamedKind = UngradedKind | 'inspection' | 're-inspection';
export const NAMED_KINDS: readonly NamedKind[] = [...UNGRADED, 'inspection', 're-inspection'];

/** Whether visits of that name give no grade. */
export const isUngraded = (name: NamedKind): boolean => UNGRADED.some((kind) => kind === name);

/**
 * Whether people may mean a visit of this kind by that name; a re-inspection is an inspection too.
 */
export function isNamedSo(kind: KindId, name: NamedKind): boolean {
  const own = UNGRADED.find((ungraded) => ungraded === kind);
  if (name !== 're-inspection') return (own ?? 'inspection') === name;
  return FRAMEWORKS.some((row) => row.kind === kind && row.repeats !== undefined);
}

/** How sentences of reports name such a visit, as the source of a regular expression. */
export function mentionOf(name: NamedKind): string {
  if (name === 'inspection') return '\\binspections?\\b|\\binspected\\b';
  if (name === 're-inspection') return '\\bre-?inspect(?:ion|ed)\\b';
  const row = FRAMEWORKS.find(({ kind }) => kind === name);
  return row?.mentioned ?? `\\b${name}s?\\b`;
}

/** The frameworks of full inspections, by the names that people know. */
export const FRAMEWORK_NAMES: readonly string[] = [
  ...new Set(
    FRAMEWORKS.filter(({ reach, repeats }) => reach === 'full' && !repeats).map(({ kind }) => kind),
  ),
];
