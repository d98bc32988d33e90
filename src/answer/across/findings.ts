import type { PointKind } from '../../domain/point-kind.js';
import { absencesAsked, pointKindOf } from '../../question/index.js';
import {
  groupByCouncil,
  type SearchRequest,
  type SearchResult,
  type SentenceFound,
  type SoughtConcept,
  soughtConcepts,
  themesApart,
} from '../../search/index.js';
import type { AskedOfAll } from '../asked.js';
import { figureAskedOf } from '../figure-asked.js';
import { requestOf } from '../search-request.js';
import {
  asksOfFault,
  jointsIn,
  kindAsked,
  placesOfCouncils,
  ringsNamed,
  subjectAsked,
  themesNamed,
  wordsAside,
  wordsDenied,
  wordsOfAsking,
} from './asked-for.js';
import { COUNCILS_CLOSEST, closestAcross, givingFigure } from './closest.js';
import { type CouncilFindings, councilsOf, inAskersWords } from './plainest.js';
import { type ReportsRead, reportsRead } from './reports.js';
import { isCritical, sentencesSought } from './sentences-sought.js';

/** How many councils are quoted; the others stand in the table. */
const COUNCILS_QUOTED = 8;

/**
 * The findings of all councils of the scope, council by council, the plainest first.
 * `concepts` are what every sentence counted is on, `subject` the words that asked for them, and
 * `kind` the kind of point that was asked for; `isFault`: what was asked for is a fault where it is
 * so, and praise for what keeps it away is no finding on it; `isAbsence`: who is free of it was
 * asked for. `unsaid` are words of the question that no sentence on the rest has, or those of next
 * to no council (`unsaidBut`), so that they decided nothing.
 * `happens`: how many councils more have a fault without criticism of it, where that is asked for.
 * `isCounted`: every report read was looked through sentence by sentence, so that the number of
 * councils is one. Otherwise what is shown only comes closest. `inOtherWords`: nothing is said in
 * the asker's own words for a theme, and what is shown is on the theme; `lacking` are the words of
 * the question that no sentence on its themes has. Where nothing answers, `councils` is empty and
 * `result` says why.
 */
export type FindingsFacts = {
  request: SearchRequest;
  result: SearchResult;
  kind: PointKind;
  isFault: boolean;
  isAbsence: boolean;
  concepts: SoughtConcept[];
  unsaid: string[];
  unsaidBut: number;
  subject: string;
  read: ReportsRead;
  councils: CouncilFindings[];
  happens: number;
  quoted: CouncilFindings[];
  isCounted: boolean;
  inOtherWords: boolean;
  lacking: SoughtConcept[];
  figures: 'shown' | 'none' | null;
};

/** What was found at every council that a question may be about, council by council. */
export function findingsAcross(asked: AskedOfAll): FindingsFacts {
  const { question, scope, context } = asked;
  const implied = kindAsked(question);
  const isFault = asksOfFault(question, implied);
  const isAbsence = isFault && absencesAsked(question).length > 0;
  // Who asks where a fault happens asks for no criticism of it by that.
  const kind = isFault ? pointKindOf(question) : implied;
  const urns = scope.authorities.map(({ urn }) => urn);
  const read = reportsRead(asked);
  const request: SearchRequest = {
    ...requestOf(question, urns, context, kind),
    visitIds: new Set(read.reports.map(({ visit }) => visit.id)),
  };
  const result = context.search.find(request);
  const aside = wordsAside(question);
  const inPlace = themesNamed(question);
  const taken = new Set([...aside, ...inPlace.flatMap(({ places }) => places)]);
  for (const at of placesOfCouncils(question)) taken.add(at);
  const named = [...inPlace, ...themesApart(question.tokens, context.record.themes, taken)];
  const sought = {
    themes: named,
    rings: ringsNamed(question),
    either: jointsIn(question),
    asking: wordsOfAsking(question),
    denied: wordsDenied(question),
  };
  const all = soughtConcepts(request, sought, aside, context.search.vocabulary);
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
  const { wanted, concepts, unsaid, unsaidBut, inOtherWords } = inAskersWords(sentences, all);
  const happening = councilsOf(wanted, read, isFault);
  const isCriticised = isFault && kind.tone === 'criticism';
  const councils = isCriticised ? councilsOf(wanted.filter(isCritical), read, isFault) : happening;
  const shown = inOtherWords ? closest(councils, concepts).quoted : quoted(councils);
  const happens = isCriticised ? happening.length - councils.length : 0;
  const found = {
    ...facts,
    ...{ concepts, unsaid, unsaidBut, councils, happens, quoted: shown, figures },
  };
  if (councils.length > 0) return { ...found, isCounted: true, inOtherWords, lacking: [] };
  return { ...found, ...nearest(asked, { ...facts, concepts }, isTreated), figures };
}

