import type { Grade } from '../domain/judgement.js';

export const PAPER = '#ffffff';
export const INK = '#1a1a1a';
/** Of cells that have words and no grade. */
export const MUTED = '#ededed';
export const LINE = '#8a8a8a';

/**
 * The fill of each grade's cells and the ink on it. Blue to orange is told apart with any kind of
 * colour blindness, and light from dark without colour; ink is at least 4.5 to 1 (WCAG 2.2,
 * success criterion 1.4.3). The grade's word stands in every cell all the same.
 */
export const GRADE_COLOURS: Readonly<Record<Grade, { fill: string; ink: string }>> = {
  outstanding: { fill: '#0b4f8a', ink: PAPER },
  good: { fill: '#c9e2f7', ink: INK },
  adequate: { fill: '#e8e2cf', ink: INK },
  'requires improvement to be good': { fill: '#fdd28c', ink: INK },
  inadequate: { fill: '#9a3403', ink: PAPER },
};
