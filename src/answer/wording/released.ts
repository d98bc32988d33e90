import { formatDate } from '../../domain/dates.js';
import { freshnessLine } from '../../domain/freshness.js';
import { sourceDate } from '../../domain/source.js';
import { visitTitle } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { ReleasesFacts } from '../one-council/documents.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';

/** When the newest of the reports meant came out, and those before it. */
export function wordReleased({ about, released }: ReleasesFacts): Answer {
  const { authority, question, reach } = about;
  const answer = {
    ...emptyAnswer('sources', question),
    authority,
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'sources'),
  };
  const [newest, ...earlier] = released.map(lineOf);
  if (!newest)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no such report.`,
    };
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${newest}.`,
    sections: earlier.length > 0 ? [{ heading: 'Before that', lines: earlier, points: [] }] : [],
  };
}

/** "inspection, 9–20 May 2022: report published 5 July 2022" */
function lineOf({ visit, source, reported }: ReleasesFacts['released'][number]): string {
  if (source.kind !== 'statistics')
    return `${visitTitle(visit)}: ${source.dated ? '' : `${source.kind} `}${sourceDate(source)}`;
  const when = reported
    ? `report published ${formatDate(reported)}, by Ofsted’s statistics`
    : 'the record does not know when its report came out';
  return `${visitTitle(visit)}: ${when}`;
}
