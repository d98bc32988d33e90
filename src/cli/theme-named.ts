import type { AnswerContext } from '../answer/index.js';
import { InspectionError } from '../domain/errors.js';
import type { Theme } from '../domain/theme.js';
import { spansOf } from '../question/index.js';

/**
 * The themes that somebody names, in inspectors' or lay words, or by id.
 * @throws InspectionError where the words name no theme.
 */
export function themesNamed(text: string, { record, reader, today }: AnswerContext): Theme[] {
  const byId = record.themes.filter((theme) => theme.id === text);
  const named =
    byId.length > 0
      ? byId
      : spansOf(reader.read(text, today()), 'theme').flatMap(({ value }) => value);
  if (named.length > 0) return named;
  throw new InspectionError(
    `“${text}” is no theme of these reports; name one such as ${record.themes
      .slice(0, 3)
      .map(({ name }) => `“${name.toLowerCase()}”`)
      .join(', ')}.`,
  );
}
