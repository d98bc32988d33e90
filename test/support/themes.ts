import { readFileSync } from 'node:fs';
import { type Theme, ThemeList } from '../../src/domain/theme.js';

/** The themes that ship, as the bot reads them. */
export const shippedThemes = (): Theme[] =>
  ThemeList.parse(
    JSON.parse(readFileSync(new URL('../../data/themes.json', import.meta.url), 'utf8')),
  ).themes;
