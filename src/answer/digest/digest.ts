import type { Urn } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import type { DigestState } from '../../domain/subscription.js';
import type { Choice, Section } from '../answer.js';
import type { AnswerContext } from '../context.js';
import { checkedLine } from '../said.js';
import type { CouncilDigest, Telling } from './council.js';
import { daysBetween } from './facts.js';
import { newsOf } from './news.js';
import { inTurn, nextTheme } from './rotation.js';
import { tellNews } from './tell-news.js';
import { quietLine, tellQuiet } from './tell-quiet.js';
import { tellTheme, themesWithFindings } from './theme-of-the-day.js';
import { toldNow } from './told.js';

/** So many councils are told of at length; of more, those without news take turns. */
const AT_LENGTH = 3;

/** What to tell: of which councils, on which themes alone (ids; all where empty), only what is new or not, and what was told. `today` is the reader's ISO date. */
export type DigestRequest = {
  authorities: Urn[];
  themes: string[];
  onlyNew: boolean;
  state: DigestState;
  today: string;
};

/**
 * Everything a digest says, as plain text values that know nothing of Slack. `headline` stands alone; `councils`, never empty, are told of
 * at length, those with news first; `others` in a line each.
 */
export type Digest = {
  date: string;
  headline: string;
  councils: CouncilDigest[];
  others: Section | null;
  closing: string[];
  choices: Choice[];
};

/**
 * What a subscription posts on a day: what is new or revised of each council since `state`, else (unless only the new is wanted)
 * one theme in rotation and the standing facts. `digest` is null where there is nothing to post: of themes wanted that the record has
 * no findings on, the standing facts alone would be the same every day. `state` is what will have been told once
 * the digest was posted; without a digest, what to keep at once. Pure: the same request and record give the same digest.
 */
export function createDigest(
  { authorities: urns, themes, onlyNew, state, today }: DigestRequest,
  context: AnswerContext,
): { digest: Digest | null; state: DigestState } {
  const themesUsed = { ...state.themesUsed };
  const found = urns
    .flatMap((urn) => context.record.authorities.find((a) => a.urn === urn) ?? [])
    .map((authority) => ({
      telling: { authority, today, themes, context },
      ...newsOf(context.record, authority.urn, state.told),
    }));
  const news = found.filter((one) => one.news.length > 0);
  const quiet = found.filter((one) => one.news.length === 0).map(({ telling }) => telling);
  const turn = daysBetween('1970-01-01', today);
  const places = onlyNew ? 0 : AT_LENGTH - news.length;
  const withAnything = quiet.filter(
    (telling) => themesOf(telling).length > 0 || (themes.length === 0 && quietLine(telling)),
  );
  const chosen = inTurn(withAnything, ({ authority }) => Number(authority.urn), turn, places);
  const councils = [
    ...news.map((one) => tellNews(one, one.telling)),
    ...chosen.flatMap(
      (telling) => tellQuiet(themeOfTheDay(telling, turn, themesUsed), telling) ?? [],
    ),
  ];
  const told = { ...state.told, ...toldNow(context.record, urns) };
  const others = quiet.filter(({ authority }) => !councils.some((c) => c.authority === authority));
  const digest = digestOf(councils, others, { onlyNew, today, context });
  return { digest, state: { told, themesUsed: digest ? themesUsed : state.themesUsed } };
}

/** Takes the next theme of the council's rotation and notes it in `themesUsed`. */
function themeOfTheDay(telling: Telling, turn: number, themesUsed: DigestState['themesUsed']) {
  const { urn } = telling.authority;
  const candidates = themesOf(telling);
  const ids = candidates.map((theme) => theme.id);
  const { theme: id, used } = nextTheme(ids, themesUsed[urn] ?? []);
  const theme = candidates.find((candidate) => candidate.id === id);
  if (!theme) return null;
  themesUsed[urn] = used;
  const round = Math.floor(turn / candidates.length);
  return tellTheme(theme, telling.context.record, urn, round);
}

const themesOf = ({ authority, themes, context }: Telling) =>
  themesWithFindings(context.record, authority.urn, themes);

function digestOf(
  councils: CouncilDigest[],
  others: Telling[],
  { onlyNew, today, context }: Pick<DigestRequest, 'onlyNew' | 'today'> & Pick<Telling, 'context'>,
): Digest | null {
  const [first, ...more] = councils;
  if (!first) return null;
  const alone = more.length + others.length === 0;
  const opening = alone && !first.news ? `${formatDate(today)}. ${first.headline}` : first.headline;
  const lines = onlyNew ? [] : others.flatMap((telling) => quietLine(telling) ?? []);
  const unsaid = onlyNew ? others : others.filter((telling) => quietLine(telling) === null);
  const names = unsaid.map(({ authority }) => authority.name).join(', ');
  return {
    date: today,
    headline: alone ? opening : headline(councils, today),
    councils: alone ? [{ ...first, headline: opening }] : councils,
    others: lines.length > 0 ? { heading: 'Also nothing new', lines, points: [] } : null,
    closing: [
      ...(names
        ? [`${onlyNew ? 'Nothing new' : 'The record holds nothing to tell about'}: ${names}.`]
        : []),
      alone ? checkedLine(context, first.authority) : SEVERAL_CHECKED,
    ],
    choices: councils.map(({ authority, question }) => ({
      label: more.length > 0 ? authority.name : 'More on this',
      question,
    })),
  };
}

const SEVERAL_CHECKED =
  'From the documents held; later visits may exist, see reports.ofsted.gov.uk.';

/** "Ofsted inspection records, 22 November 2026. Added or corrected: Tameside (a document)." */
function headline(councils: CouncilDigest[], today: string): string {
  const added = councils
    .filter(({ news }) => news)
    .map(({ authority, brief }) => `${authority.name} (${brief})`);
  const said = added.length > 0 ? `Added or corrected: ${added.join(', ')}.` : 'Nothing new.';
  return `Ofsted inspection records, ${formatDate(today)}. ${said}`;
}
