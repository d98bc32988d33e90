import { type AnswerContext, type Point, wholePointOf } from '../../answer/index.js';
import type { Alert } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { type DepartedCouncil, departed, departuresTold } from '../../domain/departed.js';
import type { RecordedDocument } from '../../domain/document.js';
import { inTableOrder } from '../../domain/judgement.js';
import { isEvidence, type RecordedPassage } from '../../domain/record.js';
import type { DigestState } from '../../domain/subscription.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { narrowed } from '../../search/index.js';
import type { ChangedDocument } from '../content/digest-value.js';
import { detailOf } from '../content/document-detail.js';
import { type AlertSought, type Candidate, candidatesOf, keysOf } from './candidates.js';
import { patternOf, sentencesWith } from './words-in-text.js';

/** So many documents are told at length; of more, their number. */
const SHOWN = 4;
const QUOTED_OF_EACH = 2;

/**
 * A document that an alert tells of. `newer` is the newest visit that the record knows of its
 * council, null where it is this one's. `points` quote the sentences that have the words of alerts
 * and, where one that looks for none found it (`isNew`), what stands out; `more` sentences that
 * have the words are not quoted.
 */
export type AlertDocument = Pick<ChangedDocument, 'source' | 'visit' | 'judgements'> & {
  authority: LocalAuthority;
  newer: Visit | null;
  isNew: boolean;
  points: Point[];
  more: number;
};

/**
 * What alerts of one channel tell, the newest visit first: `documents` at length, and of how many
 * `more` of which councils it tells no more than that they came.
 */
export type AlertNews = {
  documents: AlertDocument[];
  more: LocalAuthority[];
  /** Those of the alerts' words that they say. */
  said: string[];
  /** The alerts that found something, in the order in which they were set up. */
  of: Sought[];
  /** Councils that they name and that are gone from the register, or ended, each told once. */
  gone: DepartedCouncil[];
};

type Sought = Pick<Alert, 'words' | 'places'>;

/** What one alert found: documents that say its words, or all that are new to it. */
type Found = {
  alert: AlertSought;
  found: Candidate[];
  said: string[];
  gone: DepartedCouncil[];
  state: DigestState;
};

/**
 * Finds what came into the record since alerts of one channel were made or told last; `news` is
 * null where nothing they look for did. `states` are, one for each, what will have been told then;
 * where an alert found nothing, null. A document that several look for is told once. Pure.
 */
export function alertNews(
  alerts: readonly AlertSought[],
  context: AnswerContext,
): { news: AlertNews | null; states: (DigestState | null)[] } {
  const all = alerts.map((alert) => foundBy(alert, context));
  const hasNews = ({ found, gone }: Found) => found.length + gone.length > 0;
  const states = all.map((one) => (hasNews(one) ? one.state : null));
  const finders = all.filter(hasNews);
  if (finders.length === 0) return { news: null, states };
  const each = finders.flatMap(({ found }) => found);
  const ordered = [...new Map(each.map((one) => [one.held.key, one])).values()].sort(byVisit);
  const told = ordered
    .slice(0, SHOWN)
    .map((one) => documentOf(one, findersOf(one, finders), context));
  const more = ordered.slice(SHOWN).map(({ authority }) => authority);
  const said = [...new Set(finders.flatMap((finder) => finder.said))];
  const gone = new Map(finders.flatMap((one) => one.gone).map((one) => [one.urn, one]));
  const of = finders.map(({ alert }) => alert);
  return { news: { documents: told, more, said, of, gone: [...gone.values()] }, states };
}

const findersOf = ({ held }: Candidate, finders: Found[]): AlertSought[] =>
  finders
    .filter(({ found }) => found.some((one) => one.held.key === held.key))
    .map(({ alert }) => alert);

function foundBy(alert: AlertSought, context: AnswerContext): Found {
  const candidates = candidatesOf(alert, context);
  const departures = departuresTold(alert.state.reported, departedFrom(alert, context));
  const reported = { ...departures.reported, ...keysOf(candidates) };
  const fresh = candidates.filter(({ isKnown }) => !isKnown);
  const found = saying(alert.words, fresh, context);
  return { alert, ...found, gone: departures.untold, state: { ...alert.state, reported } };
}

/** The councils that an alert names one by one and that are gone; a region goes on without them. */
export const departedFrom = (
  { places }: Pick<Alert, 'places'>,
  { record }: AnswerContext,
): DepartedCouncil[] =>
  places.flatMap(({ name, urns: [urn, ...others] }) =>
    urn !== undefined && others.length === 0 ? (departed(urn, record, name) ?? []) : [],
  );

/**
 * Those that say one of the words in what is evidence, not in what Ofsted prints in every one, and
 * which words they say; all, where there are no words.
 */
function saying(
  words: string[],
  fresh: Candidate[],
  { record }: AnswerContext,
): { found: Candidate[]; said: string[] } {
  if (words.length === 0 || fresh.length === 0) return { found: fresh, said: [] };
  const pattern = patternOf(words);
  const ids = new Set(fresh.map(({ held }) => held.document.source.id));
  const passages = record.passages
    .all()
    .filter(
      (one) =>
        ids.has(one.source.id) &&
        isEvidence(one) &&
        sentencesWith(pattern, one.passage.quote).length > 0,
    );
  const saying = new Set(passages.map(({ source }) => source.id));
  const isSaid = (word: string): boolean => {
    const own = patternOf([word]);
    return passages.some(({ passage }) => own.test(passage.quote));
  };
  return {
    found: fresh.filter(({ held }) => saying.has(held.document.source.id)),
    said: words.filter(isSaid),
  };
}

const byVisit = ({ held: a }: Candidate, { held: b }: Candidate): number =>
  a.visit && b.visit ? newestFirst(a.visit, b.visit) : Number(!a.visit) - Number(!b.visit);

function documentOf(
  { authority, held }: Candidate,
  finders: AlertSought[],
  context: AnswerContext,
): AlertDocument {
  const { document, visit } = held;
  const newest = context.record.visits.find(({ urn }) => urn === authority.urn);
  const words = [...new Set(finders.flatMap((alert) => alert.words))];
  const isNew = finders.some((alert) => alert.words.length === 0);
  const saying = words.length > 0 ? pointsSaying(words, document, context) : [];
  const standingOut = isNew ? detailOf(held, [], context).points : [];
  const said = new Set(saying.map(({ citation }) => citation.quote));
  const others = standingOut.filter(({ citation }) => !said.has(citation.quote));
  return {
    authority,
    source: document.source,
    visit,
    judgements: document.judgements.filter((j) => j.visit === visit?.id).sort(inTableOrder),
    newer: newest && visit && newest.id !== visit.id ? newest : null,
    isNew,
    points: [...saying, ...others].slice(0, QUOTED_OF_EACH),
    more: Math.max(0, saying.length - QUOTED_OF_EACH),
  };
}

/** Each sentence that has one of the words, as a point of its own. */
function pointsSaying(
  words: string[],
  { urn, source }: RecordedDocument,
  { record }: AnswerContext,
): Point[] {
  const pattern = patternOf(words);
  const pointsIn = (recorded: RecordedPassage) =>
    sentencesWith(pattern, recorded.passage.quote).map(({ from, to }) =>
      wholePointOf(narrowed(recorded, recorded.passage.quote.slice(from, to))),
    );
  return record.passages
    .of(urn)
    .filter((one) => one.source.id === source.id && isEvidence(one))
    .flatMap(pointsIn);
}
