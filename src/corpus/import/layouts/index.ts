import { FRAMEWORKS, type Framework } from '../../../domain/frameworks.js';
import type { DocumentText, Layout } from '../reading.js';
import { beforeSif } from './before-sif.js';
import { boardReview } from './board-review.js';
import { ilacs } from './ilacs.js';
import { letter } from './letter.js';
import { sif } from './sif.js';

/** How each layout that the table of frameworks names is read. */
export const LAYOUTS: Record<Framework['layout'], Layout> = {
  sif,
  'board-review': boardReview,
  'before-sif': beforeSif,
  ilacs,
  letter,
};

const ANNOUNCED = FRAMEWORKS.map((framework) => ({
  framework,
  pattern: new RegExp(framework.announced, 'i'),
  not: framework.notAnnounced === undefined ? null : new RegExp(framework.notAnnounced, 'i'),
  layout: LAYOUTS[framework.layout],
}));

/**
 * The framework whose kind a document announces itself as; `null` where it is none that we know. A
 * report announces it in its title. A letter does in its heading or opening, where the kind that is
 * named first counts, because a letter may look back on visits of other kinds.
 */
export function announcedFramework(document: DocumentText): Framework | null {
  const report = ANNOUNCED.find(
    ({ pattern, not, layout }) =>
      !layout.letter && pattern.test(document.title) && !not?.test(document.title),
  );
  return report?.framework ?? frameworkOfLetter(document);
}

function frameworkOfLetter(document: DocumentText): Framework | null {
  const named = ANNOUNCED.flatMap(({ framework, pattern, layout }) => {
    const at = layout.letter?.announces(document).search(pattern) ?? -1;
    return at < 0 ? [] : [{ framework, at }];
  });
  return named.sort((a, b) => a.at - b.at)[0]?.framework ?? null;
}