/** A theme of so many terms holds several subjects: few of its sentences are on any one of them. */
const WIDE = 40;

/**
 * What only comes closest counts nothing, and is quoted where it says what the asker named, or is
 * on a theme little wider than that: a wide theme is told of, and not quoted.
 */
const closest = (councils: CouncilFindings[], concepts: SoughtConcept[]) => ({
  councils,
  quoted: quoted(
    concepts.some(({ themes }) => themes.some(({ terms }) => terms.length >= WIDE))
      ? councils.filter(({ found: [first] }) => first?.isMeant)
      : councils,
  ).slice(0, COUNCILS_CLOSEST),
  isCounted: false,
  inOtherWords: false,
  lacking: [],
});

/** So many words of a question are tried one by one, where no sentence has all of them. */
const WORDS_TRIED = 3;

/**
 * What comes nearest where no sentence has all that is sought: those on the themes with as many of
 * the other words as any has, or the passages of the search that carry nearly all of it.
 */
function nearest(
  asked: AskedOfAll,
  facts: Pick<
    FindingsFacts,
    'request' | 'result' | 'kind' | 'isFault' | 'isAbsence' | 'concepts' | 'read'
  >,
  isTreated: boolean,
): Pick<
  FindingsFacts,
  'concepts' | 'councils' | 'quoted' | 'isCounted' | 'inOtherWords' | 'lacking'
> {
  const themes = facts.concepts.filter(({ named }) => named !== 'word');
  const words = facts.concepts.filter(({ named }) => named === 'word');
  const on = (concepts: SoughtConcept[]) => sentencesSought(asked, { ...facts, concepts });
  let near = { concepts: themes, sentences: [] as SentenceFound[] };
  if (isTreated && themes.length > 0 && words.length > 0) {
    near.sentences = on(themes);
    const tried = near.sentences.length > 0 ? words.slice(0, WORDS_TRIED) : [];
    for (const word of words.length > 1 ? tried : []) {
      const concepts = [...near.concepts, word];
      const sentences = on(concepts);
      if (sentences.length > 0) near = { concepts, sentences };
    }
  }
  const { concepts } = facts;
  const councils = councilsOf(near.sentences, facts.read, facts.isFault);
  if (councils.length > 0) {
    const lacking = words.filter((word) => !near.concepts.includes(word));
    return { ...closest(councils, near.concepts), concepts, lacking, inOtherWords: true };
  }
  const passages = themes.length > 0 ? [] : closestAcross(asked, facts.request, facts.result);
  return { ...closest(passages, []), concepts };
}

/** Where so many councils have sentences in the very words of the asker, only those are quoted. */
const ENOUGH_OWN = 3;

/**
 * Where several councils have sentences that say what was asked for, only those are quoted; of
 * what is said in the asker's very words by some, and in others' by the rest, the first.
 */
function quoted(councils: CouncilFindings[]): CouncilFindings[] {
  const having = (
    list: CouncilFindings[],
    least: number,
    key: 'isLiteral' | 'isExact' | 'isOwn',
  ) => {
    const some = list.filter(({ found: [first] }) => first?.[key]);
    return some.length >= least ? some : list;
  };
  const literal = having(councils, 2, 'isLiteral');
  return having(having(literal, 2, 'isExact'), ENOUGH_OWN, 'isOwn')
    .filter(({ isPlain }) => isPlain)
    .slice(0, COUNCILS_QUOTED);
}
