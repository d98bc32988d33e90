import type { RecordedPassage } from '../../domain/record.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { sentences, stem, words } from '../../language/index.js';

/** The fields of a passage, in the order in which the index counts them. */
export const FIELD_NAMES = ['quote', 'finding', 'heading', 'speaker', 'theme'] as const;
export type Field = (typeof FIELD_NAMES)[number];

/** The term of a theme in the index; no stem has the sign. */
export const themeTerm = (id: string): string => `#${id}`;

export const isThemeTerm = (term: string): boolean => term.startsWith('#');

/** How many times over a theme of a passage's first sentence counts besides. */
const LEAD = 1;

/**
 * The terms of each field of a passage, repeated as often as they occur: stems, and themes as
 * theme terms. Every word read is counted in `vocabulary`.
 */
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
  const inQuote = read(quote);
  // A heading tells what a passage is about where its own words do not: whole chapters share one.
  const named = matcher.count(quote);
  const times = named.size > 0 ? named : matcher.count(locator.section ?? '');
  // Inspectors begin a paragraph with what it is about.
  const [lead = ''] = sentences(quote);
  for (const [id, count] of matcher.count(lead)) times.set(id, (times.get(id) ?? 0) + LEAD * count);
  // The finding beside a press quotation says the same again.
  for (const id of [...themes, ...matcher.count(finding ?? '').keys()])
    if (!times.has(id)) times.set(id, 1);
  return {
    quote: inQuote,
    finding: read(finding ?? '').filter((term) => !inQuote.includes(term)),
    heading: read(locator.section ?? ''),
    speaker: read(who),
    theme: [...times].flatMap(([id, count]) => Array.from({ length: count }, () => themeTerm(id))),
  };
}
