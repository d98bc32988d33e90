import type { RecordedPassage } from '../../domain/record.js';
import { sentences } from '../../domain/text.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { stem, words } from '../../domain/words.js';
import { type FIELDS, themeKey } from '../scoring.js';

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = [
  'quote',
  'finding',
  'heading',
  'speaker',
  'theme',
] as const satisfies Field[];

/** How many times over a theme of a passage's first sentence counts besides. */
const LEAD = 1;

/** The keys of each field of a passage, repeated as often as they occur; every word read is counted in `vocabulary`. */
export function fieldsOf(
  { passage }: RecordedPassage,
  matcher: ThemeMatcher,
  vocabulary: Map<string, number>,
): Record<Field, string[]> {
  const { quote, finding, locator, speaker, themes } = passage;
  const read = (text: string) =>
    words(text).map((word) => {
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
      return stem(word);
    });
  const who =
    speaker.kind === 'office_holder'
      ? `${speaker.name} ${speaker.role} councillor`
      : speaker.kind === 'council'
        ? `council ${speaker.role ?? ''} spokesperson`
        : '';
  const said = read(quote);
  const times = matcher.count(`${quote} ${locator.section ?? ''}`);
  // Inspectors begin a paragraph with what it is about.
  const [lead = ''] = sentences(quote);
  for (const [id, count] of matcher.count(lead)) times.set(id, (times.get(id) ?? 0) + LEAD * count);
  // The finding beside a press quotation says the same again.
  for (const id of [...themes, ...matcher.count(finding ?? '').keys()])
    if (!times.has(id)) times.set(id, 1);
  return {
    quote: said,
    finding: read(finding ?? '').filter((key) => !said.includes(key)),
    heading: read(locator.section ?? ''),
    speaker: read(who),
    theme: [...times].flatMap(([id, count]) => Array.from({ length: count }, () => themeKey(id))),
  };
}
