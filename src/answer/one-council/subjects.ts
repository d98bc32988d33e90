import { isEverydaySubject, isVoice } from '../../domain/particular-subjects.js';
import { isEvidence, type RecordedPassage } from '../../domain/record.js';
import { layWordsOf, type SpanOfKind, spansOf } from '../../question/index.js';
import { type Hit, onSubject, usesAnyOf } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { visitsMeant } from './about.js';

/**
 * The subjects narrower than a theme that a question names, as typed (what people said, by its
 * name): those that a page of the
 * visits meant speaks of (`found`, with the passages that do), and those that none does (`absent`).
 */
export type SubjectsAsked = {
  found: string[];
  absent: string[];
  passages: RecordedPassage[];
  /** Whether one more is on no page, and a page has what inspectors may write for it. */
  isParaphrased: boolean;
};

/** Looks up each subject asked about; `null` where none is, or no text is held to look in. */
export function subjectsAsked(asked: AskedOfOne): SubjectsAsked | null {
  const subjects = spansOf(asked.question, 'subject');
  if (subjects.length === 0) return null;
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  const pages = asked.context
    .passagesOf(asked.authority.urn)
    .filter((recorded) => visits.has(recorded.visit.id) && isEvidence(recorded));
  if (pages.length === 0) return null;
  const speaking = (names: string[]) => pages.flatMap((page) => onSubject(page, names) ?? []);
  const met = subjects.filter(({ value }) => speaking([value]).length > 0);
  const named = subjects.filter((each) => met.includes(each) || !isParaphrase(each, asked, pages));
  // "Ukrainian refugees" are of neither where no page speaks of Ukrainians.
  const isNarrowed = (one: SpanOfKind<'subject'>) =>
    named.some((other) => !met.includes(other) && (other.to === one.from || one.to === other.from));
  const found = met.filter((subject) => !isNarrowed(subject));
  return {
    found: found.map(saidOf),
    absent: named.filter((each) => !met.includes(each)).map(saidOf),
    passages: speaking(found.map(({ value }) => value)),
    isParaphrased: named.length < subjects.length,
  };
}

const saidOf = ({ value, surface }: SpanOfKind<'subject'>): string =>
  isVoice(value) ? value : surface;

/**
 * Whether a subject that no page names is an everyday word for what one does: pages on "hostels"
 * may call them bed and breakfast.
 */
function isParaphrase(
  { value, from, to }: SpanOfKind<'subject'>,
  { question }: AskedOfOne,
  pages: RecordedPassage[],
): boolean {
  if (!isEverydaySubject(value)) return false;
  const means = layWordsOf(question)
    .filter((layWord) => layWord.from < to && from < layWord.to)
    .flatMap((layWord) => layWord.means.map(({ text }) => text));
  return pages.some(({ passage }) => usesAnyOf(means, passage.quote));
}

/**
 * The hits with those first that speak of the subjects asked about, shown where they do; what
 * speaks of them and was not hit follows these. Their scores are raised above all others'.
 */
export function subjectsFirst(hits: Hit[], passages: RecordedPassage[]): Hit[] {
  const speaking = new Map(passages.map((passage) => [passage.key, passage]));
  const isHit = new Set(hits.map(({ passage }) => passage.key));
  const highest = Math.max(1, ...hits.map(({ score }) => score));
  const raised = hits.map((hit) => {
    const passage = speaking.get(hit.passage.key);
    return passage ? { ...hit, passage, score: highest + hit.score } : hit;
  });
  const unhit = passages
    .filter(({ key }) => !isHit.has(key))
    .map((passage) => ({ passage, whole: passage, score: highest, coverage: 1 }));
  return [...raised, ...unhit].sort((a, b) => b.score - a.score);
}
