import { createHash } from 'node:crypto';
import { type AnswerContext, type Point, wholePointOf } from '../../answer/index.js';
import type { Alert } from '../../domain/alert.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { inTableOrder } from '../../domain/judgement.js';
import { isEvidence, type RecordedPassage } from '../../domain/record.js';
import type { DigestState } from '../../domain/subscription.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { narrowed } from '../../search/index.js';
import type { ChangedDocument } from '../content/digest-value.js';
import { detailOf } from '../content/document-detail.js';
import { type HeldDocument, heldDocuments } from '../content/reported.js';
import { patternOf, sentencesWith } from './words-in-text.js';

/** So many documents are told at length; of more, their number. */
const SHOWN = 4;
const QUOTED_OF_EACH = 2;

/** What an alert looks for, and what it knows already. */
export type AlertSought = Pick<Alert, 'words' | 'places' | 'state'>;

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
};

type Sought = Pick<Alert, 'words' | 'places'>;

/** A document that counts for an alert; `isKnown` where it was held, or told, before. */
type Candidate = {
  authority: LocalAuthority;
  held: HeldDocument;
  key: string;
  isKnown: boolean;
};

/** What one alert found: documents that say its words, or all that are new to it. */
type Found = { alert: AlertSought; found: Candidate[]; said: string[]; state: DigestState };

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
  const states = all.map(({ found, state }) => (found.length > 0 ? state : null));
  const finders = all.filter(({ found }) => found.length > 0);
  if (finders.length === 0) return { news: null, states };
  const each = finders.flatMap(({ found }) => found);
  const ordered = [...new Map(each.map((one) => [one.held.key, one])).values()].sort(byVisit);
  const told = ordered
    .slice(0, SHOWN)
    .map((one) => documentOf(one, findersOf(one, finders), context));
  const more = ordered.slice(SHOWN).map(({ authority }) => authority);
  const said = [...new Set(finders.flatMap((finder) => finder.said))];
  return { news: { documents: told, more, said, of: finders.map(({ alert }) => alert) }, states };
}

const findersOf = ({ held }: Candidate, finders: Found[]): AlertSought[] =>
  finders
    .filter(({ found }) => found.some((one) => one.held.key === held.key))
    .map(({ alert }) => alert);

function foundBy(alert: AlertSought, context: AnswerContext): Found {
  const candidates = candidatesOf(alert, context);
  const reported = { ...alert.state.reported, ...keysOf(candidates) };
  const fresh = candidates.filter(({ isKnown }) => !isKnown);
  return { alert, ...saying(alert.words, fresh, context), state: { ...alert.state, reported } };
}

/** What an alert that is made now is to be silent about: all that is held already. */
export const knownNow = (
  sought: Pick<Alert, 'words' | 'places'>,
  context: AnswerContext,
): DigestState => ({
  reported: keysOf(candidatesOf({ ...sought, state: { reported: {}, themesUsed: {} } }, context)),
  themesUsed: {},
});

const keysOf = (candidates: Candidate[]): Record<string, string> =>
  Object.fromEntries(candidates.map(({ key }) => [key, '']));

/** A document of Ofsted's own, with its keys for alerts on new reports and on words. */
type Counted = {
  authority: LocalAuthority;
  held: HeldDocument;
  keys: { report: string; words: string };
};

/** They are found once for a record, whatever alerts there are. */
const countedOf = new WeakMap<object, Counted[]>();

function ownDocuments({ covered, record }: AnswerContext): Counted[] {
  const before = countedOf.get(record);
  if (before) return before;
  const found = covered.flatMap((authority) =>
    heldDocuments(record, authority.urn)
      .filter(({ document: { source } }) => source.kind === 'report' || source.kind === 'letter')
      .map((held) => ({
        ...{ authority, held },
        keys: { report: keyOf(held.key), words: keyOf(`${held.key}@${held.version.sum}`) },
      })),
  );
  countedOf.set(record, found);
  return found;
}

/**
 * Ofsted's own documents of these councils. One that is looked through for words counts when its
 * text is held, and again where a revised version has other text.
 */
function candidatesOf({ words, places, state }: AlertSought, context: AnswerContext): Candidate[] {
  const urns = new Set(places.flatMap((place) => place.urns));
  return ownDocuments(context)
    .filter(({ authority: { urn } }) => urns.size === 0 || urns.has(urn))
    .filter(({ held }) => words.length === 0 || held.document.source.holds === 'passages')
    .map(({ authority, held, keys }) => {
      const key = words.length > 0 ? keys.words : keys.report;
      return { authority, held, key, isKnown: key in state.reported };
    });
}

/** A short form: an alert keeps one for each document of the record. */
const keyOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 10);

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
  const passages = record.passages.filter(
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
  const saying = words.length > 0 ? pointsSaying(words, document.source.id, context) : [];
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
function pointsSaying(words: string[], id: string, { record }: AnswerContext): Point[] {
  const pattern = patternOf(words);
  const pointsIn = (recorded: RecordedPassage) =>
    sentencesWith(pattern, recorded.passage.quote).map(({ from, to }) =>
      wholePointOf(narrowed(recorded, recorded.passage.quote.slice(from, to))),
    );
  return record.passages.filter((one) => one.source.id === id && isEvidence(one)).flatMap(pointsIn);
}
