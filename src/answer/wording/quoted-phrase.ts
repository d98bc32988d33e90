import { freshnessLine } from '../../domain/freshness.js';
import { speakerLabel } from '../../domain/passage.js';
import type { Answer } from '../answer.js';
import type { QuotedPhraseFacts } from '../one-council/quoted-phrase.js';
import { noReportUses } from './absent.js';
import { byVisit, qualifiedSaid } from './passages.js';
import { councilLabel, counted, emptyAnswer, furtherChoices } from './phrases.js';
import { pointOf, wholePointOf } from './points.js';
import { visitOf } from './visit-of.js';

/** The passages with the very words asked for, or that no document has them. */
export function wordQuotedPhrase(facts: QuotedPhraseFacts): Answer {
  const { about, shown, more, nearest } = facts;
  const { authority, reach, question } = about;
  const answer = {
    ...emptyAnswer('passages', question),
    authority,
    choices: furtherChoices(authority, 'passages'),
  };
  const points = shown.map(wholePointOf);
  const near = nearest.map((recorded) => pointOf(recorded, facts.terms));
  const [newest] = shown;
  const count = shown.length + more;
  const others = count > 1 ? `, the newest of ${count} passages` : '';
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'no_match',
      headline: `${noReportUses(facts.phrases, about)}.`,
      notes: near.length > 0 ? ['What is quoted here is only nearest to it.'] : [],
      closing: [freshnessLine(reach)],
      sections: byVisit(near),
      nearest: near.map(({ citation }) => citation),
    };
  return {
    ...answer,
    ...(facts.isTurned && { claim: 'qualified' as const }),
    headline: facts.isTurned
      ? `${councilLabel(about)}: ${qualifiedSaid(newest, `the ${visitOf(newest.visit)}`)}${others}.`
      : `${councilLabel(about)}: yes, said by ${speakerLabel(newest.passage.speaker)}, at the ${visitOf(newest.visit)}${others}.`,
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
