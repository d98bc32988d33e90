import type { PointKind } from '../../../domain/point-kind.js';
import { toneOf } from '../../../domain/tone.js';
import {
  isNameOfFault,
  placesBetweenSubjects,
  type Question,
  spansOf,
} from '../../../question/index.js';
import type { SentenceFound, SoughtConcept } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { kindAsked } from './kind-asked.js';
import { type CouncilFindings, councilsOf, inAskersWords } from './plainest.js';
import type { ReportsRead } from './reports.js';

/** One of two subjects that a question joins, and the tone that it asks for of it. */
export type Side = { concepts: SoughtConcept[]; tone: PointKind['tone']; isFault: boolean };

/** What both subjects of a question were found for, each in a sentence of its own. */
export type InTwoSentences = {
  sides: [Side, Side];
  councils: CouncilFindings[];
  quoted: CouncilFindings[];
};

const COUNCILS_QUOTED = 8;
/** Fewer councils than this are worth no wider answer. */
const FEWEST = 3;

/** The sentences of the reports read on one side's subject, in its tone. */
type SentencesOfSide = (side: Side) => SentenceFound[];

/**
 * The two subjects of a question, on either side of a word that joins them; `null` where it names
 * one, or where both are of one theme. Each has the tone asked for last before it.
 */
export function sidesOf(question: Question, all: SoughtConcept[]): [Side, Side] | null {
  const deciding = all.filter(({ isOptional }) => !isOptional);
  for (const at of placesBetweenSubjects(question)) {
    const before = deciding.filter(({ places }) => Math.max(...places) < at);
    const behind = deciding.filter(({ places }) => Math.min(...places) > at);
    if (before.length + behind.length < deciding.length) continue;
    if (!isSubject(before) || !isSubject(behind) || shareTheme(before, behind)) continue;
    const sides: [Side, Side] = [sideOf(question, before, at), sideOf(question, behind, at)];
    const isHalf = sides.some(({ tone }) => tone !== null);
    // Of a tone that is asked of one side alone it is not known what is asked of the other.
    return isHalf && sides.some(({ tone, isFault }) => !tone && !isFault) ? null : sides;
  }
  return null;
}

const isSubject = (concepts: SoughtConcept[]): boolean =>
  concepts.some(({ named, themes, rings }) => named !== 'word' && themes.length + rings.length > 0);

const shareTheme = (one: SoughtConcept[], other: SoughtConcept[]): boolean =>
  one.some(({ themes }) =>
    themes.some((theme) => other.some((each) => each.themes.includes(theme))),
  );

function sideOf(question: Question, concepts: SoughtConcept[], joint: number): Side {
  const isFault = concepts.some(({ rings }) => rings.some(({ name }) => isNameOfFault(name)));
  const isBehind = concepts.some(({ places }) => Math.min(...places) > joint);
  const toned = spansOf(question, 'tone');
  const placeOf = (from: number) => question.tokens[from]?.at ?? from;
  const own = toned.filter(({ from }) => placeOf(from) > joint === isBehind);
  const words = question.tokens.filter(({ at }) => at !== joint && at > joint === isBehind);
  const read = toneOf(words.map(({ word }) => word).join(' ')).tone;
  const implied = read === 'praise' || read === 'criticism' ? read : null;
  const said = own[0]?.value ?? implied ?? toned[0]?.value ?? null;
  return { concepts, isFault, tone: isFault ? said : (said ?? kindAsked(question).tone) };
}

/** Whether two sides are asked for in two tones, which no one sentence has. */
export const areApart = (sides: [Side, Side] | null): boolean =>
  sides !== null && sides[0].tone !== sides[1].tone && sides.every(({ tone }) => tone !== null);

/**
 * The councils whose newest report has a sentence for each of two subjects, with one quoted for
 * each; `null` where they are too few to tell of.
 */
export function inTwoSentences(
  sides: [Side, Side],
  read: ReportsRead,
  sentencesOf: SentencesOfSide,
): InTwoSentences | null {
  if (read.which !== 'newest') return null;
  const [one, other] = sides.map((side) =>
    councilsOf(inAskersWords(sentencesOf(side), side.concepts).wanted, read, side.isFault),
  );
  const second = new Map(other?.map((each) => [each.authority.urn, each]));
  const councils = (one ?? []).flatMap((each): CouncilFindings[] => {
    const [a] = each.found;
    const beside = second.get(each.authority.urn);
    const [b] = beside?.found ?? [];
    if (!a || !b || !beside) return [];
    return [
      {
        ...each,
        found: [a, b],
        shown: [a.recorded, b.recorded],
        isPlain: each.isPlain && beside.isPlain,
      },
    ];
  });
  if (councils.length < FEWEST) return null;
  const plain = councils.filter(({ isPlain }) => isPlain);
  const quoted = (plain.length > 0 ? plain : councils).slice(0, COUNCILS_QUOTED);
  return { sides, councils, quoted };
}

/** As `inTwoSentences`, where few sentences have both subjects or two tones are asked for. */
export function apart(
  { question }: AskedOfAll,
  all: SoughtConcept[],
  read: ReportsRead,
  { few, sentencesOf }: { few: boolean; sentencesOf: SentencesOfSide },
): InTwoSentences | null {
  const sides = sidesOf(question, all);
  return sides && (few || areApart(sides)) ? inTwoSentences(sides, read, sentencesOf) : null;
}
