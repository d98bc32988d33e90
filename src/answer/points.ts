import { type Citation, citePassage } from '../domain/citation.js';
import { isOfStrengths } from '../domain/point-kind.js';
import type { RecordedPassage } from '../domain/record.js';
import { words } from '../language/index.js';
import type { Term } from '../question/legacy/query.js';
import { snippet } from '../search/index.js';
import type { Point } from './answer.js';

const LEADS: Record<Citation['tone'], string | null> = {
  praise: 'Strength',
  criticism: 'Concern',
  mixed: 'Strength and concern',
  neutral: null,
  unmarked: null,
};

/** A passage as a quoted point, led by what kind of point it is; of a long one, the sentences that answer `terms`. */
export function pointOf(recorded: RecordedPassage, terms: Term[] = []): Point {
  const { kind, tone } = recorded.passage;
  const lead =
    kind === 'recommendation'
      ? 'To improve'
      : kind === 'statement'
        ? 'Statement'
        : kind === 'context'
          ? 'Context'
          : tone === 'unmarked' && isOfStrengths(recorded)
            ? LEADS.praise
            : LEADS[tone];
  return { lead, citation: citePassage(recorded, snippet(recorded.passage.quote, terms)) };
}

const VOICES = ['ofsted', 'ofsted_quoted_by_press', 'press', 'council', 'office_holder'];

/**
 * The order to show words in, by whose they are: Ofsted's own document, then Ofsted as quoted (truly before misquoted), then the
 * press's words, then everybody else's.
 */
export const weight = ({ passage: { speaker, official } }: RecordedPassage): number =>
  VOICES.indexOf(speaker.kind) + (official?.verdict === 'differs' ? 0.5 : 0);

/** Whole sentences before torn-out words, then by whose words they are. */
export const byClarity = (a: RecordedPassage, b: RecordedPassage): number =>
  Number(isFragment(a)) - Number(isFragment(b)) || weight(a) - weight(b);

/** A few words torn out of a sentence say less than a whole one. */
const isFragment = ({ passage: { quote } }: RecordedPassage): boolean =>
  quote.split(' ').length < 8;

/** Whether a quotation opens with a word that is understood only with the sentence before it. */
export const leansOnBefore = (quote: string): boolean =>
  /^(?:however|therefore|also|in addition|as a result|this|these|that|those|they|it|such)\b/i.test(
    quote,
  );

/**
 * The same words carried twice are shown once, the weightier source leading: of two passages of one visit whose quotations
 * share four fifths of the shorter one's words in order, the later in the list goes. Takes and keeps rank order.
 */
export function withoutRepeats(ranked: RecordedPassage[]): RecordedPassage[] {
  const kept: { recorded: RecordedPassage; runs: Set<string> }[] = [];
  for (const recorded of ranked) {
    const runs = runsOf(recorded.passage.quote);
    const twin = kept.find(
      (other) => other.recorded.visit.id === recorded.visit.id && alike(other.runs, runs),
    );
    if (!twin) kept.push({ recorded, runs });
    else if (leads(recorded, twin.recorded)) {
      twin.recorded = recorded;
      twin.runs = runs;
    }
  }
  return kept.map(({ recorded }) => recorded);
}

/** The weightier source leads its twin; of equals, the one that also names the press that quotes it. */
const leads = (recorded: RecordedPassage, twin: RecordedPassage): boolean =>
  weight(recorded) < weight(twin) ||
  (weight(recorded) === weight(twin) && Boolean(recorded.quotedBy) && !twin.quotedBy);

/**
 * Up to `most` passages with as many voices as there are: each next one is the best-ranked that brings a source or a tone not
 * shown yet, so that sources that differ stand side by side; failing that, another paragraph.
 */
export function varied(ranked: RecordedPassage[], most: number): RecordedPassage[] {
  const left = withoutRepeats(ranked);
  const chosen: RecordedPassage[] = [];
  const seen = new Set<string>();
  while (chosen.length < most && left.length > 0) {
    const newVoice = left.findIndex((p) => !seen.has(voice(p)));
    const newPlace = left.findIndex((p) => !seen.has(p.paragraph));
    const [next] = left.splice(Math.max(0, newVoice >= 0 ? newVoice : newPlace), 1);
    if (!next) break;
    seen.add(voice(next)).add(next.paragraph);
    chosen.push(next);
  }
  return chosen.sort((a, b) => ranked.indexOf(a) - ranked.indexOf(b));
}

const voice = ({ source, passage }: RecordedPassage): string => `${source.id} ${passage.tone}`;

const RUN = 3;

function runsOf(text: string): Set<string> {
  const list = words(text);
  if (list.length <= RUN) return new Set([list.join(' ')]);
  return new Set(list.slice(RUN - 1).map((_, i) => list.slice(i, i + RUN).join(' ')));
}

function alike(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared >= 0.8 * Math.min(a.size, b.size);
}
