import type { ImportResult } from '../corpus/import/import.js';
import { recommendationsOf } from '../corpus/import/reading.js';
import type { LocalAuthority } from '../domain/authority.js';
import { count } from './count.js';

/**
 * A file as `ofsted import --json` prints it: its verdict with the reasons, and what was read, in
 * the fields of `ofsted inspections --json`. What is not known is `null`; `revision` is that of the
 * document in the record, `null` where it has no place there.
 */
export function importJson(result: ImportResult, names: Map<string, string>) {
  const { file, sha256, verdict, reasons, reading, document } = result;
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
  const next = review.length > 0 ? ['', 'See what is open with: ofsted review'] : [];
  return [...(lines.length > 0 ? [...lines, ''] : []), counts, ...next].join('\n');
}
