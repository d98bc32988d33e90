import type { Passage } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';
import { collapseSpace } from '../language/index.js';
import { quotesLoosely } from './compare-text.js';
import { nearestText } from './nearest-text.js';

/**
 * A stretch of the official text that shares this much of a quotation's words is what it was taken
 * from.
 */
const MISQUOTED = 0.6;

/**
 * Holds what the press puts in Ofsted's mouth against the official text of the same visit, wherever
 * a council's passages have it. Words that stand there get the mark `agrees` and the key of the
 * passage that has them, which leads them; words that stand there otherwise get `differs`. What has
 * no likeness in the text stays as it is: it may be said elsewhere.
 */
export function pressChecked(passages: RecordedPassage[]): RecordedPassage[] {
  const official = new Map<string, RecordedPassage[]>();
  for (const passage of passages) {
    if (passage.source.kind === 'press' || passage.passage.locator.page === null) continue;
    const others = official.get(passage.visit.id);
    if (others) others.push(passage);
    else official.set(passage.visit.id, [passage]);
  }
  return passages.map((quoted) => {
    const among = official.get(quoted.visit.id);
    const isHeld = quoted.passage.speaker.kind === 'ofsted_quoted_by_press' && among;
    return isHeld ? checked(quoted, among) : quoted;
  });
}

function checked(quoted: RecordedPassage, official: RecordedPassage[]): RecordedPassage {
  const { quote } = quoted.passage;
  const same = official.find((p) => quotesLoosely(collapseSpace(p.paragraph), quote));
  if (same) return { ...marked(quoted, same, 'agrees'), ledBy: same.key };
  const nearest = mostAlike(quote, official);
  return nearest ? marked(quoted, nearest, 'differs') : quoted;
}

function marked(
  quoted: RecordedPassage,
  { source, passage }: RecordedPassage,
  verdict: NonNullable<Passage['official']>['verdict'],
): RecordedPassage {
  const page = passage.locator.page;
  if (page === null) return quoted;
  return {
    ...quoted,
    passage: { ...quoted.passage, official: { source: source.id, page, verdict } },
  };
}

function mostAlike(quote: string, official: RecordedPassage[]): RecordedPassage | null {
  const words = bag(quote);
  let best: { passage: RecordedPassage; share: number } | null = null;
  for (const passage of official) {
    const stretch = nearestText(quote, passage.paragraph);
    if (!stretch) continue;
    const found = bag(stretch);
    const share = [...words].filter((word) => found.has(word)).length / words.size;
    if (share >= MISQUOTED && share > (best?.share ?? 0)) best = { passage, share };
  }
  return best?.passage ?? null;
}

const bag = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
