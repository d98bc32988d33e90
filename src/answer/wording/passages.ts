import { capitalised } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import { isVoice } from '../../domain/particular-subjects.js';
import type { RecordedPassage } from '../../domain/record.js';
import { themeInSentence } from '../../domain/theme.js';
import { newestFirst, visitTitle, yearOf } from '../../domain/visit.js';
import { createAlignment, createHolding } from '../../search/index.js';
import type { Answer, Point, Section } from '../answer.js';
import type { ClaimFacts } from '../one-council/claim.js';
import type { PassagesFacts } from '../one-council/passages.js';
import { councilLabel, counted, emptyAnswer, furtherChoices, listed } from './phrases.js';
import { pointOf } from './points.js';
import { notReadNote, silenceSaid } from './silence.js';
import { bothTones, pointsOfBothTones, toldSaid } from './tone-said.js';
import { visitOf } from './visit-of.js';

const TWO_CLAIMED = 'More than one thing is claimed there: ask of each by itself.';

/** The passages that answer a free question, best first, each quoted and cited. */
export function wordPassages(facts: PassagesFacts): Answer {
  const { about, shown, more, terms, isOthersWords } = facts;
  const { authority, reach, question } = about;
  const close = pointsOfBothTones(shown.slice(0, facts.close), facts.told, terms);
  const beside = shown.slice(facts.close).map((recorded) => pointOf(recorded, terms));
  const points = markedOlder([...close, ...beside]);
  return {
    ...emptyAnswer('passages', question),
    authority,
    headline: headlineOf(facts, close),
    ...(facts.claim
      ? { claim: facts.claim.verdict }
      : bothTones(facts.told, speaking(close, facts))),
    close: close.length,
    asked: facts.subject ?? facts.asked.words,
    notes: [
      ...(isOthersWords
        ? ['The closest words in the record are not Ofsted’s: see below whose they are.']
        : []),
      ...(facts.claim?.isOfTwo ? [TWO_CLAIMED] : []),
      ...notRead(facts),
    ],
    sections: byVisit(points),
    closing: [
      ...(more > 0
        ? [`${counted(more, 'more passage matches', 'more passages match')} less closely.`]
        : []),
      freshnessLine(reach),
    ],
    choices: furtherChoices(authority, 'passages'),
    citations: points.map((point) => point.citation),
  };
}

/** What has so much less of a question than the best only stands beside what answers it. */
const SOME_OF_IT = 0.7;

/** The quotations that speak of what is asked, whose tones count. */
function speaking(points: Point[], { terms, shown }: PassagesFacts): Point[] {
  const holds = createHolding(terms);
  const holding = points.filter(({ citation }) =>
    holds(citation.quote, themesOf(citation.quote, shown)),
  );
  if (terms.length > 0 && holding.length > 0) return holding;
  const align = createAlignment(terms);
  const has = points.map(({ citation }) => align(citation.quote).met);
  const least = SOME_OF_IT * Math.max(0, ...has);
  return points.filter((_, i) => (has[i] ?? 0) >= least);
}

/** The themes of the passage that a quotation is of. */
const themesOf = (quotation: string, shown: RecordedPassage[]): string[] =>
  shown.find(({ passage }) => passage.quote.includes(quotation))?.passage.themes ?? [];

/**
 * The headline dates the visit of the first quotation: what is quoted of an older one is said to be
 * older.
 */
function markedOlder(points: Point[]): Point[] {
  const [first] = points;
  if (!first) return points;
  return points.map((point) => {
    const { visit } = point.citation;
    if (newestFirst(first.citation.visit, visit) >= 0) return point;
    const kind = point.lead ? `, ${point.lead.toLowerCase()}` : '';
    return { ...point, lead: `Older (${yearOf(visit)})${kind}` };
  });
}

/** A report that was not read may have what only an older one, or none, is found to have. */
function notRead({ about, newestSilent, claim }: PassagesFacts): string[] {
  const unfound = newestSilent ?? (claim?.verdict === 'nearest' ? claim.by.visit : null);
  return unfound ? notReadNote(unfound, about) : [];
}

