import { freshnessLine } from '../../domain/freshness.js';
import type { Answer } from '../answer.js';
import type { QuotedPhraseFacts } from '../one-council/quoted-phrase.js';
import { byVisit } from './passages.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  furtherChoices,
  spokenLine,
  whenSaid,
} from './phrases.js';
import { pointOf, wholePointOf } from './points.js';

/** The passages with the very words asked for, or that no document has them. */
export function wordQuotedPhrase(facts: QuotedPhraseFacts): Answer {
  const { about, shown, more, nearest } = facts;
  const { authority, reach, period, question } = about;
  const phrase = facts.phrases.map((each) => `“${each}”`).join(' or ');
  const answer = {
    ...emptyAnswer('passages', question),
    authority,
    choices: furtherChoices(authority, 'passages'),
  };
  const points = shown.map(wholePointOf);
  const [first] = points;
  if (!first)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'no_match',
      headline: `${councilLabel(about)}: no document on ${authority.name}${whenSaid(period)} has these words: ${phrase}.`,
      closing: [freshnessLine(reach)],
      nearest: nearest.map((recorded) => pointOf(recorded, facts.terms).citation),
    };
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${counted(shown.length + more, 'passage has', 'passages have')} these words: ${phrase}. ${spokenLine(first.citation)}`,
    sections: byVisit(points),
    closing: [
      ...(more > 0
        ? [`${counted(more, 'more passage has', 'more passages have')} these words.`]
        : []),
      freshnessLine(reach),
    ],
    citations: points.map((point) => point.citation),
  };
}
