import { groupCalled } from '../../domain/groups-of-children.js';
import { isCalled } from '../../domain/synonym-rings.js';
import { themeInSentence } from '../../domain/theme.js';
import { type SoughtConcept, saysNot } from '../../search/index.js';
import type { FindingsFacts } from '../across/findings/findings.js';

/** What of the findings across councils is told of in a headline. */
export type Counted = Pick<
  FindingsFacts,
  | 'kind'
  | 'apart'
  | 'isFault'
  | 'isAbsence'
  | 'concepts'
  | 'read'
  | 'inOtherWords'
  | 'councils'
  | 'happens'
  | 'isEither'
  | 'tones'
  | 'unsaid'
>;

/**
 * What every sentence counted is on: the asker's own words where each report counted has them, and
 * else the theme, which is wider.
 */
export function subjectSaid(facts: Counted): string {
  return subjectWith(facts, true);
}

/** As `subjectSaid`; `saysUnsaid`: also with the asker's words that none says. */
export function subjectWith(
  { concepts, inOtherWords, councils, unsaid }: Counted,
  saysUnsaid: boolean,
): string {
  const isSaid = councils.some(({ found }) => found.some(({ isOwn }) => isOwn));
  const isSaidByAll = councils.every(({ found }) => found.some(({ isOwn }) => isOwn));
  // Quotation marks say that each sentence counted has these very words.
  const isVerbatim = councils.every(({ found }) => found.every(({ isOwn }) => isOwn));
  // A word that names two things, one within the other, is said once.
  const outer = concepts.filter(
    (one) =>
      !one.isRanking &&
      !(one.isVoice && concepts.length > 1) &&
      !concepts.some((other) => isWithin(one, other)),
  );
  // What went one way is said of all the rest: "improvement in supervision".
  const trend = outer.length > 1 ? outer.find(({ isTrend }) => isTrend) : undefined;
  const things = outer.filter((one) => one !== trend);
  const said = things.map(({ texts, themes, means, named, rings }) => {
    const theme = themes.map(themeInSentence).join(' or ');
    const inQuotes = texts.map((text) => `“${text}”`).join(' or ');
    const typed = isVerbatim ? inQuotes : `${inQuotes} or the like`;
    // Whatever was typed, the name of a narrow thing can stand in a sentence.
    if (rings.length > 0 && rings.length >= texts.length && !inOtherWords)
      return rings.map((ring, i) => withAsked(ring.name, texts[i], saysUnsaid)).join(' or ');
    // Of things joined by "or" each was asked for, and no theme of theirs.
    if (texts.length > 1 && rings.length > 0 && !inOtherWords) return typed;
    // Of a broad theme any sentence on it counts, whatever everyday words asked for it.
    if (named === 'in everyday words' && themes.length > 0 && themes.every(({ broad }) => broad))
      return theme;
    // "Not recorded" is no thing that a sentence could be on.
    if (theme && texts.every(saysNot)) return theme;
    if (named === 'by name' || ((inOtherWords || (isSaid && !isSaidByAll)) && theme)) return theme;
    const meant = theme || means.slice(0, 2).join(' or ');
    if (named !== 'in everyday words' || isSaid || !meant) return typed;
    const isUnsaid = texts.every((text) => unsaid.includes(text));
    return saysUnsaid && !isUnsaid ? `${meant} (none says ${inQuotes})` : meant;
  });
  const distinct = [...new Set(said)];
  // "Care leavers" stands in "housing and accommodation for care leavers" already.
  const names = distinct.map(withoutAsked);
  const isTold = (one: string, at: number) =>
    names.some((other, i) => i !== at && other.includes(one) && (other !== one || i < at));
  const whole = distinct.filter((_, at) => !isTold(names[at] ?? '', at));
  const subject = whole.join(' together with ');
  if (!trend) return subject;
  const isOfWhom = things.every(({ texts }) => texts.every((text) => groupCalled(text) !== null));
  const way = trend.rings.map(({ name }) => name).join(' or ');
  return `${way} ${isOfWhom ? 'for' : 'in'} ${subject}`;
}

const isWithin = (one: SoughtConcept, other: SoughtConcept): boolean =>
  one !== other &&
  one.named === 'word' &&
  one.rings.length > 0 &&
  one.places.every((at) => other.places.includes(at));

/** "siblings living apart (asked: siblings are separated)": what is called otherwise is told. */
const withAsked = (name: string, typed: string | undefined, isTold: boolean): string =>
  !typed || !isTold || typed.length > LONGEST_TYPED || isCalled(name, typed)
    ? name
    : `${name} (asked: ${typed})`;

const withoutAsked = (said: string): string => said.split(' (asked: ', 1)[0] ?? said;

const LONGEST_TYPED = 40;
