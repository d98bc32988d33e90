import type { LocalAuthority } from '../domain/authority.js';
import type { Freshness } from '../domain/freshness.js';
import type { NamedKind } from '../domain/named-kinds.js';
import { newestFirst, type Visit } from '../domain/visit.js';
import { type Period, type Question, spansOf, textWithout } from '../question/index.js';
import type { AnswerContext } from './context.js';

/**
 * Which councils of the record a question is about that names none: all that exist, or those of
 * places (`places`, by name) and of a type of council (`type`: "county councils"), but for the
 * councils, and those of the places and types, named in `excluded`; `having`: with such visits, or
 * without. `text` is the question without
 * the words that said so.
 */
export type Scope = {
  authorities: LocalAuthority[];
  places: string[];
  type: string | null;
  excluded: string[];
  having?: Having;
  text: string;
};

/**
 * That councils had, or had not, a visit of a kind that gives no grade, and in which months such
 * visits are listed for all councils.
 */
export type Having = {
  kind: NamedKind;
  had: boolean;
  period: Period | null;
  listed: { from: string; to: string } | null;
};

/** The scope of a question. Councils that are no more are not counted among those that exist. */
export function scopeOf(question: Question, { covered, reader }: AnswerContext): Scope {
  const places = spansOf(question, 'place')
    .map(({ value }) => value)
    .filter(({ type }) => type !== 'everywhere');
  // "Which type of council: county, borough, unitary?" is asked of all types.
  const isByType = spansOf(question, 'grouping').some(({ value }) => value === 'council_type');
  const allTypes = isByType ? [] : spansOf(question, 'council_type');
  const types = allTypes.map(({ value }) => value);
  const excluded = spansOf(question, 'left_out').map(({ value }) => value);
  const isFormer = ({ name, ended }: LocalAuthority) =>
    ended !== undefined || reader.formerCouncils.some((former) => former.name === name);
  const inPlaces = new Set(places.flatMap(({ councils }) => councils.map(({ urn }) => urn)));
  const ofTypes = new Set(types.flatMap(({ councils }) => councils.map(({ urn }) => urn)));
  const isLeftOut = ({ urn }: LocalAuthority) =>
    excluded.some(({ councils }) => councils.some((council) => council.urn === urn));
  const isIn = ({ urn }: LocalAuthority) =>
    (places.length === 0 || inPlaces.has(urn)) && (types.length === 0 || ofTypes.has(urn));
  const isInEither = ({ urn }: LocalAuthority) => inPlaces.has(urn) || ofTypes.has(urn);
  // "Counties, unitaries and london" are set beside each other: no council is all of them.
  const isApart = types.length > 1 && !covered.some(isIn);
  const names = (list: { name: string }[]) => [...new Set(list.map(({ name }) => name))];
  const named = [...names(types), ...(isApart ? names(places) : [])];
  return {
    authorities: covered.filter(
      (authority) =>
        !isFormer(authority) &&
        !isLeftOut(authority) &&
        (isApart ? isInEither(authority) : isIn(authority)),
    ),
    places: isApart ? [] : names(places),
    type: named.length > 0 ? named.join(' and ') : null,
    excluded: names(excluded),
    text: textWithout(question, ['place', 'council_type', 'left_out']),
  };
}

/** The visits of these councils of which the record holds a document, newest first. */
export const visitsHeld = (scope: Scope, context: AnswerContext): Visit[] =>
  visitsIn(scope, context).sort(newestFirst);

const visitsIn = ({ authorities }: Scope, { visitsOf }: AnswerContext): Visit[] =>
  authorities.flatMap(({ urn }) => visitsOf(urn).filter((visit) => visit.known === null));

/**
 * How many documents the record holds of these councils, of how many councils it has the text of a
 * document (`withText`), how far it reaches, and the newest and the oldest visit.
 */
export type Held = {
  documents: number;
  councils: number;
  withText: number;
  freshness: Freshness;
  newest: Visit | null;
  oldest: Visit | null;
};

export function heldOf(scope: Scope, context: AnswerContext): Held {
  const urns = new Set(scope.authorities.map(({ urn }) => urn));
  let [newest, oldest]: [Visit | null, Visit | null] = [null, null];
  for (const visit of visitsIn(scope, context)) {
    if (!newest || newestFirst(visit, newest) < 0) newest = visit;
    if (!oldest || newestFirst(oldest, visit) <= 0) oldest = visit;
  }
  const documents = context.record.documents.filter(({ urn }) => urns.has(urn));
  const withText = documents.filter(({ source }) => source.holds === 'passages');
  return {
    documents: new Set(documents.map(({ source }) => source.sha256)).size,
    councils: urns.size,
    withText: new Set(withText.map(({ urn }) => urn)).size,
    freshness: context.record.freshness,
    newest,
    oldest,
  };
}
