import type { SentenceFound, SoughtConcept } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { COUNCILS_CLOSEST, closestAcross } from './closest.js';
import type { FindingsFacts } from './findings-facts.js';
import { type CouncilFindings, councilsOf } from './plainest.js';
import { plainestQuoted } from './quoted-councils.js';
import type { SentencesOn } from './relaxed.js';

/** A theme of so many terms holds several subjects: few of its sentences are on any one of them. */
const WIDE = 40;

/**
 * What only comes closest counts nothing, and is quoted where it says what the asker named, or is
 * on a theme little wider than that: a wide theme is told of, and not quoted.
 */
export const closest = (councils: CouncilFindings[], concepts: SoughtConcept[]) => ({
  councils,
  quoted: plainestQuoted(
    concepts.some(({ themes }) => themes.some(({ terms }) => terms.length >= WIDE))
      ? councils.filter(({ found: [first] }) => first?.isMeant)
      : councils,
  ).slice(0, COUNCILS_CLOSEST),
  isCounted: false,
  inOtherWords: false,
  lacking: [],
});

/** So many words of a question are tried one by one, where no sentence has all of them. */
const WORDS_TRIED = 3;

/**
 * What comes nearest where no sentence has all that is sought: those on the themes with as many of
 * the other words as any has, or the passages of the search that carry nearly all of it.
 */
export function nearest(
  asked: AskedOfAll,
  facts: Pick<FindingsFacts, 'request' | 'result' | 'kind' | 'isFault' | 'concepts' | 'read'>,
  isTreated: boolean,
  on: SentencesOn,
): Pick<
  FindingsFacts,
  'concepts' | 'councils' | 'quoted' | 'isCounted' | 'inOtherWords' | 'lacking'
> {
  const themes = facts.concepts.filter(({ named }) => named !== 'word');
  const words = facts.concepts.filter(({ named }) => named === 'word');
  let near = { concepts: themes, sentences: [] as SentenceFound[] };
  if (isTreated && themes.length > 0 && words.length > 0) {
    near.sentences = on(themes);
    const tried = near.sentences.length > 0 ? words.slice(0, WORDS_TRIED) : [];
    for (const word of words.length > 1 ? tried : []) {
      const concepts = [...near.concepts, word];
      const sentences = on(concepts);
      if (sentences.length > 0) near = { concepts, sentences };
    }
  }
  const { concepts } = facts;
  const councils = councilsOf(near.sentences, facts.read, facts.isFault);
  if (councils.length > 0) {
    const lacking = words.filter((word) => !near.concepts.includes(word));
    return { ...closest(councils, near.concepts), concepts, lacking, inOtherWords: true };
  }
  const passages = themes.length > 0 ? [] : closestAcross(asked, facts.request, facts.result);
  return { ...closest(passages, []), concepts };
}
