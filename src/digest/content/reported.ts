import { z } from 'zod';
import { visitOfDocument } from '../../answer/index.js';
import type { Urn } from '../../domain/authority.js';
import type { RecordedDocument } from '../../domain/document.js';
import { Area, JudgementGrade } from '../../domain/judgement.js';
import type { InspectionRecord } from '../../domain/record.js';
import { lastDayOf, type Visit } from '../../domain/visit.js';

/**
 * What a subscription remembers of a document that it has reported: enough to say later what a
 * revision changed. `sum` begins the checksum of its file; `visit` is the last day of its visit, or
 * the period where no day is known; `published` is the date on it, of publication or of the letter.
 */
export const Version = z.strictObject({
  sum: z.string(),
  holds: z.enum(['passages', 'facts']),
  revision: z.number(),
  visit: z.string(),
  published: z.string().nullable(),
  passages: z.number(),
  grades: z.partialRecord(Area, JudgementGrade),
});
export type Version = z.infer<typeof Version>;

/** A document of the record under the key that it and its revisions share. */
export type HeldDocument = {
  key: string;
  document: RecordedDocument;
  visit: Visit | null;
  version: Version;
};

/**
 * Gives a council's documents, one a key. Ofsted's own document of a visit goes by the visit, so
 * that the full text takes the place of dates and grades, and a revised report that of the first.
 * Any other document goes by its source.
 */
export function heldDocuments(record: InspectionRecord, urn: Urn): HeldDocument[] {
  const held = new Map<string, HeldDocument>();
  for (const document of record.documents.filter((d) => d.urn === urn)) {
    const visit = visitOfDocument(document, record);
    const own = document.source.kind === 'press' ? null : visit;
    const key = keyOf(urn, own?.id ?? document.source.id);
    const before = held.get(key);
    if (!before || precedence(document) > precedence(before.document))
      held.set(key, { key, document, visit, version: versionOf(document, visit) });
  }
  return [...held.values()];
}

const keyOf = (urn: Urn, id: string): string => `${urn}/${id}`;

/** The full text comes before dates and grades, then the later revision. */
const precedence = ({ source }: RecordedDocument): number =>
  (source.holds === 'passages' ? 1_000 : 0) + source.revision;

function versionOf(
  { source, passages, judgements }: RecordedDocument,
  visit: Visit | null,
): Version {
  return {
    sum: source.sha256.slice(0, 12),
    holds: source.holds,
    revision: source.revision,
    visit: visit ? lastDayOf(visit) : '',
    published: source.published?.date ?? source.dated?.date ?? null,
    passages: passages.length,
    grades: Object.fromEntries(
      judgements.filter((j) => j.visit === visit?.id).map((j) => [j.area, j.grade]),
    ),
  };
}

/**
 * Gives what the record holds now of some councils, as `DigestState.reported` keeps it: the version
 * by the key of each document.
 */
export function reportedNow(record: InspectionRecord, urns: Urn[]): Record<string, string> {
  return Object.fromEntries(
    urns
      .flatMap((urn) => heldDocuments(record, urn))
      .map(({ key, version }) => [key, JSON.stringify(version)]),
  );
}

/**
 * Gives the versions reported of one council. One that cannot be read (another release wrote it) is
 * null: it is known to be reported and no more.
 */
export function reportedVersions(
  reported: Record<string, string>,
  urn: Urn,
): Map<string, Version | null> {
  const own = Object.entries(reported).filter(([key]) => key.startsWith(keyOf(urn, '')));
  return new Map(own.map(([key, text]) => [key, parsed(text)]));
}

function parsed(text: string): Version | null {
  try {
    return Version.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
