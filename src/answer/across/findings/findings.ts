import { absencesAsked, asksGoodOrBad, pointKindOf } from '../../../question/index.js';
import { groupByCouncil, type SearchRequest, type SoughtConcept } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import { figureAskedOf } from '../../figure-asked.js';
import { requestOf } from '../../search-request.js';
import { subjectAsked } from './asked-for.js';
import { COUNCILS_CLOSEST, givingFigure } from './closest.js';
import type { FindingsFacts } from './findings-facts.js';
import { apart } from './in-two-sentences.js';
import { asksOfFault, isFaultOrNot, kindAsked } from './kind-asked.js';
import { closest, nearest } from './nearest.js';
import { onPoint } from './on-point.js';
import { councilsOf, inAskersWords, isNextToNone } from './plainest.js';
import { plainestQuoted } from './quoted-councils.js';
import { rareWords, withRareFirst } from './rare-words.js';
import { relaxed } from './relaxed.js';
import { passagesRead, reportsRead } from './reports.js';
import { isCritical, sentencesSought } from './sentences-sought.js';
import { soughtOf } from './sought.js';
import { tonesOf } from './tones-of-councils.js';

export type { FindingsFacts } from './findings-facts.js';

/** What was found at every council that a question may be about, council by council. */
export function findingsAcross(asked: AskedOfAll): FindingsFacts {
  const { question, scope, context } = asked;
  const implied = kindAsked(question);
  // "Missed or not understood" asks for two things, of which one is no fault by itself.
  const isFault = asksOfFault(question, implied) && !isFaultOrNot(question);
  // Who asks where a fault happens asks for no criticism of it by that.
  const kind = isFault ? pointKindOf(question) : implied;
  const isAbsence = isFault && kind.tone === null && absencesAsked(question).length > 0;
  const urns = scope.authorities.map(({ urn }) => urn);
  const read = reportsRead(asked);
  const request: SearchRequest = {
    ...requestOf(question, urns, context, kind),
    visitIds: new Set(read.reports.map(({ visit }) => visit.id)),
  };
  const result = context.search.find(request);
  const all = soughtOf(asked, request);
  const subject = subjectAsked(question, request);
  const facts = {
    request,
    result,
    kind,
    isFault,
    isAbsence,
    concepts: all,
    unsaid: [],
    unsaidBut: 0,
    happens: 0,
    isEither: asksGoodOrBad(question),
    tones: { praise: 0, criticism: 0 },
    rare: null,
    apart: null,
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
  const both =
    isTreated && !isAbsence && !kind.recommendations
      ? apart(asked, all, read, {
          few: isNextToNone(inAskersWords(sentences, all)),
          sentencesOf: ({ concepts, tone, isFault }) =>
            sentencesSought(asked, { ...facts, concepts, isFault, kind: { ...kind, tone } }),
        })
      : null;
  if (both) {
    const { councils, quoted, sides } = both;
    const counted = { isCounted: true, inOtherWords: false, lacking: [] };
    return { ...facts, ...counted, councils, quoted, apart: sides, figures };
  }
  const { concepts, unsaidBut, inOtherWords, ...asWanted } = isTreated
    ? relaxed(inAskersWords(sentences, all), all, on)
    : inAskersWords(sentences, all);
  const { wanted, unsaid } = onPoint(question, asWanted);
  const happening = councilsOf(wanted, read, isFault);
  const isCriticised = isFault && kind.tone === 'criticism';
  const councils = isCriticised ? councilsOf(wanted.filter(isCritical), read, isFault) : happening;
  const plainest = plainestQuoted(councils);
  // What is wider than what was asked is shown of few.
  const own = unsaid.length > 0 ? plainest.slice(0, COUNCILS_CLOSEST) : plainest;
  const shown = inOtherWords ? closest(councils, concepts).quoted : own;
  const happens = isCriticised ? happening.length - councils.length : 0;
  const found = {
    ...facts,
    ...{ concepts, unsaid, unsaidBut, councils, happens, quoted: shown, figures },
    tones: tonesOf(councils),
  };
  if (councils.length === 0)
    return { ...found, ...nearest(asked, { ...facts, concepts }, isTreated, on), figures };
  const isToned = kind.tone !== null || kind.recommendations || isFault;
  const inOwn = inOtherWords ? null : rareWords(councils, concepts, passagesRead(context, read));
  const rare = isToned ? null : inOwn;
  const counted = { ...found, rare, isCounted: true, inOtherWords, lacking: [] };
  if (!inOwn) return counted;
  return {
    ...counted,
    councils: withRareFirst(councils, inOwn),
    quoted: rare ? inOwn.councils : withRareFirst(shown, inOwn),
  };
}
