import {
  namesGroup,
  peopleInText,
  type SentenceFound,
  type SoughtConcept,
} from '../../../search/index.js';
import { councilsIn, inAskersWords, MANY_MORE, NEXT_TO_NONE } from './plainest.js';

/** The sentences of the reports read that are on some concepts. */
export type SentencesOn = (concepts: SoughtConcept[]) => SentenceFound[];

type Wanted = ReturnType<typeof inAskersWords>;

/** So many conditions are met by few sentences, though each is by many. */
const MANY = 3;
/** What counts without one of the concepts, a word apart, is reported of so many councils. */
const FEWEST = 2;

/**
 * The sentences wanted, or where all that is asked is in those of next to no council, the
 * sentences on all of it but one: what says least by itself. Its words are then `unsaid`, and
 * sentences that have it still come first. Nothing is left aside that says alone what is asked for:
 * a name, a group of people, and where no sentence has it, a word that is no other word for
 * anything.
 */
export function relaxed(wanted: Wanted, all: SoughtConcept[], on: SentencesOn): Wanted {
  const few = wanted.inOtherWords ? 0 : councilsIn(wanted.wanted);
  const deciding = all.filter(({ isOptional }) => !isOptional);
  if (few > NEXT_TO_NONE) return wanted;
  const tried = deciding
    .filter((each) => mayBeLeft(each, deciding, few))
    .map((left) => {
      const concepts = all.map((each) =>
        each === left ? { ...each, isOptional: true, isCommon: true } : each,
      );
      const found = inAskersWords(on(concepts), concepts);
      return { left, found, count: councilsIn(found.wanted) };
    })
    .filter(
      ({ left, count }) =>
        count >= Math.max(left.named === 'word' && few === 0 ? 1 : FEWEST, MANY_MORE * few),
    )
    .toSorted((a, b) => weightOf(a.left) - weightOf(b.left) || a.count - b.count);
  const [best] = tried;
  if (!best) return wanted;
  return { ...best.found, unsaid: best.left.texts, unsaidBut: few };
}

function mayBeLeft(concept: SoughtConcept, deciding: SoughtConcept[], few: number): boolean {
  if (concept.isName || concept.texts.some(namesGroup)) return false;
  // What is late is asked of all the rest, and what is named stays named by something.
  if (concept.isBeside) return false;
  const others = deciding.filter((other) => other !== concept && !other.isBeside);
  if (weightOf(concept) >= NAMED && few > 0) return false;
  // What is called by a narrow name is asked about, unless it only tells of which people.
  if (concept.rings.length > 0 && !concept.texts.every(namesPeople)) return false;
  if (weightOf(concept) >= NAMED && !others.some((other) => weightOf(other) >= NAMED)) return false;
  // Of two, the wide one beside a narrow thing: "plans" for children "on the edge of care".
  if (deciding.length === MANY - 1 && few === 0 && isWideBeside(concept, others)) return true;
  // What is named first is what the question is about.
  const isFirst = deciding.every((other) => firstOf(other) >= firstOf(concept));
  if (isFirst && (concept.named === 'by name' || concept.named === 'by term')) return false;
  const isWord = concept.named === 'word';
  // A narrow thing that stays says enough for it to be told that the word is not said.
  if (deciding.length >= MANY)
    return few > 0 || !isWord || others.some(({ rings }) => rings.length > 0);
  // Of two, only a lay phrase beside what is named for itself.
  return (
    few === 0 &&
    deciding.length === MANY - 1 &&
    isLay(concept) &&
    deciding.some((other) => other !== concept && weightOf(other) > weightOf(concept))
  );
}

const isWideBeside = ({ isOfEveryReport }: SoughtConcept, others: SoughtConcept[]): boolean =>
  isOfEveryReport && others.some(({ rings }) => rings.length > 0);

/** What is named by a theme or a narrow thing says this much at least. */
const NAMED = 3;

const namesPeople = (text: string): boolean => peopleInText(text).size > 0;

const firstOf = ({ places }: SoughtConcept): number => Math.min(...places);

const isLay = ({ named, themes }: SoughtConcept): boolean =>
  named === 'in everyday words' && themes.length === 0;

/** How much a concept says by itself. */
const weightOf = (concept: SoughtConcept): number => {
  if (isLay(concept)) return 0;
  if (concept.named === 'word') return 1;
  if (concept.named === 'in everyday words') return 2;
  return concept.rings.length > 0 || concept.named === 'by term' ? 4 : 3;
};
