import type { RecordedPassage } from '../../../domain/record.js';
import { isCalled } from '../../../domain/synonym-rings.js';
import { type SoughtConcept, withExactPhrase } from '../../../search/index.js';
import type { CouncilFindings } from './plainest.js';

/**
 * Councils whose reports have the asker's own words, where nearly all others have the theme: `urns`
 * are all that have them in any sentence, `councils` those with one that answers.
 */
export type RareWords = { texts: string[]; urns: ReadonlySet<string>; councils: CouncilFindings[] };

/** So few councils' reports have the words, and so many times more are on the theme. */
const FEW = 5;
const MANY_MORE = 5;
/** So many sentences with the words are quoted of a council. */
const QUOTED = 2;

/**
 * The few councils whose sentences say the one thing asked for in the asker's own words, these
 * sentences first, where many more say what means the same. `null` where they are not few, or
 * where the asker named all things by their names, which asks for all of them. `passagesOn` are
 * all passages of the reports read that may be on some concepts.
 */
export function rareWords(
  councils: CouncilFindings[],
  concepts: SoughtConcept[],
  passagesOn: (concepts: SoughtConcept[]) => RecordedPassage[],
): RareWords | null {
  const deciding = concepts.filter(({ isOptional }) => !isOptional);
  const [only, ...others] = deciding.filter((each) => !isByName(each));
  if (!only || others.length > 0 || concepts.some(({ isVoice }) => isVoice)) return null;
  const own = councils.filter(({ found }) => found.some(({ isOwn }) => isOwn));
  if (own.length === 0 || own.length > FEW || councils.length < MANY_MORE * own.length) return null;
  const passages = passagesOn([only]);
  const saying = only.texts.flatMap((text) => withExactPhrase(passages, text));
  const urns = new Set([...saying, ...own.map(({ authority }) => authority)].map(({ urn }) => urn));
  // Nobody claims to have read words that stand apart in the question.
  const isPhrase = Math.max(...only.places) - Math.min(...only.places) < only.places.length;
  const areRare = isPhrase && urns.size <= FEW && councils.length >= MANY_MORE * urns.size;
  return areRare ? { texts: only.texts, urns, councils: own.map(ownWordsFirst) } : null;
}

const isByName = ({ named, rings, texts }: SoughtConcept): boolean =>
  named === 'by name' || rings.some(({ name }) => texts.some((text) => isCalled(name, text)));

function ownWordsFirst(council: CouncilFindings): CouncilFindings {
  const own = council.found.filter(({ isOwn }) => isOwn);
  const others = council.found.filter(({ isOwn }) => !isOwn);
  return {
    ...council,
    found: [...own, ...others],
    shown: own.slice(0, QUOTED).map(({ recorded }) => recorded),
  };
}

/** Some councils with those of the rare words first. */
export const withRareFirst = (list: CouncilFindings[], rare: RareWords): CouncilFindings[] => {
  const first = new Set(rare.councils.map(({ authority }) => authority.urn));
  return [...rare.councils, ...list.filter(({ authority }) => !first.has(authority.urn))];
};
