import { type GroupOfChildren, groupsIn } from '../domain/groups-of-children.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans, words } from '../language/index.js';

/** The groups that a sentence is about by the place where it stands. */
export type WhomTreated = (group: GroupOfChildren) => boolean;

/** Of whom a text speaks; `signs` are told by words that are written of them alone. */
type Said = { standings: Set<string>; signs: Set<string>; among: Set<string> };

function saidIn(text: string): Said {
  const said: Said = { standings: new Set(), signs: new Set(), among: new Set() };
  for (const { group, kind, isName } of groupsIn(words(text)))
    (kind === 'among' ? said.among : isName ? said.standings : said.signs).add(group);
  return said;
}

/** The standings that a text tells: those it names, and where it names none, those of its signs. */
const standingsOf = ({ standings, signs }: Said): Set<string> =>
  standings.size > 0 ? standings : signs;

const headings = new Map<string, Said>();
const MOST_HEADINGS = 1_000;

function saidInHeading(section: string): Said {
  const known = headings.get(section) ?? saidIn(section);
  if (headings.size < MOST_HEADINGS) headings.set(section, known);
  return known;
}

/**
 * Tells whom the words of a passage from `from` up to, not including, `to` are about. Of a
 * standing it is the one that the sentence names; else the one named last before it in the
 * paragraph; else the only one that the rest of the paragraph names; else that of the heading.
 * Children `among` the others are treated where the sentence before names them, or the first
 * one of the paragraph, and this one names no others.
 */
export function whomTreated(
  { passage, paragraph }: RecordedPassage,
  from: number,
  to: number,
): WhomTreated {
  const at = Math.max(0, paragraph.indexOf(passage.quote));
  const text = paragraph.includes(passage.quote) ? paragraph : passage.quote;
  const own = saidIn(passage.quote.slice(from, to));
  const spans = sentenceSpans(text);
  const textOf = (span: { from: number; to: number }) => text.slice(span.from, span.to);
  const before = spans.filter((span) => span.to <= at + from).map((span) => saidIn(textOf(span)));
  const after = saidIn(text.slice(at + to));
  const standing = standingTreated(own, before, after, passage.locator.section ?? '', text);
  const [first] = before;
  const last = before.at(-1);
  return ({ group, kind }) => {
    if (kind === 'standing') return standing.has(group);
    if (own.among.size > 0) return own.among.has(group);
    return (first?.among.has(group) || last?.among.has(group)) ?? false;
  };
}

function standingTreated(
  own: Said,
  before: Said[],
  after: Said,
  section: string,
  paragraph: string,
): Set<string> {
  const told = [own, ...before.toReversed()].map(standingsOf).find((each) => each.size > 0);
  if (told) return told;
  const later = standingsOf(after);
  if (later.size === 1) return later;
  const { standings } = saidInHeading(section);
  if (standings.size < 2) return standings;
  // Under a heading of two, those who have left care are called no children.
  const isOfChildren = /\bchild(?:ren)?\b/i.test(paragraph);
  return new Set([...standings].filter((each) => (each === 'care leavers') !== isOfChildren));
}
