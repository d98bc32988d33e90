import { citeJudgement } from '../../domain/citation.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { InspectorsFacts } from '../one-council/inspectors.js';
import { councilLabel, emptyAnswer, furtherChoices, whenSaid } from './phrases.js';
import { wordVisits } from './visits.js';

/** Who led the visits meant, and what those found. */
export function wordInspectors({ about, named, led, found }: InspectorsFacts): Answer {
  const { authority, period, question } = about;
  if (led.length === 0)
    return {
      ...emptyAnswer('visits', question),
      status: 'nothing_found',
      reason: 'report_silent',
      authority,
      headline: `${councilLabel(about)}: this record names ${named.length > 0 ? `no visit led by ${named.join(' or ')}` : 'no lead inspector'}${whenSaid(period)}.`,
      choices: furtherChoices(authority, 'visits'),
    };
  const [newest, ...others] = led.map(
    ({ visit, inspector }) => `${inspector} (${visitTitle(visit)})`,
  );
  // Who asks for a name gets names: what the visits found is asked for by itself.
  const judged = found.visits.flatMap(({ judgements }) => judgements.slice(0, 1));
  return {
    ...emptyAnswer('visits', question),
    authority,
    closing: wordVisits(found).closing,
    choices: furtherChoices(authority, 'visits'),
    citations: judged.map(citeJudgement),
    headline: `${councilLabel(about)}, lead inspector${others.length > 0 ? ' of the newest visit' : ''}: ${newest}.`,
    notes: others.length > 0 ? [`Before: ${others.join('; ')}.`] : [],
  };
}
