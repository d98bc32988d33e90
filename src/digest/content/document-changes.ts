import type { AnswerContext } from '../../answer/index.js';
import type { Urn } from '../../domain/authority.js';
import { Area, inTableOrder } from '../../domain/judgement.js';
import type { InspectionRecord } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import type { ChangedDocument, Difference } from './digest-value.js';
import { detailOf } from './document-detail.js';
import { type HeldDocument, heldDocuments, reportedVersions, type Version } from './reported.js';

/** A document that changed, before it is decided whether it is reported at length. */
export type DocumentChange = Pick<ChangedDocument, 'change' | 'differences' | 'isNewerVisit'> & {
  held: HeldDocument;
};

/**
 * Finds what has changed about a council since `reported`, the newest visit first. `isFirst` where
 * nothing of it was reported before.
 */
export function changesSince(
  reported: Record<string, string>,
  record: InspectionRecord,
  urn: Urn,
): { changes: DocumentChange[]; isFirst: boolean } {
  const before = reportedVersions(reported, urn);
  const newest = newestVisit([...before.values()]);
  const changes = heldDocuments(record, urn).flatMap((held): DocumentChange[] => {
    const { key, version } = held;
    const isNewerVisit = version.visit > newest && !version.visit.startsWith(newest);
    const known = before.get(key);
    if (known === undefined) return [{ held, change: 'added', differences: [], isNewerVisit }];
    const change = known && kindOfChange(known, version);
    if (!change) return [];
    return [{ held, change, differences: differences(known, version), isNewerVisit: false }];
  });
  return { changes: changes.sort(byVisit), isFirst: before.size === 0 };
}

const byVisit = ({ held: a }: DocumentChange, { held: b }: DocumentChange): number =>
  a.visit && b.visit ? newestFirst(a.visit, b.visit) : Number(!a.visit) - Number(!b.visit);

const newestVisit = (versions: (Version | null)[]): string =>
  versions.reduce(
    (newest, version) => (version && version.visit > newest ? version.visit : newest),
    '',
  );

/**
 * Null where there is nothing to report: the same document, or the same file with other passages
 * taken from it.
 */
function kindOfChange(known: Version, now: Version): ChangedDocument['change'] | null {
  if (known.holds === 'facts' && now.holds === 'passages') return 'text_added';
  if (known.sum !== now.sum) return 'revised';
  const facts = ({ visit, published, grades }: Version) =>
    JSON.stringify([visit, published, Object.entries(grades).sort()]);
  return facts(known) === facts(now) ? null : 'reread';
}

function differences(before: Version, now: Version): Difference[] {
  const all: Difference[] = [
    ...Area.options.map((area) => ({
      kind: 'grade' as const,
      area,
      now: now.grades[area] ?? null,
      before: before.grades[area] ?? null,
    })),
    { kind: 'visit_end', now: now.visit || null, before: before.visit || null },
    { kind: 'document_date', now: now.published, before: before.published },
    ...(now.holds === 'passages' && before.holds === 'passages'
      ? [{ kind: 'passages' as const, now: now.passages, before: before.passages }]
      : []),
  ];
  return all.filter((one) => one.now !== one.before);
}

/** A changed document as a digest carries it; `inFull` where it is reported at length. */
export function changedDocument(
  { held, change, differences, isNewerVisit }: DocumentChange,
  { inFull, themes }: { inFull: boolean; themes: string[] },
  context: AnswerContext,
): ChangedDocument {
  const { document, visit } = held;
  return {
    change,
    source: document.source,
    visit,
    differences,
    isNewerVisit,
    judgements: document.judgements.filter((j) => j.visit === visit?.id).sort(inTableOrder),
    detail: inFull ? detailOf(held, themes, context) : null,
  };
}
