import type { Line } from './lines.js';

/** A label of a front page or of the inspection team's list, with what is printed beside or under it. */
const LABELS = {
  visit:
    /^(?:inspection|visit|review)?\s*dates?(?: of (?:the )?(?:inspection|visit|review))?\s*:|^(?:inspection|visit|review) dates?\b\s*:?(?=\s*(?:\d|$|mon|tue|wed|thu|fri))/i,
  published:
    /^(?:report |date )?published\s*:?(?=\s*\d|\s*$|\s*:)|^publication date\s*:?|^date of publication\s*:?/i,
  lead: /^(?:lead|reporting) (?:inspector|hmi|her majesty[’']s inspector|his majesty[’']s inspector)\s*:?/i,
};
const ANY_LABEL =
  /^(?:inspection dates?|dates? of|visit dates?|review dates?|report published|published|publication date|(?:deputy )?(?:lead|reporting) inspector|(?:team|shadow|additional) inspectors?|inspectors?:|age group|judgement|the judgements? |the overall judgement|children[’']s services )/i;

/** What stands beside the first such label, joined over the lines that continue it; `null` where there is no label. */
export function labelled(lines: Line[], label: keyof typeof LABELS): string | null {
  const at = lines.findIndex((line) => LABELS[label].test(line.text));
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
  if (label === 'lead') return /^(?:her|his) majesty|^(?:senior )?hmi\b|^ofsted/i.test(line.text);
  return (
    /(?:\bto|\band|[-–—,])$/i.test(value) ||
    /^(?:to|and|[-–—])\s/i.test(line.text) ||
    (!/\d{4}$/.test(value) && /^(?:\d{1,2}\b|[a-z]{3,9} \d{4}$)/i.test(line.text))
  );
}

const TITLES =
  /,?\s*\(?\b(?:(?:senior )?(?:his|her) majesty[’']?s[’']? inspectors?|s?hmi|ofsted inspector|social care regulatory inspector|(?:social care )?(?:senior )?inspector)\b\)?.*$/i;

/** The name a label prints, without the inspector's title; `null` where what is left is no name. */
export function personName(printed: string | null): string | null {
  const name = (printed ?? '')
    .replace(TITLES, '')
    .replace(/[,;.\s]+$/, '')
    .trim();
  const words = name.split(/\s+/);
  const isName = words.every((word) =>
    /^(?:\p{Lu}[\p{L}’'.-]*|de|van|von|der|la|le|and)$/u.test(word),
  );
  return isName && words.length >= 2 && words.length <= 6 ? name : null;
}
