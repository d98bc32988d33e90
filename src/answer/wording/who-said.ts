import type { Answer } from '../answer.js';
import type { WhoSaidFacts } from '../one-council/who-said.js';
import { wordNothing } from './nothing.js';
import { wordPassages } from './passages.js';
import { councilLabel, sourceBrief } from './phrases.js';

/**
 * Who said it, named first, in his words; then others who said the like. Of a statement that the
 * press tells in its own words, the finding names the speaker.
 */
export function wordWhoSaid(facts: WhoSaidFacts): Answer {
  if (facts.found === 'nothing') return wordNothing(facts.nothing);
  const { shown, about } = facts.passages;
  const answer = wordPassages(facts.passages);
  const [first] = shown;
  if (first?.passage.kind !== 'statement' || first.passage.speaker.kind !== 'press') return answer;
  const { finding, quote } = first.passage;
  return {
    ...answer,
    headline: `${councilLabel(about)}. ${finding ?? ''} As the press tells it: “${quote}” (${sourceBrief(first.source)}).`,
  };
}
