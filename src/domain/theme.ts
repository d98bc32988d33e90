import { z } from 'zod';

/**
 * A subject the reports treat. `terms` are the inspectors' words for it, `layWords` what other
 * people type, `hints` everyday words that only point to it, `not` the phrases that look like it
 * and are something else ("no" for an empty list). All lower case; a term matches on stems, so one
 * form of a word is enough. In a passage, a word with "=" before it is met in that form alone; a
 * question may say it in any. `broad` marks a theme that names whom a point concerns or who acts,
 * and that is seldom what the point is about where it names another theme too.
 */
export const Theme = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  terms: z.array(z.string().min(1)).min(1),
  layWords: z.array(z.string().min(1)),
  hints: z.array(z.string().min(1)).default([]),
  not: z.array(z.string().min(1)),
  broad: z.boolean().optional(),
});
export type Theme = z.infer<typeof Theme>;

/** `data/themes.json`: the vocabulary that tags passages and reads questions. */
export const ThemeList = z.strictObject({ themes: z.array(Theme) });
export type ThemeList = z.infer<typeof ThemeList>;

/** A theme's name inside a sentence: "care leavers", "front door and MASH". */
export const themeInSentence = ({ name }: Theme): string =>
  name.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
