import type { ContainerBlock } from '@slack/types';
import { type FirstPoint, type FirstScreen, leftSaid } from '../../answer/index.js';
import { context, plain, section, TEXT_LIMIT } from './elements.js';
import { linkMrkdwn } from './escape.js';
import { quotationMenu } from './quotation-menu.js';
import type { Mode } from './screen.js';

/** Slack allows ten blocks in a container; it folds away in messages alone. */
const CHILDREN = 10;

/** What is folded away under a first screen. */
export type Fold = FirstScreen['more'];

/** What of the rest can stand in one fold, uncut; long lists of lines are for the pages. */
export function foldable({ points, lines }: Fold): Fold {
  const all = bulleted(lines).length <= TEXT_LIMIT ? lines : [];
  const room = Math.floor((CHILDREN - Math.min(all.length, 1)) / 2);
  const uncut = points.filter((point) => quoted(point).length <= TEXT_LIMIT);
  return { points: uncut.slice(0, room), lines: all };
}

/** The fold without what gives way first: its last quotation, then its lines. */
export const smaller = ({ points, lines }: Fold): Fold =>
  points.length > 0 ? { points: points.slice(0, -1), lines } : { points, lines: [] };

/** Further quotations and lines in a collapsed container, whose title says how many there are. */
export function foldView({ points, lines }: Fold, mode: Mode): ContainerBlock[] {
  if (points.length + lines.length === 0) return [];
  const what = leftSaid({ quotations: points.length, lines: lines.length, rows: 0, choices: 0 });
  return [
    {
      type: 'container',
      block_id: 'fold',
      title: plain(points.length > 0 ? `More evidence: ${what}` : `More on this answer: ${what}`),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [
        ...points.flatMap((point) => foldedPoint(point, mode)),
        ...(lines.length > 0 ? [section(bulleted(lines))] : []),
      ],
    },
  ];
}

const quoted = ({ clarification, quote }: FirstPoint): string =>
  [clarification, `“${quote}”`].filter(Boolean).join(' ');

const bulleted = (lines: string[]): string =>
  lines.length > 1 ? lines.map((line) => `• ${line}`).join('\n') : (lines[0] ?? '');

/**
 * A quotation inside a container. Slack's documentation allows rich text there, but its live check
 * is reported to refuse it; a section of plain text is as literal and is taken by both.
 */
function foldedPoint(point: FirstPoint, mode: Mode): ContainerBlock['child_blocks'] {
  const { reference, lead, explanation, line, link } = point;
  const before = [lead, explanation].filter(Boolean).join(': ');
  const menu = quotationMenu(reference, mode);
  return [
    { ...section(quoted(point)), ...(menu && { accessory: menu }) },
    context(
      ...(before ? [plain(before)] : []),
      link ? { type: 'mrkdwn', text: linkMrkdwn(link.url, line), verbatim: true } : plain(line),
    ),
  ];
}
