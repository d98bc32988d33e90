import { attribution, capitalised, explanation } from '../../domain/citation.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { WhoSaidFacts } from '../one-council/who-said.js';
import { wordNothing } from './nothing.js';
import { wordPassages } from './passages.js';
import { councilLabel } from './phrases.js';

/** Who said it, named first, in his words; then others who said the like. */
export function wordWhoSaid(facts: WhoSaidFacts): Answer {
  if (facts.found === 'nothing') return wordNothing(facts.nothing);
  const answer = wordPassages(facts.passages);
  const [first] = answer.citations;
  if (!first) return answer;
  const why = explanation(first);
  return {
    ...answer,
    headline: `${councilLabel(facts.passages.about)}. ${capitalised(attribution(first))}, said “${first.quote}” of the ${visitTitle(first.visit)}.${why ? ` ${why}` : ''}`,
  };
}
