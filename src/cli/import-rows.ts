import type { ImportResult } from '../corpus/import/import.js';
import type { LocalAuthority } from '../domain/authority.js';
import { count } from './count.js';

/**
 * A file as `ofsted import --json` prints it: its verdict with the reasons, and what the record holds of it, in the
 * fields of `ofsted inspections --json`. What is not known is `null`.
 */
export function importJson(
  { file, sha256, verdict, reasons, document }: ImportResult,
  names: Map<string, string>,
) {
  const visit = document?.visits[0];
  return {
    file,
    verdict,
    reasons,
    urn: document?.urn ?? null,
    authority: document ? (names.get(document.urn) ?? null) : null,
    kind: visit?.kind ?? null,
    ordinal: visit?.ordinal ?? null,
    visit: visit ? { start: visit.start, end: visit.end, windows: visit.windows } : null,
    published: document?.source.published?.date ?? null,
    dated: document?.source.dated?.date ?? null,
    leadInspector: visit?.leadInspector ?? null,
    judgements: Object.fromEntries(
      (document?.judgements ?? []).map(({ area, grade, printed, page }) => [
        area,
        { grade, printed, page },
      ]),
    ),
    recommendations: document
      ? document.passages.filter((p) => p.kind === 'recommendation').length
      : null,
    passages: document?.passages.length ?? null,
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

/** How many files came to which end, and each file that needs somebody, with the reasons in words. */
export function importSummary(results: ImportResult[]): string {
  const of = (verdict: ImportResult['verdict']) => results.filter((r) => r.verdict === verdict);
  const [imported, review, rejected] = [of('imported'), of('needs_review'), of('rejected')];
  const counts = `${count(results.length, 'file')}: ${imported.length} imported, ${review.length} to review, ${rejected.length} rejected.`;
  const told = [...review, ...rejected].flatMap((result) => [
    `${LABELS[result.verdict]}  ${result.file}`,
    ...result.reasons.map((r) => `    ${r.code}: ${r.detail}`),
  ]);
  const next = review.length > 0 ? ['', 'See what is open with: ofsted review'] : [];
  return [...(told.length > 0 ? [...told, ''] : []), counts, ...next].join('\n');
}
