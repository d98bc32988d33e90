import type { Urn } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import { Area, areaName } from '../../domain/judgement.js';
import type { InspectionRecord } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { type HeldDocument, heldDocuments, type Version, versionsTold } from './told.js';

/**
 * A document to tell of. `added`: new to the record; `text`: only its dates and grades were held before; `revised`: another version
 * of it came; `reread`: the same file, read differently. `changes` says what a correction changed, a sentence each.
 */
export type News = HeldDocument & {
  kind: 'added' | 'text' | 'revised' | 'reread';
  changes: string[];
  /** Whether its visit is newer than any of which the record held a document. */
  newer: boolean;
};

/** What is new about a council since `told`, the newest visit first; `first` where nothing of it was told before. */
export function newsOf(
  record: InspectionRecord,
  urn: Urn,
  told: Record<string, string>,
): { news: News[]; first: boolean } {
  const before = versionsTold(told, urn);
  const newest = newestVisit([...before.values()]);
  const news = heldDocuments(record, urn).flatMap((held): News[] => {
    const { key, version } = held;
    const newer = version.visit > newest && !version.visit.startsWith(newest);
    const known = before.get(key);
    if (known === undefined) return [{ ...held, kind: 'added', changes: [], newer }];
    const kind = known && kindOfChange(known, version);
    return kind ? [{ ...held, kind, changes: changesOf(known, version), newer: false }] : [];
  });
  return { news: news.sort(byVisit), first: before.size === 0 };
}

const byVisit = (a: News, b: News): number =>
  a.visit && b.visit ? newestFirst(a.visit, b.visit) : Number(!a.visit) - Number(!b.visit);

const newestVisit = (told: (Version | null)[]): string =>
  told.reduce(
    (newest, version) => (version && version.visit > newest ? version.visit : newest),
    '',
  );

/** Null where there is nothing to tell: the same document, or the same file with other passages taken from it. */
function kindOfChange(known: Version, now: Version): News['kind'] | null {
  if (known.holds === 'facts' && now.holds === 'passages') return 'text';
  if (known.sum !== now.sum) return 'revised';
  const facts = ({ visit, published, grades }: Version) =>
    JSON.stringify([visit, published, Object.entries(grades).sort()]);
  return facts(known) === facts(now) ? null : 'reread';
}

function changesOf(known: Version, now: Version): string[] {
  const grades = Area.options
    .filter((area) => known.grades[area] !== now.grades[area])
    .map(
      (area) =>
        `${areaName(area)}: ${now.grades[area] ?? 'no grade'}, before ${known.grades[area] ?? 'no grade'}.`,
    );
  const same = (what: string, from: string | null, to: string | null): string[] =>
    from === to ? [] : [`${what}: ${to ?? 'not given'}, before ${from ?? 'not given'}.`];
  const day = (date: string | null) => (date && date.length === 10 ? formatDate(date) : date);
  return [
    ...grades,
    ...same('End of the visit', day(known.visit), day(now.visit)),
    ...same('Date of the document', day(known.published), day(now.published)),
    ...(now.holds === 'passages' && known.holds === 'passages'
      ? same('Passages', String(known.passages), String(now.passages))
      : []),
  ];
}
