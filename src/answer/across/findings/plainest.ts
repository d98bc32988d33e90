import type { LocalAuthority } from '../../../domain/authority.js';
import type { RecordedPassage } from '../../../domain/record.js';
import { hasTone } from '../../../domain/tone.js';
import { newestFirst, type Visit } from '../../../domain/visit.js';
import {
  mayDecide,
  type SentenceFound,
  type SoughtConcept,
  saysNothing,
  withoutRepeats,
} from '../../../search/index.js';
import { PLAIN, rankOf } from './rank.js';
import type { ReportsRead } from './reports.js';

/** A council with findings: the sentences that are on it, plainest first, and those quoted. */
export type CouncilFindings = {
  authority: LocalAuthority;
  visit: Visit;
  found: SentenceFound[];
  shown: RecordedPassage[];
  /** Whether its plainest sentence is nearly as plain as the plainest of all. */
  isPlain: boolean;
};

/**
 * The sentences that are what was asked for, and the concepts that all of them are on. A theme is
 * wider than most words that lead to it: who asks for "county lines" gets the sentences that say
 * so, or what means the same, where there are any, and not all of criminal exploitation;
 * `inOtherWords` where there are none. A word of nearly every report decides where several have it;
 * `unsaid` are such as none has, or next to none (`unsaidBut` councils), that might have told them
 * apart.
 */
export function inAskersWords(
  sentences: SentenceFound[],
  concepts: SoughtConcept[],
): {
  wanted: SentenceFound[];
  concepts: SoughtConcept[];
  unsaid: string[];
  unsaidBut: number;
  inOtherWords: boolean;
} {
  const meant = sentences.filter(({ isMeant }) => isMeant);
  const isNarrower = concepts.some(({ named, isOptional }) => named === 'by term' && !isOptional);
  // Everyday words beside a term ("the police holding up …") may be said in any words.
  const said = meant.length > 0 ? meant : sentences.filter(({ isTermSaid }) => isTermSaid);
  const inOtherWords = isNarrower && said.length === 0 && sentences.length > 0;
  const onPoint = said.length > 0 ? said : sentences;
  const whole = onPoint.filter(({ isWhole }) => isWhole);
  const wider = onPoint.filter((each) => each.isWhole || each.lacksCommon);
  const [few, many] = [councilsIn(whole), councilsIn(wider)];
  // "Leaders who hid problems" is said by no sentence that is only on leaders.
  const isAtLarge = concepts.every((each) => each.isOptional || isOnEveryReport(each));
  const unsaid = concepts.flatMap((each) => (isSaidOf(each) ? each.texts : []));
  if (isAtLarge && few === 0 && unsaid.length > 0)
    return { wanted: [], concepts, unsaid: [], unsaidBut: 0, inOtherWords };
  if (!isAtLarge && few > 0 && few <= NEXT_TO_NONE && many >= MANY_MORE * few)
    return {
      wanted: wider,
      concepts: concepts.filter(({ isCommon }) => !isCommon),
      unsaid: concepts.flatMap(({ isCommon, isRanking, texts }) =>
        isCommon && !isRanking ? texts : [],
      ),
      unsaidBut: few,
      inOtherWords,
    };
  // A common word that none has takes nothing from those who say what is done, or is not.
  if (few === 0 && many > 0 && concepts.some(({ act }) => act !== null))
    return {
      wanted: wider,
      concepts: concepts.filter(({ isCommon }) => !isCommon),
      unsaid: concepts.flatMap(({ isCommon, named, texts }) =>
        isCommon && named !== 'word' ? texts : [],
      ),
      unsaidBut: 0,
      inOtherWords,
    };
  return few > 0
    ? { wanted: whole, concepts, unsaid: [], unsaidBut: 0, inOtherWords }
    : {
        wanted: onPoint,
        concepts: concepts.filter((each) => !each.isOptional),
        unsaid,
        unsaidBut: 0,
        inOtherWords,
      };
}

