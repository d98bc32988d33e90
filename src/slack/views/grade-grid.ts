import type { GradeGrid } from '../../answer/index.js';
import { plain, shorten } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import type { Reply } from './reply.js';

/** Slack's limits for an image block. */
const ALT_LIMIT = 2_000;
const TITLE_LIMIT = 2_000;

/** The picture of a grid, an uploaded file, with all that it shows as its alt text. */
export const gradeGridView = (grid: GradeGrid, fileId: string): Reply => ({
  text: escapeMrkdwn(`${grid.title}: a picture of what the table above says.`),
  blocks: [
    {
      type: 'image',
      slack_file: { id: fileId },
      alt_text: altText(grid),
      title: plain(shorten(grid.title, TITLE_LIMIT)),
    },
  ],
});

/** Each visit as a sentence; where they are too many, the oldest are left to the table. */
function altText({ summary, visits }: GradeGrid): string {
  const said = visits.map((visit) => visit.said).toReversed();
  for (let left = 0; left < said.length; left += 1) {
    const note = left === 0 ? [] : [`The ${left} oldest are in the table alone.`];
    const text = [summary, ...said.slice(0, said.length - left), ...note].join(' ');
    if (text.length <= ALT_LIMIT) return text;
  }
  return shorten(summary, ALT_LIMIT);
}
