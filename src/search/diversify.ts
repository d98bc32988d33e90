import type { RecordedPassage } from '../domain/record.js';
import { words } from '../language/index.js';
import { speakerRank } from './clarity.js';

/** Of two passages, this share of the shorter one's runs of words makes them near-duplicates. */
const NEAR_DUPLICATE = 0.8;
/** Passages are compared by runs of so many words. */
const RUN = 3;

/**
 * The passages without near-duplicates of one visit: the same words carried twice are shown once,
 * the passage of the weightier speaker first. Takes and keeps rank order; gives the first `most`.
 */
export function withoutRepeats(
  ranked: RecordedPassage[],
  most = Number.POSITIVE_INFINITY,
): RecordedPassage[] {
  const kept: { recorded: RecordedPassage; runs: Set<string> }[] = [];
  for (const recorded of ranked) {
    // After the last one shown only what may take the place of another is of interest.
    if (kept.length >= most && !kept.some((other) => precedes(recorded, other.recorded))) continue;
    const runs = runsOf(recorded.passage.quote);
    const twin = kept.find(
      (other) =>
        other.recorded.visit.id === recorded.visit.id &&
        isStatement(other.recorded) === isStatement(recorded) &&
        areAlike(other.runs, runs),
    );
    if (!twin) {
      if (kept.length < most) kept.push({ recorded, runs });
    } else if (precedes(recorded, twin.recorded)) {
      twin.recorded = recorded;
      twin.runs = runs;
    }
  }
  return kept.map(({ recorded }) => recorded);
}

/** What somebody stated is no repeat of a finding in the same words. */
const isStatement = ({ passage }: RecordedPassage): boolean => passage.kind === 'statement';

/**
 * The weightier speaker precedes its twin; of equals, the sentence that a few words are torn from,
 * and the passage that also names the press that
 * quotes it.
 */
const precedes = (recorded: RecordedPassage, twin: RecordedPassage): boolean =>
  (speakerRank(recorded) === speakerRank(twin) &&
    recorded.passage.quote !== twin.passage.quote &&
    recorded.passage.quote.includes(twin.passage.quote)) ||
  speakerRank(recorded) < speakerRank(twin) ||
  (speakerRank(recorded) === speakerRank(twin) && Boolean(recorded.quotedBy) && !twin.quotedBy);

/**
 * Up to `most` passages from as many sources and tones as there are, in rank order: each next one
 * is the best-ranked that brings a source or a tone not shown yet, so that sources that differ
 * stand side by side; failing that, another paragraph.
 */
export function diversify(ranked: RecordedPassage[], most: number): RecordedPassage[] {
  const left = withoutRepeats(ranked);
  const chosen: RecordedPassage[] = [];
  const seen = new Set<string>();
  while (chosen.length < most && left.length > 0) {
    const newVoice = left.findIndex((p) => !seen.has(voiceOf(p)));
    const newPlace = left.findIndex((p) => !seen.has(p.paragraph));
    const [next] = left.splice(Math.max(0, newVoice >= 0 ? newVoice : newPlace), 1);
    if (!next) break;
    seen.add(voiceOf(next)).add(next.paragraph);
    chosen.push(next);
  }
  return chosen.sort((a, b) => ranked.indexOf(a) - ranked.indexOf(b));
}

const voiceOf = ({ source, passage }: RecordedPassage): string => `${source.id} ${passage.tone}`;

function runsOf(text: string): Set<string> {
  const list = words(text);
  if (list.length <= RUN) return new Set([list.join(' ')]);
  return new Set(list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(' ')));
}

function areAlike(a: Set<string>, b: Set<string>): boolean {
  const needed = NEAR_DUPLICATE * Math.min(a.size, b.size);
  let [shared, left] = [0, a.size];
  for (const run of a) {
    // Most passages differ from the first words on.
    if (shared + left < needed) return false;
    if (b.has(run)) shared++;
    left--;
  }
  return shared >= needed;
}