/** Whether it tells apart what was asked for, and is missed where no sentence has it. */
const isSaidOf = ({ isOptional, isRanking, named, texts }: SoughtConcept): boolean =>
  isOptional && !isRanking && (named !== 'word' || texts.some(saysWhat));

/** Whether it is on what every report is on ("leaders", "staff"). */
const isOnEveryReport = ({ rings, isOfEveryReport, texts }: SoughtConcept): boolean =>
  rings.length === 0 && (isOfEveryReport || texts.every(saysNothing));

/** Whether a word says what was asked for, or which fault it is ("unreliable"). */
const saysWhat = (text: string): boolean => mayDecide(text) || hasTone(text);

/** A word that so few councils' sentences have decides nothing where so many times more lack it. */
export const NEXT_TO_NONE = 2;
export const MANY_MORE = 4;

/** Whether next to no council has sentences that say all of it in the asker's words. */
export const isNextToNone = (
  found: Pick<ReturnType<typeof inAskersWords>, 'wanted' | 'inOtherWords'>,
): boolean => found.inOtherWords || councilsIn(found.wanted) <= NEXT_TO_NONE;

/** How many councils some sentences are of. */
export const councilsIn = (sentences: SentenceFound[]): number =>
  new Set(sentences.map(({ recorded }) => recorded.urn)).size;

/**
 * The councils of some sentences: those whose sentence says it most plainly, in the asker's words,
 * come first, and of equals the newest; of a fault (`isFault`) those that criticise. Of each the
 * plainest sentences are quoted; where several councils have some in the asker's own words, only
 * those are.
 */
export function councilsOf(
  sentences: SentenceFound[],
  read: ReportsRead,
  isFault: boolean,
): CouncilFindings[] {
  const outdated = new Set(read.newer.map(({ authority }) => authority.urn));
  const ranks = new Map(
    sentences.map((each) => [
      each,
      rankOf(each) +
        FAULT * Number(isFault && each.tone === 'criticism') +
        OUTDATED * Number(outdated.has(each.recorded.urn)),
    ]),
  );
  const rank = (each: SentenceFound | undefined) => (each && ranks.get(each)) ?? 0;
  const byUrn = new Map<string, SentenceFound[]>();
  for (const each of sentences) {
    const { urn } = each.recorded;
    const own = byUrn.get(urn);
    if (own) own.push(each);
    else byUrn.set(urn, [each]);
  }
  const authorities = new Map(read.reports.map(({ authority }) => [authority.urn, authority]));
  const councils = [...byUrn].flatMap(([urn, own]) => {
    const authority = authorities.get(urn);
    const found = own.toSorted(
      (a, b) => rank(b) - rank(a) || newestFirst(a.recorded.visit, b.recorded.visit),
    );
    const [first] = found;
    return authority && first ? [{ authority, visit: first.recorded.visit, found }] : [];
  });
  const each = councils.length <= 3 ? 3 : councils.length <= 6 ? 2 : 1;
  return councils
    .toSorted((a, b) => rank(b.found[0]) - rank(a.found[0]) || newestFirst(a.visit, b.visit))
    .map((council, _, [first]) => ({
      ...council,
      shown: quotedOf(council.found, rank, each),
      isPlain: rank(council.found[0]) >= rank(first?.found[0]) - NEARLY,
    }));
}

/** The plainest sentences of a council, none much less plain than its first. */
function quotedOf(
  found: SentenceFound[],
  rank: (each: SentenceFound) => number,
  most: number,
): RecordedPassage[] {
  const [first] = found;
  const good = found.filter((each) => each === first || rank(each) >= PLAIN);
  return withoutRepeats(
    good.map(({ recorded }) => recorded),
    most,
  );
}

/** Councils are quoted whose sentence is nearly as plain as the plainest. */
const NEARLY = 6;
/** This much for a fault that is called one. */
const FAULT = 7;
/** This much less where a newer inspection is known of which no text is held. */
const OUTDATED = -4;
