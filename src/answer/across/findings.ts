import type { PointKind } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { saysPutRight } from '../../domain/salience.js';
import { namesFault } from '../../question/index.js';
import {
  groupByCouncil,
  type SearchRequest,
  type SentenceFound,
  type SoughtConcept,
} from '../../search/index.js';
import type { AskedOfAll } from '../asked.js';
import { figureAskedOf } from '../figure-asked.js';
import { requestOf } from '../search-request.js';
import { kindAsked, peopleNamed, subjectAsked } from './asked-for.js';
import { givingFigure } from './closest.js';
import type { FindingsFacts } from './findings-facts.js';
import { closest, nearest } from './nearest.js';
import { councilsOf, inAskersWords } from './plainest.js';
import { plainestQuoted } from './quoted-councils.js';
import { relaxed } from './relaxed.js';
import { reportsRead } from './reports.js';
import { soughtOf } from './sought.js';

export type { FindingsFacts } from './findings-facts.js';

/** What was found at every council that a question may be about, council by council. */
export function findingsAcross(asked: AskedOfAll): FindingsFacts {
  const { question, scope, context } = asked;
  const kind = kindAsked(question);
  const urns = scope.authorities.map(({ urn }) => urn);
  const read = reportsRead(asked);
  const request: SearchRequest = {
    ...requestOf(question, urns, context, kind),
    visitIds: new Set(read.reports.map(({ visit }) => visit.id)),
  };
  const result = context.search.find(request);
  const all = soughtOf(asked, request);
  const subject = subjectAsked(question, request);
  const isFault = kind.tone === null && !kind.recommendations && namesFault(question);
  const facts = {
    request,
    result,
    kind,
    isFault,
    concepts: all,
    unsaid: [],
    unsaidBut: 0,
    subject,
    read,
  };
  const figure = figureAskedOf(question);
  const giving = figure ? givingFigure(asked, request, result, figure) : [];
  if (giving.length > 0) return { ...facts, ...closest(giving, []), figures: 'shown' };
  const figures: FindingsFacts['figures'] = figure ? 'none' : null;
  const isTreated =
    result.outOfScope === null &&
    (all.some(({ named }) => named !== 'word') ||
      (result.verdict === 'found' && groupByCouncil(request, result).councils.length > 0));
  const sentences = isTreated ? sentencesSought(asked, facts) : [];
  const on = (concepts: SoughtConcept[]) => sentencesSought(asked, { ...facts, concepts });
  const { wanted, concepts, unsaid, unsaidBut, inOtherWords } = isTreated
    ? relaxed(inAskersWords(sentences, all), all, on)
    : inAskersWords(sentences, all);
  const councils = councilsOf(wanted, read, isFault);
  const shown = inOtherWords ? closest(councils, concepts).quoted : plainestQuoted(councils);
  const found = { ...facts, concepts, unsaid, unsaidBut, councils, quoted: shown, figures };
  if (councils.length > 0) return { ...found, isCounted: true, inOtherWords, lacking: [] };
  return { ...found, ...nearest(asked, { ...facts, concepts }, isTreated, on), figures };
}

/** Every sentence of the reports read that is on all that is sought and of the kind asked for. */
function sentencesSought(
  { context, question }: AskedOfAll,
  { kind, isFault, concepts, read }: Pick<FindingsFacts, 'kind' | 'isFault' | 'concepts' | 'read'>,
): SentenceFound[] {
  const visits = new Set(read.reports.map(({ visit }) => visit.id));
  const sentencesOf = context.search.sentencesOn(concepts, {
    tone: kind.tone,
    people: peopleNamed(question),
  });
  return context.search
    .passagesOn(concepts)
    .filter((recorded) => visits.has(recorded.visit.id) && mayBeFinding(recorded, kind))
    .flatMap(sentencesOf)
    .filter(({ isDenied }) => kind.tone !== null || !isDenied)
    .filter(({ tone }) => !isFault || tone !== 'praise')
    .filter(({ recorded, tone }) => tone !== 'criticism' || !saysPutRight(recorded.passage.quote));
}

/**
 * What is said of a board is no finding about its council, nor is what a council says of itself,
 * unless that is asked for.
 */
function mayBeFinding(recorded: RecordedPassage, { speaker, recommendations }: PointKind): boolean {
  const { kind, speaker: own } = recorded.passage;
  if (isAboutBoard(recorded) || kind === 'context') return false;
  if (recommendations) return kind === 'recommendation';
  if (speaker === 'council') return own.kind === 'council' || own.kind === 'office_holder';
  if (speaker === 'press') return own.kind === 'press';
  return kind !== 'statement';
}
