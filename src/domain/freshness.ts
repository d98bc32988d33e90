import { formatDate } from './dates.js';

/**
 * How far a record reaches: the day to which it has every grade that Ofsted gave (by the official
 * statistics), and the day on which Ofsted's site was last looked through; ISO dates.
 */
export type Freshness = { gradesUntil: string | null; lookedForOn: string | null };

/** The same of one council; `checked` is the day on which its own documents were looked through. */
export type Reach = Freshness & { checked: string | null };

/**
 * "Grades to 31 March 2025 (Ofsted’s official statistics); reports looked for on 27 November 2026."
 * The one line in which an answer says how fresh it is.
 */
export function freshnessLine({ gradesUntil, lookedForOn, checked }: Reach): string {
  const grades = gradesUntil
    ? [`grades to ${formatDate(gradesUntil)} (Ofsted’s official statistics)`]
    : [];
  const looked = lookedForOn ? [`reports looked for on ${formatDate(lookedForOn)}`] : [];
  const held = checked
    ? `from the documents held, looked through on ${formatDate(checked)}`
    : 'from the documents held';
  const known = [...grades, ...looked];
  const line = [
    ...(known.length > 0 ? known : [held]),
    ...(lookedForOn ? [] : ['later visits may exist, see reports.ofsted.gov.uk']),
  ].join('; ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}
