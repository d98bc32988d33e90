import type { RecordedPassage } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { spansOf } from '../../question/index.js';
import {
  qualifiedIn,
  type SearchTerm,
  withExactPhrase,
  withoutRepeats,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { requestOf } from '../search-request.js';
import { type About, aboutOf, visitsMeant } from './about.js';
import { asksOfClaim } from './claim.js';

const MOST = 10;
const MOST_NEAREST = 5;

/**
 * The passages that have the very words in quotation marks, newest visit first, and how many more
 * there are; where none has them, the passages `nearest` to the question.
 */
export type QuotedPhraseFacts = {
  about: About;
  phrases: string[];
  shown: RecordedPassage[];
  more: number;
  nearest: RecordedPassage[];
  /** Whether it is asked if they were said, and what is around them always turns or limits them. */
  isTurned: boolean;
  terms: SearchTerm[];
};

export function quotedPhrase(asked: AskedOfOne): QuotedPhraseFacts {
  const { authority, question, context } = asked;
  const phrases = spansOf(question, 'quoted').map(({ value }) => value);
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  const passages = context.passagesOf(authority.urn).filter(({ visit }) => visits.has(visit.id));
  const found = withoutRepeats(
    phrases
      .flatMap((phrase) => withExactPhrase(passages, phrase))
      .sort((a, b) => newestFirst(a.visit, b.visit)),
  );
  const isTurned =
    asksOfClaim(asked) &&
    found.length > 0 &&
    found.every(({ passage }) => phrases.some((phrase) => qualifiedIn(passage.quote, phrase)));
  const request = requestOf(question, [authority.urn], context);
  const nearest = found.length > 0 ? [] : context.search.find(request).hits;
  return {
    about: aboutOf(asked),
    phrases,
    shown: found.slice(0, MOST),
    more: Math.max(0, found.length - MOST),
    isTurned,
    nearest: withoutRepeats(nearest.map(({ passage }) => passage)).slice(0, MOST_NEAREST),
    terms: request.terms,
  };
}
