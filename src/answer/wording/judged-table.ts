import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { visitDates, visitName } from '../../domain/visit.js';
import type { Table } from '../answer.js';
import { gradeSaid, judgedWhere } from './phrases.js';

/** A table of one council's judgements, a row each, in the order given. */
export const judgedTable = (caption: string, judged: RecordedJudgement[]): Table => ({
  caption,
  columns: ['Area', 'Grade', 'Visit', 'Document'],
  rows: judged.map((each) => [
    areaName(each.judgement.area),
    gradeSaid(each.judgement),
    `${visitName(each.visit)}, ${visitDates(each.visit)}`,
    judgedWhere(each),
  ]),
});
