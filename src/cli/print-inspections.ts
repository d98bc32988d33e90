import type { RecordedDocument } from '../domain/document.js';
import { areaName } from '../domain/judgement.js';
import { sourceDate } from '../domain/source.js';
import { visitTitle } from '../domain/visit.js';
import { count } from './count.js';
import type { ListedInspection } from './inspection-list.js';
import { bold, type Terminal, wrap } from './terminal.js';

/** The visits as text: what each was, its grades, and what tells of it. */
export const printInspections = (inspections: ListedInspection[], terminal: Terminal): string =>
  inspections.map((inspection) => printInspection(inspection, terminal)).join('\n\n');

function printInspection(inspection: ListedInspection, terminal: Terminal): string {
  const { visit, authority, documents, judgements } = inspection;
  const title = `${authority}: ${visitTitle(visit)} (${visit.kind})`;
  const grades = [...judgements.values()].map(({ area, grade }) => `${areaName(area)}: ${grade}`);
  const about = [
    ...(grades.length > 0 ? [grades.join(' · ')] : []),
    ...(visit.leadInspector ? [`Lead inspector: ${visit.leadInspector}`] : []),
    ...(visit.known ? [`Known, no document held. ${visit.known.says}`] : []),
    ...documents.map((document) => documentLine(document, inspection)),
  ];
  return [
    bold(wrap(title, terminal), terminal),
    ...about.map((line) => wrap(line, terminal, '    ', '  ')),
  ].join('\n');
}

function documentLine({ source, passages }: RecordedDocument, { visit }: ListedInspection): string {
  const said = passages.filter((p) => p.visit === visit.id).length;
  const held = source.holds === 'facts' ? 'dates and grades only' : count(said, 'passage');
  return `${source.kind}: ${source.publisher}, ${sourceDate(source)}; ${held} (${source.id})`;
}
