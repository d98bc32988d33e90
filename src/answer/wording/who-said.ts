import { speakerLabel } from '../../domain/passage.js';
import type { Answer } from '../answer.js';
import type { WhoSaidFacts } from '../one-council/who-said.js';
import { wordNothing } from './nothing.js';
import { wordPassages } from './passages.js';
import { councilLabel } from './phrases.js';
import { visitOf } from './visit-of.js';

/**
 * Who said it, named first, in his words; then others who said the like. Of a statement that the
 * press tells in its own words, the finding names the speaker.
 */
export function wordWhoSaid(facts: WhoSaidFacts): Answer {
  if (facts.found === 'nothing') return wordNothing(facts.nothing);
  const { shown, about } = facts.passages;
  const answer = wordPassages(facts.passages);
  const [first] = shown;
  if (!first) return answer;
  const { speaker, kind, finding } = first.passage;
  const told = kind === 'statement' && speaker.kind === 'press' ? finding : null;
  const clause = told ? upToColon(told) : '';
  const isHeadline = clause !== '' && clause.length <= LONGEST_CLAUSE;
  return {
    ...answer,
    headline: isHeadline
      ? `${councilLabel(about)}: ${clause.endsWith('.') ? clause : `${clause}.`}`
      : `${councilLabel(about)}: the closest words are by ${speakerLabel(speaker)}, on the ${visitOf(first.visit)}.`,
    notes: told && told !== clause ? [told, ...answer.notes] : answer.notes,
  };
}

/** What a finding says before its first colon is a headline, unless it is longer. */
const LONGEST_CLAUSE = 120;

/** The text before its first colon or semicolon. */
function upToColon(text: string): string {
  const ends = [':', ';'].map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
}
