import {
  isAbsent,
  isDenied,
  isExcess,
  isHandled,
  isInstead,
  isLacking,
  isLessened,
  isMuch,
  isOfNobody,
  isShort,
  onSideOf,
} from '../domain/denial.js';
import type { Tone } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';
import {
  beginOf,
  isConceded,
  isForPurpose,
  isOfPeople,
  isPlanned,
  isSubject,
  isSupposed,
  type SentenceParts,
} from '../domain/sentence-parts.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { isToneApart } from '../domain/tone-of-clause.js';
import { placeOfAct } from './act-said.js';
import { isOfOthers, isOfThem, type People } from './people.js';
import { placeOf } from './phrase-place.js';
import { isBroad, type Prepared, type Sought, soughtOf } from './prepared-concepts.js';
import type { ReadSentence, SentenceReader } from './read-sentences.js';
import { eachPlaceSaid, hasAny, isAbout, names, placesSaid } from './said-of-concepts.js';
import { fallsShort, SAYS_NOTHING, type SentenceFound } from './sentence-found.js';
import type { SoughtConcept } from './sought-concepts.js';

/** What stands among the first so many words of a sentence is what that is about. */
const FOCUS = 9;
/** What stands so near each other is said of each other. */
const NEAR = 9;

/**
 * What tone a sentence must have, where one is asked for, and whom the question names; `verbs` are
 * the stems of what is asked to be done, or not, with what is sought.
 */
export type Wanted = { tone: Tone | null; people: People; verbs?: readonly string[] };

/** Finds the sentences of a passage that are on all that is sought, in order. */
export type SentenceFinder = (recorded: RecordedPassage) => SentenceFound[];

/**
 * Prepares to find the sentences that are on all of `concepts`; of one tone, where one is asked
 * for. What is said of whom (a broad theme) may stand elsewhere in the passage or over it, and
 * everything else in the sentence itself.
 */
export function createSentenceFinder(
  concepts: SoughtConcept[],
  { tone, people, verbs = [] }: Wanted,
  matcher: ThemeMatcher,
  read: SentenceReader,
): SentenceFinder {
  const sought = soughtOf(concepts);
  const hasBroad = concepts.some(isBroad);
  const sections = new Map<string, string[]>();
  const themesOver = (section: string): string[] => {
    const known = sections.get(section) ?? matcher.tag(section);
    sections.set(section, known);
    return known;
  };
  return (recorded) => {
    if (concepts.length === 0) return [];
    const { themes, locator } = recorded.passage;
    const around = new Set(hasBroad ? [...themes, ...themesOver(locator.section ?? '')] : []);
    return read(recorded, tone).flatMap((sentence): SentenceFound[] => {
      const said = howSaid(sentence, sought, around);
      if (!said || isOfOthers(people, sentence.people)) return [];
      const { recorded, tone: own } = sentence;
      return [
        {
          recorded,
          tone: own,
          ...said,
          isOfThem: isOfThem(people, sentence.people),
          hasVerb: verbs.some((verb) => sentence.stems.includes(verb)),
        },
      ];
    });
  };
}

