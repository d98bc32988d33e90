import { z } from 'zod';
import { SentenceTone } from './tone.js';

/**
 * Whose words the quotation is: kept apart from which source carries them. Ofsted's own document;
 * Ofsted as quoted by the press (which misquotes); the press's own words; the council's; a named
 * office holder's.
 */
export const Speaker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ofsted') }),
  z.strictObject({ kind: z.literal('ofsted_quoted_by_press') }),
  z.strictObject({ kind: z.literal('press') }),
  z.strictObject({ kind: z.literal('council'), role: z.string().nullable() }),
  z.strictObject({ kind: z.literal('office_holder'), name: z.string(), role: z.string() }),
]);
export type Speaker = z.infer<typeof Speaker>;

/**
 * Where in its document a passage stands; `page` is 1-based; an unnumbered paragraph or bullet is
 * counted.
 */
export const Locator = z.strictObject({
  section: z.string().nullable(),
  page: z.number().int().positive().nullable(),
  lastPage: z.number().int().positive().nullable(),
  paragraph: z.number().int().positive().nullable(),
  bullet: z.number().int().positive().nullable(),
});
export type Locator = z.infer<typeof Locator>;

/** Where a page begins in a quotation that runs on to it, as a UTF-16 offset. */
export const PageStart = z.strictObject({
  page: z.number().int().positive(),
  at: z.number().int().nonnegative(),
});
export type PageStart = z.infer<typeof PageStart>;

/**
 * What the passage is: a finding, an item of the inspectors' own "what needs to improve", a
 * statement of somebody other than Ofsted or the press, or context that is no finding about the
 * council.
 */
export const PassageKind = z.enum(['finding', 'recommendation', 'statement', 'context']);
export type PassageKind = z.infer<typeof PassageKind>;

/** Whether it praises or criticises; `unmarked` where that was not read, or is not certain. */
export const Tone = z.enum(['praise', 'criticism', 'mixed', 'neutral', 'unmarked']);
export type Tone = z.infer<typeof Tone>;

/** A sentence of a quotation that has a tone: UTF-16 offsets in it, the end exclusive. */
export const ToneSpan = z.strictObject({
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  tone: SentenceTone,
});
export type ToneSpan = z.infer<typeof ToneSpan>;

/**
 * One point of a document: the exact quotation that proves it, whose words they are, and where they
 * stand. `finding` is the point in our own words, present for press sources only. `official` is set
 * where words that the press puts in Ofsted's mouth were held against the official document:
 * `agrees`, or `differs` from the official text. Passages of one document with the same locator are
 * neighbours: parts of one paragraph, in order. `tones` are the sentences of it that are marked, in
 * order; `tone` follows from them, unless a person set it, who marks no sentences. `pageStarts` are
 * the pages that begin inside the quotation; documents imported before they were kept have none.
 */
export const Passage = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  visit: z.string(),
  kind: PassageKind,
  locator: Locator,
  speaker: Speaker,
  tone: Tone,
  tones: z.array(ToneSpan).default([]),
  themes: z.array(z.string()),
  quote: z.string().min(1),
  pageStarts: z.array(PageStart).optional(),
  finding: z.string().nullable(),
  official: z
    .strictObject({
      source: z.string(),
      page: z.number().int().positive(),
      verdict: z.enum(['agrees', 'differs']),
    })
    .nullable(),
});
export type Passage = z.infer<typeof Passage>;

/**
 * "Ofsted", "Ofsted, as quoted in the press", "The press's words", "The council's words", "Gerald
 * Cooney, council leader".
 */
export function speakerLabel(speaker: Speaker): string {
  switch (speaker.kind) {
    case 'ofsted':
      return 'Ofsted';
    case 'ofsted_quoted_by_press':
      return 'Ofsted, as quoted in the press';
    case 'press':
      return 'the press, in its own words';
    case 'council':
      return speaker.role ? `the council, by ${speaker.role}` : 'the council';
    case 'office_holder':
      return `${speaker.name}, ${speaker.role}`;
  }
}
