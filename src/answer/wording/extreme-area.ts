import { areaPhrase } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { ExtremeAreaFacts } from '../one-council/extreme-area.js';
import { judgedTable } from './judged-table.js';
import { councilLabel, counted, emptyAnswer, furtherChoices, listed, whenSaid } from './phrases.js';
import { visitOf } from './visit-of.js';

const SUPERLATIVES = { best: 'highest', worst: 'lowest' } as const;

/** "Kent: the lowest grade of an area at the inspection of 9–20 May 2022: good, for …". */
export function wordExtremeArea(facts: ExtremeAreaFacts): Answer {
  const { about, visit, graded, extreme, overall, which, inspections, ever } = facts;
  const { authority, question, period } = about;
  const [first] = extreme;
  const superlative = SUPERLATIVES[which];
  const answer: Answer = {
    ...emptyAnswer('grades', question),
    authority,
    choices: furtherChoices(authority, 'grades'),
  };
  if (!visit || !first)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no grades of areas${whenSaid(period)}.`,
    };
  const isAll = extreme.length === graded.length;
  const said = isAll
    ? `every area had the same grade: ${first.judgement.grade}`
    : `${first.judgement.grade}, ${areasOf(extreme)}`;
  const ofArea = `${superlative} grade of an area at the ${visitOf(visit)}: ${said}`;
  const [best] = overall;
  const ofAll = best
    ? [
        `${superlative} overall grade of ${counted(inspections, 'inspection', 'inspections')} held: ${best.judgement.grade} (${overall.map((each) => visitDates(each.visit)).join('; ')})`,
      ]
    : [];
  const [head = ofArea, ...others] = ever ? [...ofAll, ofArea] : [ofArea, ...ofAll];
  return {
    ...answer,
    headline: `${councilLabel(about)}, ${head}.`,
    notes: [
      ...others.map((each) => `${capitalised(each)}.`),
      'Areas with the same grade are not ranked among each other.',
    ],
    table: judgedTable(`Areas graded at the ${visitOf(visit)} of ${authority.name}`, graded),
    citations: [...extreme, ...overall].map(citeJudgement),
  };
}

/** "for leadership and for help and protection" */
const areasOf = (judged: RecordedJudgement[]): string =>
  listed(judged.map(({ judgement }) => areaPhrase([judgement.area])));
