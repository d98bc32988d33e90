import type { ImportResult } from '../corpus/import/import.js';
import { recommendationsOf } from '../corpus/import/reading.js';
import type { LocalAuthority } from '../domain/authority.js';
import { count } from './count.js';

/**
 * A file as `ofsted import --json` prints it: its verdict with the reasons, and what was read, in
 * the fields of `ofsted inspections --json`. What is not known is `null`; `revision` is that of the
 * document in the record and `change` what the import did to it, `null` where it has none there.
 */
export function importJson(result: ImportResult, names: Map<string, string>) {
  const { file, sha256, verdict, reasons, reading, document, change } = result;
  const urn = reading?.urn ?? null;
  const windows = reading?.windows ?? [];
  return {
    file,
    verdict,
    reasons,
    urn,
    authority: urn && (names.get(urn) ?? null),
    kind: reading?.kind ?? null,
    ordinal: reading?.ordinal ?? null,
    visit: { start: windows[0]?.start ?? null, end: windows.at(-1)?.end ?? null, windows },
    published: document?.source.published?.date ?? reading?.published ?? null,
    dated: reading?.dated ?? null,
    leadInspector: reading?.leadInspector ?? null,
    judgements: Object.fromEntries(
      (reading?.judgements ?? []).map(({ area, grade, printed, page }) => [
        area,
        { grade, printed, page },
      ]),
    ),
    recommendations: reading ? recommendationsOf(reading).length : null,
    passages: reading?.passages.length ?? null,
    sha256,
    revision: document?.source.revision ?? null,
    change,
  };
}

export const namesOf = (authorities: LocalAuthority[]): Map<string, string> =>
  new Map(authorities.map((a) => [a.urn, a.name]));

/** "imported: tameside/2024-02-13.pdf", with the reason of whatever was not. */
export function importLine({ file, verdict, reasons }: ImportResult): string {
  const why = reasons.map((r) => `${r.code}${r.field ? ` (${r.field})` : ''}`).join(', ');
  return `${LABELS[verdict]}: ${file}${why ? `: ${why}` : ''}`;
}

const LABELS = { imported: 'imported', needs_review: 'to review', rejected: 'rejected' };

/** What importing again did to the documents that the record held; nothing where it held none. */
function changesLine(results: ImportResult[]): string[] {
  const of = (change: ImportResult['change']) => results.filter((r) => r.change === change).length;
  const parts = [
    [of('added'), 'new'],
    [of('updated'), 'brought up to date (read anew by this version)'],
    [of('removed'), 'taken out (this version does not take them)'],
    [of('unchanged'), 'unchanged'],
  ] as const;
  const met = parts.filter(([number]) => number > 0);
  const [first] = met;
  if (!first || (met.length === 1 && first[1] === 'new')) return [];
  if (met.length === 1 && first[1] === 'unchanged')
    return ['Nothing changed: the record was current.'];
  return [`Documents of the record: ${met.map((part) => part.join(' ')).join(', ')}.`];
}

/**
 * How many files came to which end, and each file that needs somebody, with the reasons in words.
 */
export function importSummary(results: ImportResult[]): string {
  const of = (verdict: ImportResult['verdict']) => results.filter((r) => r.verdict === verdict);
  const [imported, review, rejected] = [of('imported'), of('needs_review'), of('rejected')];
  const counts = `${count(results.length, 'file')}: ${imported.length} imported, ${review.length} to review, ${rejected.length} rejected.`;
  const lines = [...review, ...rejected].flatMap((result) => [
    `${LABELS[result.verdict]}  ${result.file}`,
    ...result.reasons.map((r) => `    ${r.code}: ${r.detail}`),
  ]);
  const changed = changesLine(results);
  const next = review.length > 0 ? ['', 'See what is open with: ofsted review'] : [];
  return [...(lines.length > 0 ? [...lines, ''] : []), counts, ...changed, ...next].join('\n');
}