/** How a sentence says all that is sought, or `null` where it does not. */
function howSaid(
  sentence: ReadSentence,
  { concepts, ids, bare }: Sought,
  around: ReadonlySet<string>,
): Omit<SentenceFound, 'recorded' | 'tone' | 'isOfThem' | 'hasVerb'> | null {
  if (bare && !placeOf([bare], sentence.stems)) return null;
  const said = {
    ...SAYS_NOTHING,
    isLiteral: true,
    isExact: true,
    isOwn: true,
    isMeant: true,
    isTermSaid: true,
    isWhole: true,
    lacksCommon: true,
    leans: sentence.leans,
    isTorn: sentence.isTorn,
  };
  let met = 0;
  let isWide = false;
  const places: number[] = [];
  /** The places of what decides, whom it is of apart. */
  const deciding: number[] = [];
  /** Those of what is only said beside the rest: that it is late. */
  const beside: number[] = [];
  for (const concept of concepts) {
    if (concept.act) continue;
    const { own, place } = placesSaid(concept, sentence);
    // "Private fostering" has the words of a theme, and is another one; and "in too many cases" has
    // everyday words for one, in another sense.
    const mayBeOther =
      concept.isTagged || (concept.named === 'in everyday words' && concept.themes.length > 0);
    if (place && !(mayBeOther && !names(sentence.themes, concept.ids))) {
      met += own ? 1 : ALIKE;
      if (concept.isVoice) continue;
      places.push(place.from);
      said.isOwn &&= own !== null || concept.isBroad;
      if (concept.isOptional) continue;
      said.isExact &&= own !== null || concept.rings.length > 0 || concept.named !== 'by term';
      const denials = onSideOf(place, sentence.denials, sentence.turn);
      said.isDenied ||= isDenied(denials, place, sentence.words);
      said.isOfNobody ||= isOfNobody(denials, place, sentence.words);
      said.isAbsent ||= isAbsent(denials, place, sentence.words);
      said.isShort ||= isShort(denials, place, sentence.words);
      said.isLacking ||= isLacking(denials, place, sentence.words);
      said.isExcess ||= isExcess(denials, place, sentence.words);
      said.isMuch ||= isMuch(denials, place, sentence.words);
      said.isHandled ||= isHandled(sentence.denials, place);
      said.isInstead ||= isInstead(sentence.denials, place);
      said.isLessened ||= isLessened(sentence.denials, place);
      said.isFocused ||= place.from < FOCUS && !concept.isBroad;
      said.isPassing ||= sentence.isPassing(place.from) && !concept.isBroad;
      if (!concept.isBroad && concept.groups.length === 0) deciding.push(place.from);
      if (concept.isBeside) beside.push(...eachPlaceSaid(concept, sentence));
      continue;
    }
    const isOfWhom = isTreated(concept, sentence, around);
    if (concept.isRanking) continue;
    if (concept.isOptional) {
      said.isWhole &&= isOfWhom;
      said.lacksCommon &&= isOfWhom || concept.isCommon;
      said.isOfPlace ||= isOfWhom;
      continue;
    }
    const isNamed = names(sentence.themes, concept.ids);
    if (!isOfWhom && !isNamed) return null;
    // On a wider theme, of whom only the place tells: that is too little together.
    if (!isOfWhom && concept.named === 'in everyday words') isWide = true;
    if (isWide && concept.groups.length > 0 && !concept.isBroad && !isNamed) return null;
    said.isOfPlace ||= !isNamed;
    met += isOfWhom ? ALIKE : 0;
    said.isLiteral &&= isOfWhom;
    said.isMeant &&= isOfWhom || concept.named === 'by name';
    said.isTermSaid &&= isOfWhom || concept.named !== 'by term';
    said.isOwn &&= isOfWhom;
  }
  for (const concept of concepts) {
    if (!concept.act) continue;
    const place = placeOfAct(concept, sentence, deciding.length > 0 ? deciding : places);
    said.isUndone ||= place !== null && concept.act.isUndone;
    said.isWhole &&= place !== null;
    said.lacksCommon &&= place !== null;
    met += place ? 1 : 0;
  }
  said.lacksCommon &&= !said.isWhole;
  said.asked = met / Math.max(1, concepts.length);
  said.isNear = places.length < 2 || Math.max(...places) - Math.min(...places) <= NEAR;
  if (beside.length > 0 && !(said.isNear && shareClause(sentence.parts, beside, deciding)))
    return null;
  const { parts } = sentence;
  said.isSubject = deciding.some((at) => isSubject(parts, at));
  said.isIncidental =
    deciding.length > 0 &&
    !said.isSubject &&
    deciding.every((at) => at - beginOf(parts, at) >= FOCUS);
  said.isConceded = deciding.some((at) => isConceded(parts, at));
  said.isAside =
    deciding.some((at) => isForPurpose(parts, at) || isPlanned(parts, at)) ||
    (deciding.length > 0 && deciding.every((at) => isOfPeople(parts, at))) ||
    (deciding.length > 0 && deciding.every((at) => isSupposed(parts, at)));
  said.isToneApart =
    deciding.length > 0 &&
    (sentence.tone === 'praise' || (sentence.tone === 'criticism' && !fallsShort(said))) &&
    isToneApart(sentence.text, sentence.parts, deciding, sentence.tone);
  if (said.isFocused && !isAbout(ids, sentence.themes)) said.isFocused = false;
  return said;
}

/** Whether the place of a sentence tells that it is on a concept. */
const isTreated = (
  { groups, isBroad: isTheme, ids }: Prepared,
  { treats }: ReadSentence,
  around: ReadonlySet<string>,
): boolean =>
  groups.length > 0 ? groups.some((group) => treats(group)) : isTheme && hasAny(around, ids);

/** Whether what is late is named in the same clause, where it is named by the sentence at all. */
function shareClause(parts: SentenceParts, late: number[], deciding: number[]): boolean {
  const others = deciding.filter((at) => !late.includes(at));
  if (others.length === 0) return true;
  return others.some((at) => late.some((place) => beginOf(parts, place) === beginOf(parts, at)));
}

/** What means a word of the asker's counts less than the word, of two that are as plain. */
const ALIKE = 0.6;
