import { formatDate } from '../../domain/dates.js';
import { themeInSentence } from '../../domain/theme.js';
import { visitTitle } from '../../domain/visit.js';
import type { CouncilDigest, Telling } from './council.js';
import { overallNow, standingFacts } from './facts.js';
import type { ThemeTold } from './theme-of-the-day.js';

/** A council with nothing new: a theme through time and the standing facts, or these alone; null where there is neither, or none of the themes wanted. */
export function tellQuiet(told: ThemeTold | null, telling: Telling): CouncilDigest | null {
  const { authority, today, context } = telling;
  const { grades, days } = standingFacts(authority, today, context);
  const facts = [...grades, ...days];
  const [fact, ...others] = facts;
  const lead = `${authority.name}: nothing new in the record`;
  const council = { authority, news: false, brief: 'nothing new' };
  if (told) {
    const name = themeInSentence(told.theme);
    return {
      ...council,
      headline: `${lead}. Theme: ${name}, ${years(told)}.`,
      sections: [{ heading: '', lines: [], points: told.points }],
      closing: [...silentLine(told, name), ...facts],
      question: `${authority.name} about ${name}`,
    };
  }
  if (fact === undefined || telling.themes.length > 0) return null;
  return {
    ...council,
    headline: `${lead}. ${fact}`,
    sections: [],
    closing: others,
    question: `${authority.name} latest`,
  };
}

/** "Kent: overall outstanding, 9–20 May 2022 (…)" — a council with nothing new in a line; null where there is nothing to say. */
export function quietLine({ authority, today, context }: Telling): string | null {
  const overall = overallNow(authority, context);
  const { days } = standingFacts(authority, today, context);
  const said = overall ?? days[0]?.replace(`${formatDate(today)}: `, '');
  return said ? `${authority.name}: ${said}` : null;
}

function silentLine({ silent }: ThemeTold, name: string): string[] {
  if (silent.length === 0) return [];
  return [`The record quotes nothing on ${name} from: ${silent.map(visitTitle).join('; ')}.`];
}

/** "2019–2022"; a single visit is no time, so where no other is quoted it is said that this is the only one. */
function years({ visits, silent }: ThemeTold): string {
  if (visits.length + silent.length === 1)
    return `${visits[0]?.period.slice(0, 4)}, the only visit quoted here`;
  const [last, first] = [visits[0], visits.at(-1)].map((visit) => visit?.period.slice(0, 4));
  return first === last ? `${first}` : `${first}–${last}`;
}
