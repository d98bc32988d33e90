import {
  createAnswerContext,
  createDigest,
  type Digest,
  type DigestRequest,
  toldNow,
} from '../../src/answer/index.js';
import type { RecordedDocument } from '../../src/domain/document.js';
import type { Area, Grade } from '../../src/domain/judgement.js';
import { assembleRecord } from '../../src/domain/record.js';
import type { Source } from '../../src/domain/source.js';
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
} from '../support/record.js';

/** Digests made from a few documents, for the tests of what a digest says. */

export const TODAY = '2026-11-22';

export const recordOf = (documents: RecordedDocument[]) =>
  assembleRecord(AUTHORITIES.authorities, THEMES.themes, documents);

/** What a channel gets that was told of the documents `before`, once those `now` are the record. */
export function digestOf(
  before: RecordedDocument[],
  now: RecordedDocument[],
  changes: Partial<DigestRequest> = {},
) {
  const authorities = changes.authorities ?? [OLDHAM];
  const state = { told: toldNow(recordOf(before), authorities), themesUsed: {} };
  return createDigest(
    { authorities, themes: [], onlyNew: false, state, today: TODAY, ...changes },
    createAnswerContext(recordOf(now)),
  );
}

/** Everything a digest says, a line each. */
export function said(digest: Digest | null): string {
  if (!digest) return '';
  return [
    digest.headline,
    ...digest.councils.flatMap(({ headline, sections, closing }) => [
      headline,
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
export const pointsIn = (digest: Digest | null) =>
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
