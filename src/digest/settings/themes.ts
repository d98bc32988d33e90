import type { AnswerContext } from '../../answer/index.js';
import type { Theme } from '../../domain/theme.js';
import { words } from '../../language/index.js';
import { residue, says, spansOf } from '../../question/index.js';
import { didYouMean } from '../wording/lists.js';
import { hasWordBeginning, mostAlike } from './likeness.js';
import { DigestProblem } from './problem.js';

/** More would be all of them. */
export const MOST_THEMES = 20;
const SUGGESTED = 3;
const EVERYTHING = new Set(['everything', 'anything', 'all', 'all themes', 'every theme']);

/** The themes of a digest, and in sentences what was read as what. */
export type ThemesRead = { themes: Theme[]; notes: string[] };

/**
 * The themes that a list names, in inspectors' or lay words: "care leavers, temps and MASH"; none
 * for "everything", which is all.
 * @throws DigestProblem where a part of it names none, or there are too many.
 */
export function readThemes(text: string, context: AnswerContext): ThemesRead {
  if (EVERYTHING.has(spelling(text))) return { themes: [], notes: [] };
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.replace(/^\s*and\b/i, '').trim())
    .filter((part) => part !== '');
  if (parts.length === 0)
    throw new DigestProblem(
      'The theme is missing: write it like “about care leavers”, or leave “about” out for all themes.',
      'themes',
    );
  const read = parts.flatMap((part) => readPart(part, context));
  checkThemes(new Set(read.map(({ theme }) => theme)).size);
  const named = read.filter(({ typed, theme }) => spelling(theme.name) !== spelling(typed));
  return {
    themes: [...new Set(read.map(({ theme }) => theme))],
    notes: named.map(({ typed, theme }) => `Read “${typed}” as the theme ${theme.name}.`),
  };
}

/** @throws DigestProblem where there are too many. */
export function checkThemes(count: number): void {
  if (count > MOST_THEMES)
    throw new DigestProblem(
      `A digest is about at most ${MOST_THEMES} themes and these are ${count}: choose fewer, or none for all themes.`,
      'themes',
    );
}

/** The themes that a text names, in the order met. */
function themesIn(text: string, { reader, today }: AnswerContext): Theme[] {
  const spans = spansOf(reader.read(text, today()), 'theme');
  return [...new Set(spans.flatMap(({ value }) => value))];
}

/** Whether a text says anything beside the themes that it names: a topic of its own, say. */
const saysMore = (text: string, { reader, today }: AnswerContext): boolean => {
  const question = reader.read(text, today());
  return residue(question).length > 0 || says(question, 'out_of_scope');
};

const spelling = (text: string): string => words(text).join(' ');

/** A part may join several themes by "and", as the names of some themes do themselves. */
function readPart(part: string, context: AnswerContext): { typed: string; theme: Theme }[] {
  const { record } = context;
  const named = record.themes.find(({ name }) => spelling(name) === spelling(part));
  if (named) return [{ typed: part, theme: named }];
  const pieces = part.split(/\s+(?:and|&)\s+/i);
  if (pieces.length > 1 && pieces.every((piece) => themesIn(piece, context).length > 0))
    return pieces.flatMap((piece) => readPart(piece, context));
  const themes = themesIn(part, context);
  const stray = pieces.find((piece) => themesIn(piece, context).length === 0) ?? part;
  if (themes.length === 0 || (pieces.length > 1 && saysMore(part, context)))
    throw new DigestProblem(
      `“${stray.slice(0, 60)}” is no theme that I know: choose one in the form, “/ofsted digest”.${didYouMean(
        suggestThemes(stray, context, SUGGESTED).map(({ name }) => name),
      )}`,
      'themes',
    );
  return themes.map((theme) => ({ typed: part, theme }));
}

/** The themes most like what somebody types, best first; all by name where nothing is typed. */
export function suggestThemes(typed: string, context: AnswerContext, count: number): Theme[] {
  const text = spelling(typed);
  const byName = [...context.record.themes].sort((a, b) => a.name.localeCompare(b.name));
  if (text === '') return byName.slice(0, count);
  const containing = byName.filter(({ name }) => hasWordBeginning(spelling(name), text));
  const found = [...containing, ...themesIn(typed, context)];
  return [
    ...new Set(found.length > 0 ? found : mostAlike(text, byName, ({ name }) => [name], SUGGESTED)),
  ].slice(0, count);
}
