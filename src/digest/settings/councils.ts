import type { AnswerContext } from '../../answer/index.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { MOST_AUTHORITIES } from '../../domain/subscription.js';
import { words } from '../../language/index.js';
import { didYouMean, listed } from '../wording/lists.js';
import { hasWordBeginning, mostAlike } from './likeness.js';
import { DigestProblem } from './problem.js';

const SUGGESTED = 3;
/** Words that stand beside a name as part of a council's title. */
const TITLE = new Set(
  'the of council councils mbc mdc bc cc lbc borough metropolitan city county unitary authority london royal district'.split(
    ' ',
  ),
);
const BETWEEN = new Set(['and', 'plus']);
/** Shorter ones are as near to everyday words as to names. */
const SHORTEST_LIKENESS = 4;

/** The councils of a digest, and in sentences what was read as what. */
export type CouncilsRead = { authorities: LocalAuthority[]; notes: string[] };

type NamedSpan = { authority: LocalAuthority; from: number; to: number };

/**
 * Words between two commas or exact names, the first of them at `from`; `before` and `after` are
 * the names that they follow and precede without a comma.
 */
type Run = {
  words: string[];
  from: number;
  before: LocalAuthority | null;
  after: LocalAuthority | null;
};

/**
 * The councils that a list names, "Tameside, Hull and BCP": exact names and aliases first, then a
 * whole item of the list by likeness, which a note says. No names mean the only council of the
 * record.
 * @throws DigestProblem where one is unknown or could be several, words beside a name are no part
 * of it, or there are none or too many.
 */
export function readCouncils(text: string, context: AnswerContext): CouncilsRead {
  const chunks = text.split(/[,;\n]/).map((chunk) => words(chunk));
  const list = chunks.flat();
  const chunkOf = chunks.flatMap((chunk, at) => chunk.map(() => at));
  const exact = context.reader
    .councilsNamed(text)
    .filter(({ byLikeness }) => !byLikeness)
    .map(({ value, from, to }) => ({ authority: value, from, to }));
  const found = exact.map(({ authority, from }) => ({ authority, from, note: '' }));
  for (const run of runsBetween(list, chunkOf, exact))
    for (const { authority, typed } of resolveRun(run, context))
      found.push({
        authority,
        from: run.from,
        note: isNameOf(authority, typed) ? '' : `Read “${typed}” as ${authority.name}.`,
      });
  found.sort((a, b) => a.from - b.from);
  const authorities = [...new Set(found.map(({ authority }) => authority))];
  const [only, ...others] = context.covered;
  if (authorities.length === 0 && only && others.length === 0)
    return { authorities: [only], notes: [] };
  checkCouncils(authorities, context);
  return { authorities, notes: found.flatMap(({ note }) => (note ? [note] : [])) };
}

/**
 * Whether a digest of these councils can be set up.
 * @throws DigestProblem where there are none, too many, or none of which the record holds anything.
 */
export function checkCouncils(authorities: LocalAuthority[], { covered }: AnswerContext): void {
  if (authorities.length === 0)
    throw new DigestProblem(
      'Name at least one council, like “/ofsted digest on Tameside at 08:30”.',
      'councils',
    );
  if (authorities.length > MOST_AUTHORITIES)
    throw new DigestProblem(
      `A digest follows at most ${MOST_AUTHORITIES} councils and these are ${authorities.length}: choose fewer.`,
      'councils',
    );
  if (!authorities.some((authority) => covered.includes(authority)))
    throw new DigestProblem(
      `The record holds nothing about ${listed(authorities.map(({ name }) => name))}: choose a council that it covers, or have its reports imported first.`,
      'councils',
    );
}

/** The words that no exact name has, cut at names and commas. */
function runsBetween(list: string[], chunkOf: number[], named: NamedSpan[]): Run[] {
  const spanAt = (at: number) => named.find(({ from, to }) => from <= at && at < to);
  const nameAt = (at: number, chunk: number | undefined) =>
    chunkOf[at] === chunk ? (spanAt(at)?.authority ?? null) : null;
  const runs: Run[] = [];
  list.forEach((word, at) => {
    if (spanAt(at)) return;
    const chunk = chunkOf[at];
    const last = runs.at(-1);
    const after = nameAt(at + 1, chunk);
    if (last && last.from + last.words.length === at && chunkOf[last.from] === chunk) {
      last.words.push(word);
      last.after = after;
    } else runs.push({ words: [word], from: at, before: nameAt(at - 1, chunk), after });
  });
  return runs;
}

