/** Pictures of answers: values in, SVG out, and an SVG as a PNG. Knows nothing of Slack. */
export { gradeGridExcerpt, gradeGridSvg } from './grade-grid-svg.js';
export { GRADE_COLOURS, INK, PAPER } from './palette.js';
export { createPngOf, type PngOf } from './png.js';
