import type { Line } from '../pdf/lines.js';

/**
 * A label of a front page or of the inspection team's list, with what is printed beside or under
 * it.
 */
const LABELS = {
  visit:
    /^(?:on-?site )?(?:inspection|visit|review|fieldwork)?\s*(?:dates?|date\(s\)|period)(?: of (?:the )?(?:inspection|visit|review))?\s*:|^(?:(?:on-?site )?(?:inspection|visit|review) (?:dates?|date\(s\))|dates? of (?:the )?(?:inspection|visit|review))\s*[:–-]?(?=\s*(?:\d|$|mon|tue|wed|thu|fri))/i,
  published:
    /^(?:report |date )?published\s*:?(?=\s*\d|\s*$|\s*:)|^publication date\s*:?|^date of publication\s*:?/i,
  lead: /^(?:lead|reporting) (?:inspectors?|hmi|(?:her|his) majesty[’']s inspectors?)\b(?:\s*\(s\))?(?:,? \(?(?:on|off)[- ]?site\)?| \(?remote\)?| \([^()]{1,40}\)| (?:for|of) [^:]{1,60}(?=:))?\s*:?/i,
};
const ANY_LABEL =
  /^(?:inspection dates?|dates? of|visit dates?|review dates?|report published|published|publication date|(?:deputy )?(?:lead|reporting) inspector|(?:team|shadow|additional) inspectors?|inspectors?:|age group|judgement|the judgements? |the overall judgement|children[’']s services )/i;

/** Whether a line begins with a label of the front page. */
export const isFrontLabel = (line: string): boolean =>
  Object.values(LABELS).some((label) => label.test(line));

/**
 * What stands beside the first such label, joined over the lines that continue it; `null` where
 * there is no label.
 */
export function labelled(lines: Line[], label: keyof typeof LABELS): string | null {
  return allLabelled(lines, label)[0] ?? null;
}

/** What stands beside each such label, in order; labels with nothing beside them are left out. */
export const allLabelled = (lines: Line[], label: keyof typeof LABELS): string[] =>
  lines.flatMap((line, at) =>
    LABELS[label].test(line.text) ? (valueAt(lines, at, label) ?? []) : [],
  );

function valueAt(lines: Line[], at: number, label: keyof typeof LABELS): string | null {
  const first = lines[at];
  if (!first) return null;
  let value = first.text.replace(LABELS[label], '').trim();
  for (let i = at + 1; i < lines.length; i++) {
    const line = lines[i];
    const before = lines[i - 1];
    if (!line || !before || !continuesLabel(label, value, line, before)) break;
    value = `${value} ${line.text}`.trim();
  }
  return value === '' ? null : value;
}

function continuesLabel(
  label: keyof typeof LABELS,
  value: string,
  line: Line,
  before: Line,
): boolean {
  if (ANY_LABEL.test(line.text) || line.page !== before.page) return false;
  if (before.y - line.y > 2.2 * line.size) return false;
  if (value === '') return true;
  if (label === 'lead')
    return (
      /^(?:her|his) majesty|^(?:senior )?hmi\b|^ofsted|^and\s/i.test(line.text) ||
      /^\S+$|(?:\b(?:and|her|his|senior|majesty[’']?s)|[,;&])$/i.test(value)
    );
  return (
    /(?:\bto|\band|[-–—─,])$/i.test(value) ||
    /^(?:to|and|[-–—─])\s/i.test(line.text) ||
    (!/\d{4}$/.test(value) && /^(?:\d{1,2}\b|[a-z]{3,9} \d{4}$)/i.test(line.text))
  );
}
