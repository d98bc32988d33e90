import { createAnswerContext } from '../../../src/answer/index.js';
import {
  createDigest,
  type DigestRequest,
  type DigestText,
  digestText,
  reportedNow,
} from '../../../src/digest/index.js';
import type { RecordedDocument } from '../../../src/domain/document.js';
import type { Area, Grade } from '../../../src/domain/judgement.js';
import { assembleRecord } from '../../../src/domain/record.js';
import type { Source } from '../../../src/domain/source.js';
import {
  AUTHORITIES,
  inspection,
  judgement,
  OLDHAM,
  passage,
  report,
  sha256,
  source,
  THEMES,
} from '../../support/record.js';

/** Digests made from a few documents, for the tests of what a digest says. */

export const TODAY = '2026-11-22';

export const recordOf = (documents: RecordedDocument[]) =>
  assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents);

/**
 * What a channel gets to which the documents `before` were reported, once those `now` are the
 * record: the digest as facts and as text.
 */
export function digestOf(
  before: RecordedDocument[],
  now: RecordedDocument[],
  changes: Partial<DigestRequest> = {},
) {
  const authorities = changes.authorities ?? [OLDHAM];
  const state = { reported: reportedNow(recordOf(before), authorities), themesUsed: {} };
  const made = createDigest(
    { authorities, themes: [], onlyNew: false, state, today: TODAY, ...changes },
    createAnswerContext(recordOf(now)),
  );
  return { ...made, text: made.digest && digestText(made.digest) };
}

/** Everything a digest says, a line each. */
export function linesOf(digest: DigestText | null): string {
  if (!digest) return '';
  return [
    digest.headline,
    ...digest.councils.flatMap(({ heading, sections, closing }) => [
      heading ?? '',
      ...sections.flatMap(({ heading, lines, points }) => [
        heading,
        ...lines,
        ...points.map(({ lead, citation }) => `${lead}: ${citation.quote}`),
      ]),
      ...closing,
    ]),
    ...(digest.others?.lines ?? []),
    ...digest.closing,
  ].join('\n');
}

/** The quoted points, in order. */
export const pointsIn = (digest: DigestText | null) =>
  (digest?.councils ?? []).flatMap(({ sections }) => sections.flatMap(({ points }) => points));

/** The full report of an inspection that began on a day and took eleven more. */
export function fullReport(
  start: string,
  grades: [Area, Grade][],
  changes: Partial<Source> = {},
): RecordedDocument {
  const end = new Date(Date.parse(start) + 11 * 86_400_000).toISOString().slice(0, 10);
  const own = inspection({
    id: `${OLDHAM}-ilacs-${start}`,
    windows: [{ start, end }],
    start,
    end,
    period: start.slice(0, 7),
  });
  return report({
    source: source({
      id: own.id,
      kind: 'report',
      dated: null,
      published: { date: `${start.slice(0, 4)}-12-30`, basis: 'printed', note: null },
      sha256: sha256(own.id),
      ...changes,
    }),
    visits: [own],
    judgements: grades.map(([area, grade]) => judgement({ visit: own.id, area, grade })),
    passages: [
      passage({
        id: '1.1',
        visit: own.id,
        kind: 'recommendation',
        tone: 'unmarked',
        themes: ['caseloads'],
        quote: `The caseloads of social workers, said in ${start}.`,
      }),
      passage({
        id: '1.2',
        visit: own.id,
        tone: 'unmarked',
        quote: `Leaders know their services well, said in ${start}.`,
      }),
    ],
  });
}
