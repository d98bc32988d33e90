import type { LocalAuthority } from '../../domain/authority.js';
import { themeInSentence } from '../../domain/theme.js';
import type { Section } from '../answer.js';
import type { AnswerContext } from '../context.js';

/** What a digest says of one council: which, on which day (ISO), on which themes alone (all where empty), and from what. */
export type Telling = {
  authority: LocalAuthority;
  today: string;
  themes: string[];
  context: AnswerContext;
};

/** A council's part: `brief` says in two words what it has; `question` asks the bot for more of it. */
export type CouncilDigest = {
  authority: LocalAuthority;
  news: boolean;
  headline: string;
  brief: string;
  sections: Section[];
  closing: string[];
  question: string;
};

/** "care leavers or agency staff": the themes a subscription is about. */
export const themesWanted = ({ themes, context }: Telling): string =>
  context.record.themes
    .filter(({ id }) => themes.includes(id))
    .map(themeInSentence)
    .join(' or ');
