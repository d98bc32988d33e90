import type { ContainerBlock, KnownBlock } from '@slack/types';
import type { Point, Section } from '../../answer/index.js';
import { paragraph, plain, run, section, TEXT_LIMIT } from './elements.js';
import { headlineView } from './headline.js';
import { canFold, foldedPoint, openPoint } from './point.js';
import type { Mode } from './screen.js';

/** Blocks that are shown or left out together, with the points they quote. */
export type Portion = { heading: string; points: Point[]; blocks: KnownBlock[] };

/** What a reader takes in before the rest is better folded away. */
const OPEN_SECTIONS = 4;
const OPEN_POINTS = 8;
const CONTAINER_TITLE_LIMIT = 150;
/** Slack allows ten blocks in a container: a point is two, and one is kept for the lines. */
const POINTS_A_CONTAINER = 4;

/** The sections in reading order: the first ones open, the rest in collapsible containers. */
export function portions(sections: Section[], mode: Mode = 'none'): Portion[] {
  let pointsBefore = 0;
  return sections.flatMap((each, index) => {
    const fold =
      index > 0 && (index >= OPEN_SECTIONS || pointsBefore >= OPEN_POINTS) && isFoldable(each);
    pointsBefore += each.points.length;
    return fold ? folded(each) : open(each, mode);
  });
}

function open({ heading, lines, points }: Section, mode: Mode): Portion[] {
  const head = [
    ...(heading ? headlineView(heading) : []),
    ...(lines.length > 0 ? [paragraph(run(listed(lines).join('\n')))] : []),
  ];
  const [first, ...rest] = points;
  return [
    {
      heading,
      points: first ? [first] : [],
      blocks: [...head, ...(first ? openPoint(first, mode) : [])],
    },
    ...rest.map((point) => ({ heading, points: [point], blocks: openPoint(point, mode) })),
  ];
}

/** Several lines under one heading are told apart by bullets. */
const listed = (lines: string[]): string[] =>
  lines.length > 1 ? lines.map((line) => `• ${line}`) : lines;

function isFoldable({ heading, lines, points }: Section): boolean {
  return (
    heading.length + ' (continued)'.length <= CONTAINER_TITLE_LIMIT &&
    lines.join('\n').length <= TEXT_LIMIT &&
    heading.length > 0 &&
    lines.length + points.length > 0 &&
    points.every(canFold)
  );
}

function folded({ heading, lines, points }: Section): Portion[] {
  const count = Math.max(1, Math.ceil(points.length / POINTS_A_CONTAINER));
  return Array.from({ length: count }, (_, index) => {
    const some = points.slice(index * POINTS_A_CONTAINER, (index + 1) * POINTS_A_CONTAINER);
    const container: ContainerBlock = {
      type: 'container',
      title: plain(index === 0 ? heading : `${heading} (continued)`),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [
        ...(index === 0 && lines.length > 0 ? [section(listed(lines).join('\n'))] : []),
        ...some.flatMap(foldedPoint),
      ],
    };
    return { heading, points: some, blocks: [container] };
  });
}