/** Which visit answers, whether a newer one is silent, and how a claim stands to the words. */
function headlineOf(facts: PassagesFacts, points: Point[]): string {
  const { about, shown, newestSilent, claim, standing, subject, told, asked } = facts;
  const council = councilLabel(about);
  const [first] = shown;
  if (!first) return `${council}: nothing quoted.`;
  if (standing && !(claim && claim.verdict !== 'nearest')) {
    const { area, grade } = standing.judgement;
    return `${council}, ${areaName(area).toLowerCase()}: ${grade}, by the ${visitOf(standing.visit)}.`;
  }
  if (claim) return `${council}: ${claimSaid(claim)}.`;
  const where = `the ${visitOf(first.visit)}`;
  const words = subject ?? asked.words;
  // Without a topic "criticised" would read as of the whole council.
  const said = words ? `, ${isVoice(words) ? words : `“${words}”`}` : ', as asked';
  if (newestSilent && asked.isFound) {
    const [newest = first.visit] = shown.map(({ visit }) => visit).sort(newestFirst);
    return `${council}${said}: only an older visit answers, the ${visitOf(newest)}; ${silenceSaid(newestSilent, about, 'does not')}.`;
  }
  const ofVisit = speaking(points, facts).filter(
    ({ citation }) => citation.visit.id === first.visit.id,
  );
  if (asked.isFound) return `${council}${said}: ${toldSaid(told, ofVisit)} at ${where}.`;
  const nearest = asked.nearest ? ` on ${themeInSentence(asked.nearest)}` : '';
  const without =
    asked.unsaid.length > 0 ? `, without ${listed(asked.unsaid.map((each) => `“${each}”`))}` : '';
  return `${council}: nearest to ${words ? `“${words}”` : 'that'} is what ${where} says${nearest}${without}.`;
}

function claimSaid({ verdict, by, differs, isContrary, isPerhaps }: ClaimFacts): string {
  const where = `the ${visitOf(by.visit)}`;
  const { kind } = by.passage.speaker;
  const isOfsted = kind === 'ofsted' || kind === 'ofsted_quoted_by_press';
  switch (verdict) {
    case 'verbatim':
      return isOfsted
        ? `yes, these very words are in the report on ${where}`
        : `these very words were said on ${where}, but not by Ofsted`;
    case 'close':
      return isOfsted
        ? `yes, in nearly these words, in the report on ${where}`
        : `said in nearly these words on ${where}, but not by Ofsted`;
    case 'qualified':
      return differs === 'figure'
        ? `not as claimed: such words were said on ${where}, but with another figure`
        : `not ${differs === 'limited' ? 'quite ' : ''}as claimed: ${qualifiedSaid(by, where)}`;
    case 'opposed':
      if (isContrary) return `not so: the report on ${where} says the contrary`;
      return `said otherwise: on ${where}, inspectors’ words are ${by.passage.tone === 'praise' ? 'praise' : 'criticism'}`;
    case 'alike':
      return `not in these words, but ${by.passage.tone === 'praise' ? 'praise' : 'criticism'} too, on ${where}`;
    case 'nearest':
      return isPerhaps
        ? `not word for word, but perhaps the same is said in the report on ${where}`
        : `no report held says that in these words; nearest: ${where}`;
  }
}

/** That words are turned or limited where they stand, or only asked for. */
export const qualifiedSaid = ({ passage }: RecordedPassage, where: string): string =>
  passage.kind === 'recommendation'
    ? `these words are of what must improve, from ${where}`
    : `such words were said on ${where}, but others beside them turn or limit them`;

/** Points under the visits that they are on; those of one visit that follow each other together. */
export function byVisit(points: Point[]): Section[] {
  const sections: Section[] = [];
  for (const point of points) {
    const heading = capitalised(visitTitle(point.citation.visit));
    const last = sections.at(-1);
    if (last?.heading === heading) last.points.push(point);
    else sections.push({ heading, lines: [], points: [point] });
  }
  return sections;
}
