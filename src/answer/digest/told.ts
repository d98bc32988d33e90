import { z } from 'zod';
import type { Urn } from '../../domain/authority.js';
import type { RecordedDocument } from '../../domain/document.js';
import { Area, JudgementGrade } from '../../domain/judgement.js';
import type { InspectionRecord } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { visitOfDocument } from '../documents.js';

/**
 * What is remembered of a document that was told, enough to say later what a revision changed. `sum` begins the checksum of its
 * file; `visit` is the last day of its visit, or the period where no day is known; `published` the date on it, by either name.
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
 * A council's documents, one a key. Ofsted's own document of a visit goes by the visit, so that the full text takes the place of dates and
 * grades, and a revised report that of the first; any other goes by its source.
 */
export function heldDocuments(record: InspectionRecord, urn: Urn): HeldDocument[] {
  const held = new Map<string, HeldDocument>();
  for (const document of record.documents.filter((d) => d.urn === urn)) {
    const visit = visitOfDocument(document, record);
    const own = document.source.kind === 'press' ? null : visit;
    const key = keyOf(urn, own?.id ?? document.source.id);
    const before = held.get(key);
    if (!before || worth(document) > worth(before.document))
      held.set(key, { key, document, visit, version: versionOf(document, visit) });
  }
  return [...held.values()];
}

const keyOf = (urn: Urn, id: string): string => `${urn}/${id}`;

const worth = ({ source }: RecordedDocument): number =>
  (source.holds === 'passages' ? 1_000 : 0) + source.revision;

function versionOf(
  { source, passages, judgements }: RecordedDocument,
  visit: Visit | null,
): Version {
  return {
    sum: source.sha256.slice(0, 12),
    holds: source.holds,
    revision: source.revision,
    visit: visit ? (visit.end ?? visit.period) : '',
    published: source.published?.date ?? source.dated?.date ?? null,
    passages: passages.length,
    grades: Object.fromEntries(
      judgements.filter((j) => j.visit === visit?.id).map((j) => [j.area, j.grade]),
    ),
  };
}

/** What the record holds now of some councils, as `DigestState.told` keeps it: the version by the key of each document. */
export function toldNow(record: InspectionRecord, urns: Urn[]): Record<string, string> {
  return Object.fromEntries(
    urns
      .flatMap((urn) => heldDocuments(record, urn))
      .map(({ key, version }) => [key, JSON.stringify(version)]),
  );
}

/** The versions told of one council; what cannot be read (written by another release) is known to be told and no more. */
export function versionsTold(told: Record<string, string>, urn: Urn): Map<string, Version | null> {
  const own = Object.entries(told).filter(([key]) => key.startsWith(keyOf(urn, '')));
  return new Map(own.map(([key, text]) => [key, parsed(text)]));
}

function parsed(text: string): Version | null {
  try {
    return Version.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