type Read = { authority: LocalAuthority; typed: string };

/**
 * The councils of a run by likeness: the run as one name, else each of its items between "and"s as
 * one.
 */
function resolveRun({ words: run, before, after }: Run, context: AnswerContext): Read[] {
  const whole = withoutEnds(run);
  const meant = before || after ? null : councilMeant(whole, context);
  if (meant) return [{ authority: meant, typed: whole }];
  const items = run
    .join(' ')
    .split(/\b(?:and|plus)\b/)
    .map((item) => words(item));
  return items.flatMap((item, at) => {
    const typed = withoutEnds(item);
    if (typed === '') return [];
    const beside = (at === 0 && before) || (at === items.length - 1 && after) || null;
    return [{ authority: resolveItem(typed, beside, context), typed }];
  });
}

function resolveItem(
  typed: string,
  beside: LocalAuthority | null,
  context: AnswerContext,
): LocalAuthority {
  const meant = councilMeant(typed, context);
  if (meant && (!beside || isNameOf(meant, typed))) return meant;
  if (beside)
    throw new DigestProblem(
      `I could not read “${typed.slice(0, 60)}” beside ${beside.name}: write the councils with commas between them, then the time, like “at 08:30”.`,
      'councils',
    );
  const match = context.reader.councils.resolve(typed);
  if (match.kind === 'many')
    throw new DigestProblem(
      `“${typed}” could be ${listed(
        match.candidates.slice(0, 5).map(({ name }) => name),
        'or',
      )}: write the council’s full name.`,
      'councils',
    );
  throw new DigestProblem(
    `I know no council called “${typed.slice(0, 60)}”: check its name.${didYouMean(nearestNames(typed, context))}`,
    'councils',
  );
}

/**
 * The council that a text means as a whole: by its name or whole words of it, or by a likeness that
 * would be seen in a question too.
 */
export function councilMeant(typed: string, { reader }: AnswerContext): LocalAuthority | null {
  const match = reader.councils.resolve(typed);
  if (match.kind !== 'one') return null;
  const { authority } = match;
  if (isNameOf(authority, typed)) return authority;
  if (typed.length < SHORTEST_LIKENESS) return null;
  const inName = namesOf(authority).some((name) =>
    ` ${words(name).join(' ')} `.includes(` ${words(typed).join(' ')} `),
  );
  const isLike = reader.councilsNamed(typed).some(({ value }) => value === authority);
  return inName || isLike ? authority : null;
}

/** A text without title words, and words between items, at its ends. */
function withoutEnds(list: string[]): string {
  const isOfName = (word: string) => !TITLE.has(word) && !BETWEEN.has(word);
  const first = list.findIndex(isOfName);
  return first === -1 ? '' : list.slice(first, list.findLastIndex(isOfName) + 1).join(' ');
}

const nearestNames = (typed: string, { record }: AnswerContext): string[] =>
  mostAlike(typed, record.authorities, namesOf, SUGGESTED).map(({ name }) => name);

const namesOf = ({ name, aliases }: LocalAuthority): string[] => [name, ...aliases];

const isNameOf = (authority: LocalAuthority, typed: string): boolean =>
  namesOf(authority).some((name) => words(name).join(' ') === words(typed).join(' '));

/**
 * The councils that somebody may mean by what they have typed so far, best first; all where that is
 * nothing, those of the record before the others.
 */
export function suggestCouncils(
  typed: string,
  { record, covered, reader }: AnswerContext,
  count: number,
): LocalAuthority[] {
  const all = [
    ...covered,
    ...record.authorities.filter((authority) => !covered.includes(authority)),
  ];
  const text = words(typed).join(' ');
  if (text === '') return all.slice(0, count);
  const containing = all.filter((authority) =>
    namesOf(authority).some((name) => hasWordBeginning(words(name).join(' '), text)),
  );
  const meant = reader.councils.resolve(text);
  const found = [...(meant.kind === 'one' ? [meant.authority] : []), ...containing];
  return [...new Set(found.length > 0 ? found : mostAlike(text, all, namesOf, SUGGESTED))].slice(
    0,
    count,
  );
}
