import type { Answer, AnswerContext } from '../answer/index.js';
import { cleanText, type Kind, residue, says, spansOf } from '../question/index.js';
import type { ChannelCouncil } from '../store/channel-councils.js';
import type { AskedIn } from './asked-in.js';
import { goneSentence } from './gone-council.js';
import type { Services } from './services.js';
import { SLASH_COMMAND } from './surfaces.js';
import type { Reply } from './views/reply.js';
import {
  channelCouncilGoneView,
  channelCouncilView,
  notInChannelView,
  onlyOneCouncilView,
  unclearCouncilView,
} from './views/use.js';

const REQUEST = new RegExp(`^(?:${SLASH_COMMAND.name}\\s+)?use(?:\\s+([\\s\\S]*))?$`, 'i');
const NOBODY = /^(?:nothing|none|no council|all|all councils|any|every council|off|reset|clear)$/i;

/**
 * The name that was written after `/ofsted use`; null where the text is a question ("use of agency
 * staff in Kent"). Nothing but "use" is an empty name.
 */
export function useRequested(text: string, context: AnswerContext): string | null {
  const { reader } = context;
  const found = REQUEST.exec(cleanText(text));
  if (!found) return null;
  const name = (found[1] ?? '').trim();
  if (isOfSeveral(name, context)) return name;
  const isName = name === '' || NOBODY.test(name) || reader.councils.resolve(name).kind !== 'none';
  return isName || isOfNothing(name, context) ? name : null;
}

const MOST_WORDS = 3;

/** Whether a text is so short, and so much of words that no vocabulary has, that it is a name. */
function isOfNothing(name: string, { reader, today }: AnswerContext): boolean {
  const { tokens, spans } = reader.read(name, today());
  return tokens.length <= MOST_WORDS && spans.length === 0;
}

/** Whether a text is nothing but the names of several councils, or of a region or type of them. */
function isOfSeveral(name: string, { reader, today }: AnswerContext): boolean {
  const read = reader.read(name, today());
  const isOfNames = read.spans.every(({ kind }) => NAMES.has(kind)) && residue(read).length === 0;
  const councils = new Set(spansOf(read, 'council').map(({ value }) => value.urn));
  return isOfNames && (councils.size > 1 || says(read, 'place', 'council_type', 'neighbours'));
}

const NAMES: ReadonlySet<Kind> = new Set<Kind>([
  ...(['council', 'former_council', 'place', 'council_type', 'neighbours'] as const),
  ...(['councils', 'comparison', 'filler'] as const),
]);

/** Sets, ends or shows the council that a channel asks about where nobody names one. */
export async function useCouncil(
  { store, answers }: Services,
  name: string,
  { team, channel }: AskedIn,
): Promise<Reply> {
  if (!channel) return notInChannelView();
  const { covered, reader } = answers();
  const named = (urn: string | null | undefined) =>
    covered.find((each) => each.urn === urn) ?? null;
  if (name === '') {
    const chosen = await store.channelCouncils.get(team, channel);
    const gone = goneFrom(chosen, answers());
    return gone ? channelCouncilGoneView(gone) : channelCouncilView(named(chosen?.urn), 'is');
  }
  if (NOBODY.test(name)) {
    await store.channelCouncils.set(team, channel, { urn: null, asked: null });
    return channelCouncilView(null, 'set');
  }
  if (reader.councils.resolve(name).kind !== 'one' && isOfSeveral(name, answers()))
    return onlyOneCouncilView();
  const match = reader.councils.resolve(name);
  const council = match.kind === 'one' ? named(match.authority.urn) : null;
  if (!council)
    return unclearCouncilView(
      name,
      match.kind === 'many' ? match.candidates.map((c) => c.name) : [],
    );
  await store.channelCouncils.set(team, channel, {
    ...{ urn: council.urn, name: council.name, asked: null },
  });
  return channelCouncilView(council, 'set');
}

/** Why the council that a channel chose is none any more, in a sentence; else null. */
export function goneFrom(chosen: ChannelCouncil | null, context: AnswerContext): string | null {
  const urn = chosen?.urn;
  if (!urn || context.covered.some((each) => each.urn === urn)) return null;
  return goneSentence(urn, chosen.name ?? null, context);
}

/** After so many questions in a row about one council, a channel may want it to be its own. */
const OFTEN = 3;

/**
 * Counts the questions of a channel about one council in a row, and offers it as the channel's own
 * after the third, once.
 */
export async function withUseOffered(
  { store }: Services,
  answer: Answer,
  { team, channel }: AskedIn,
): Promise<Answer> {
  const { authority, status } = answer;
  if (!channel || !authority || status !== 'found') return answer;
  const known = await store.channelCouncils.get(team, channel);
  if (known?.urn) return answer;
  const before = known?.asked?.urn === authority.urn ? known.asked.count : 0;
  if (before >= OFTEN) return answer;
  const asked = { urn: authority.urn, count: before + 1 };
  await store.channelCouncils.set(team, channel, { urn: null, asked });
  return asked.count < OFTEN ? answer : offeringUse(answer, authority.name);
}

/** Made once for as long as an answer is kept, so that its view is too. */
const offering = new WeakMap<Answer, Answer>();

function offeringUse(answer: Answer, name: string): Answer {
  const choice = { label: `Use ${name} in this channel`, question: `use ${name}` };
  const made = offering.get(answer) ?? { ...answer, choices: [...answer.choices, choice] };
  offering.set(answer, made);
  return made;
}
