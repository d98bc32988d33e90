import type { AnswerContext } from '../../answer/index.js';
import type { LocalAuthority, Urn } from '../../domain/authority.js';
import { departed, departuresTold, nameKept, namesToKeep } from '../../domain/departed.js';
import type { Reach } from '../../domain/freshness.js';
import type { DigestState } from '../../domain/subscription.js';
import type { Theme } from '../../domain/theme.js';
import {
  type CouncilDigest,
  type Digest,
  hasStandingFacts,
  type StandingFacts,
  type ThemeThroughTime,
} from './digest-value.js';
import { changedDocument, changesSince, type DocumentChange } from './document-changes.js';
import { reportedNow } from './reported.js';
import { nextTheme, rotate } from './rotation.js';
import { daysBetween, standingFacts } from './standing-facts.js';
import { themesWithFindings, themeThroughTime } from './theme-of-the-day.js';

/** So many councils are reported at length; of more, those without news take turns. */
const AT_LENGTH = 3;
/** Of more documents than this, only the newest visit's is reported at length. */
const IN_FULL = 2;

/**
 * What to report: of which councils, on which themes alone (ids; all where empty), only what is new
 * or not, and what was reported before. `today` is the reader's ISO date.
 */
export type DigestRequest = {
  authorities: Urn[];
  themes: string[];
  onlyNew: boolean;
  state: DigestState;
  today: string;
};

/** A council of the request with what has changed about it. */
type Council = {
  authority: LocalAuthority;
  changes: DocumentChange[];
  isFirst: boolean;
  standing: StandingFacts;
  reach: Reach;
  /** The themes of the request that its record has findings on. */
  candidates: Theme[];
};

/**
 * Makes what a subscription posts on a day: what is new or revised of each council since `state`,
 * else (unless `onlyNew`) one theme in rotation and the standing facts; and once of each council
 * that it is gone from the register, or ended.
 *
 * `digest` is null where there is nothing to post: of themes that the record has no findings
 * on, the standing facts alone would be the same every day. `state` is what will have been reported
 * once the digest was posted; without a digest, what to store at once. Pure: the same request and
 * record give the same digest.
 */
export function createDigest(
  request: DigestRequest,
  context: AnswerContext,
): { digest: Digest | null; state: DigestState } {
  const { authorities: urns, themes, onlyNew, state, today } = request;
  const { record } = context;
  const councils = urns
    .flatMap((urn) => record.authorities.find((authority) => authority.urn === urn) ?? [])
    .map((authority) => councilOf(authority, request, context));
  const changed = councils.filter(({ changes }) => changes.length > 0);
  const quiet = councils.filter(({ changes }) => changes.length === 0);
  const turn = daysBetween('1970-01-01', today);
  const places = onlyNew ? 0 : AT_LENGTH - changed.length;
  const chosen = rotate(
    quiet.filter((council) => hasAnything(council, themes)),
    ({ authority }) => Number(authority.urn.replace(/\D/g, '')),
    turn,
    places,
  );
  const themesUsed = { ...state.themesUsed };
  const atLength: CouncilDigest[] = [
    ...changed.map((council) => newsOf(council, themes, context)),
    ...chosen.map((council) => quietDay(council, turn, themesUsed, context)),
  ];
  const gone = departuresTold(
    state.reported,
    urns.flatMap((urn) => departed(urn, record, nameKept(state.reported, urn)) ?? []),
  );
  const reported = {
    ...gone.reported,
    ...namesToKeep(urns, record),
    ...reportedNow(record, urns),
  };
  if (atLength.length === 0 && gone.untold.length === 0)
    return { digest: null, state: { reported, themesUsed: state.themesUsed } };
  const digest: Digest = {
    date: today,
    onlyNew,
    themes: record.themes.filter(({ id }) => themes.includes(id)),
    councils: atLength,
    gone: gone.untold,
    freshness: record.freshness,
    others: quiet
      .filter((council) => !chosen.includes(council))
      .map(({ authority, standing }) => ({ authority, standing })),
  };
  return { digest, state: { reported, themesUsed } };
}

function councilOf(
  authority: LocalAuthority,
  { state, themes, today }: DigestRequest,
  context: AnswerContext,
): Council {
  const { record } = context;
  const { urn } = authority;
  return {
    authority,
    ...changesSince(state.reported, record, urn),
    standing: standingFacts(authority, today, context),
    reach: { ...record.freshness, checked: record.checked.get(urn) ?? null },
    candidates: themesWithFindings(record, urn, themes),
  };
}

/** Without findings on the themes of the request, the same facts every day are not worth a post. */
const hasAnything = ({ candidates, standing }: Council, themes: string[]): boolean =>
  candidates.length > 0 || (themes.length === 0 && hasStandingFacts(standing));

function newsOf(
  { authority, standing, reach, changes, isFirst }: Council,
  themes: string[],
  context: AnswerContext,
): CouncilDigest {
  const inFull = changes.length > IN_FULL ? 1 : IN_FULL;
  const documents = changes.map((change, at) =>
    changedDocument(change, { inFull: at < inFull, themes }, context),
  );
  return { kind: 'news', authority, standing, reach, documents, isFirst };
}

/** The theme of the day, or the standing facts where the council has no theme. */
function quietDay(
  { authority, standing, reach, candidates }: Council,
  turn: number,
  themesUsed: DigestState['themesUsed'],
  context: AnswerContext,
): CouncilDigest {
  const theme = themeOfTheDay(authority.urn, candidates, turn, themesUsed, context);
  const council = { authority, standing, reach };
  return theme ? { kind: 'theme', ...council, ...theme } : { kind: 'standing', ...council };
}

/** Takes the next theme of the council's rotation and notes it in `themesUsed`. */
function themeOfTheDay(
  urn: Urn,
  candidates: Theme[],
  turn: number,
  themesUsed: DigestState['themesUsed'],
  { record }: AnswerContext,
): ThemeThroughTime | null {
  const ids = candidates.map(({ id }) => id);
  const { theme: id, used } = nextTheme(ids, themesUsed[urn] ?? []);
  const theme = candidates.find((candidate) => candidate.id === id);
  if (!theme) return null;
  themesUsed[urn] = used;
  return themeThroughTime(theme, record, urn, Math.floor(turn / candidates.length));
}
