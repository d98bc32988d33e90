import type { LocalAuthority, Urn } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import type { DigestState } from '../../domain/subscription.js';
import type { Choice } from '../answer.js';
import type { AnswerContext } from '../context.js';
import { daysBetween } from './facts.js';
import { newsOf } from './news.js';
import { nextTheme } from './rotation.js';
import { tellTheme, themesWithFindings } from './theme-of-the-day.js';
import { toldNow } from './told.js';
import { type CouncilDigest, type Telling, tellNews, tellNothingNew } from './told-council.js';

/** What to tell: of which councils, on which themes alone (ids; all where empty), only what is new or not, and what was told. `today` is the reader's ISO date. */
export type DigestRequest = {
  authorities: Urn[];
  themes: string[];
  onlyNew: boolean;
  state: DigestState;
  today: string;
};

/** Everything a digest says, as plain text values that know nothing of Slack. `headline` stands alone; `councils` is never empty. */
export type Digest = {
  date: string;
  headline: string;
  councils: CouncilDigest[];
  closing: string[];
  choices: Choice[];
};

/**
 * What a subscription posts on a day: what is new or revised of each council since `state`, else (unless only the new is wanted)
 * one theme in rotation and the standing facts. `digest` is null where there is nothing to post. `state` is what will have been told once
 * the digest was posted; without a digest, what to keep at once. Pure: the same request and record give the same digest.
 */
export function createDigest(
  request: DigestRequest,
  context: AnswerContext,
): { digest: Digest | null; state: DigestState } {
  const { authorities, today, onlyNew, state } = request;
  const themesUsed = { ...state.themesUsed };
  const councils: CouncilDigest[] = [];
  const silent: LocalAuthority[] = [];
  for (const urn of authorities) {
    const authority = context.record.authorities.find((a) => a.urn === urn);
    if (!authority) continue;
    const telling: Telling = { authority, today, themes: request.themes, context };
    const found = newsOf(context.record, urn, state.told);
    const council =
      found.news.length > 0
        ? tellNews(found, telling)
        : onlyNew
          ? null
          : tellNothingNew(themeOfTheDay(telling, themesUsed), telling);
    if (council) councils.push(council);
    else silent.push(authority);
  }
  const told = { ...state.told, ...toldNow(context.record, authorities) };
  return {
    digest: councils.length > 0 ? digestOf(councils, silent, request) : null,
    state: { told, themesUsed },
  };
}

/** Takes the next theme of the council's rotation and notes it in `themesUsed`. */
function themeOfTheDay(
  { authority: { urn }, themes, today, context }: Telling,
  themesUsed: DigestState['themesUsed'],
) {
  const candidates = themesWithFindings(context.record, urn, themes);
  const { theme: id, used } = nextTheme(
    candidates.map((theme) => theme.id),
    themesUsed[urn] ?? [],
  );
  const theme = candidates.find((candidate) => candidate.id === id);
  if (!theme) return null;
  themesUsed[urn] = used;
  return tellTheme(theme, context.record, urn, daysBetween('1970-01-01', today));
}

function digestOf(
  councils: CouncilDigest[],
  silent: LocalAuthority[],
  { onlyNew, today }: DigestRequest,
): Digest {
  const [only, ...more] = councils;
  const names = silent.map(({ name }) => name).join(', ');
  return {
    date: today,
    headline: only && more.length === 0 ? only.headline : headline(councils, today),
    councils,
    closing: names
      ? [`${onlyNew ? 'Nothing new' : 'The record holds nothing about'}: ${names}.`]
      : [],
    choices: councils.map(({ authority, question }) => ({
      label: more.length > 0 ? authority.name : 'More on this',
      question,
    })),
  };
}

/** "22 November 2026. New in the record: Tameside (a document). Nothing new: Kent, Oldham." */
function headline(councils: CouncilDigest[], today: string): string {
  const withNews = councils.filter(({ news }) => news);
  const without = councils.filter(({ news }) => !news);
  const added = withNews.map(({ authority, brief }) => `${authority.name} (${brief})`).join(', ');
  return [
    `Ofsted inspection records, ${formatDate(today)}.`,
    ...(added ? [`Added or corrected: ${added}.`] : []),
    ...(without.length > 0
      ? [`Nothing new: ${without.map(({ authority }) => authority.name).join(', ')}.`]
      : []),
  ].join(' ');
}
