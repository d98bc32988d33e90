import type { AnswerContext } from '../../answer/index.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { MOST_AUTHORITIES } from '../../domain/subscription.js';
import { words } from '../../domain/words.js';
import { didYouMean, hasWordBeginning, listed, mostAlike } from './likeness.js';
import { DigestProblem } from './problem.js';

const SUGGESTED = 3;
const LONGEST_NAME = 6;
/** Words that join names, or stand beside one as part of a council's title. */
const JOINING = new Set(
  'and plus the of council councils mbc mdc bc cc lbc borough metropolitan city county unitary authority'.split(
    ' ',
  ),
);

/** The councils of a digest, and in sentences what was read as what. */
export type CouncilsRead = { authorities: LocalAuthority[]; notes: string[] };

/** A run of words between two commas in which no council was recognised by its exact name. */
type Run = string[];

/**
 * The councils that a list names, "Tameside, Hull and BCP": exact names and aliases first, then by likeness, which is said. No names mean
 * the only council of the record.
 * @throws DigestProblem where one is unknown or could be several, or there are none or too many.
 */
export function readCouncils(text: string, context: AnswerContext): CouncilsRead {
  const chunks = text.split(/[,;\n]/).map((chunk) => words(chunk));
  const list = chunks.flat();
  const chunkOf = chunks.flatMap((chunk, at) => chunk.map(() => at));
  const resolver = context.search.authorities;
  const exact = resolver.mentions(list, text).filter(({ byLikeness }) => !byLikeness);
  const found = exact.map(({ authority, from }) => ({ authority, from, note: '' }));
  for (const { run, from } of runsBetween(list, chunkOf, exact))
    for (const { authority, typed } of resolveRun(run, context))
      found.push({
        authority,
        from,
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

/** The words that no exact name took, cut at names and commas; words that only join are left out at its ends. */
function runsBetween(
  list: string[],
  chunkOf: number[],
  taken: { from: number; to: number }[],
): { run: Run; from: number }[] {
  const runs: { run: Run; from: number }[] = [];
  let open: { run: Run; from: number } | null = null;
  list.forEach((word, at) => {
    const isTaken = taken.some(({ from, to }) => from <= at && at < to);
    if (isTaken || chunkOf[at] !== chunkOf[at - 1]) open = null;
    if (isTaken) return;
    open ??= start(at);
    open.run.push(word);
  });
  return runs.flatMap(({ run, from }) => {
    const kept = trimmed(run);
    return kept.length > 0 ? [{ run: kept, from }] : [];
  });

  function start(from: number) {
    const begun: { run: Run; from: number } = { run: [], from };
    runs.push(begun);
    return begun;
  }
}

function trimmed(run: Run): Run {
  const first = run.findIndex((word) => !JOINING.has(word));
  const last = run.findLastIndex((word) => !JOINING.has(word));
  return first === -1 ? [] : run.slice(first, last + 1);
}

/** The councils of a run by likeness: the run as one name, else the longest names from its left. */
function resolveRun(
  run: Run,
  context: AnswerContext,
): { authority: LocalAuthority; typed: string }[] {
  const kept = trimmed(run);
  if (kept.length === 0) return [];
  for (let length = Math.min(LONGEST_NAME, kept.length); length > 0; length--) {
    const typed = kept.slice(0, length).join(' ');
    const match = context.search.authorities.resolve(typed);
    if (match.kind === 'one')
      return [{ authority: match.authority, typed }, ...resolveRun(kept.slice(length), context)];
    if (match.kind === 'many')
      throw new DigestProblem(
        `“${typed}” could be ${listed(
          match.candidates.slice(0, 5).map(({ name }) => name),
          'or',
        )}: write the council’s full name.`,
        'councils',
      );
  }
  const typed = kept.join(' ').slice(0, 60);
  throw new DigestProblem(
    `I know no council called “${typed}”: check its name.${didYouMean(nearestNames(typed, context))}`,
    'councils',
  );
}

const nearestNames = (typed: string, { record }: AnswerContext): string[] =>
  mostAlike(typed, record.authorities, namesOf, SUGGESTED).map(({ name }) => name);

const namesOf = ({ name, aliases }: LocalAuthority): string[] => [name, ...aliases];

const isNameOf = (authority: LocalAuthority, typed: string): boolean =>
  namesOf(authority).some((name) => words(name).join(' ') === typed);

/** The councils that somebody may mean by what they have typed so far, best first; all where that is nothing, those of the record before the others. */
export function suggestCouncils(
  typed: string,
  { record, covered, search }: AnswerContext,
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
  const meant = search.authorities.resolve(text);
  const found = [...(meant.kind === 'one' ? [meant.authority] : []), ...containing];
  return [...new Set(found.length > 0 ? found : mostAlike(text, all, namesOf, SUGGESTED))].slice(
    0,
    count,
  );
}
