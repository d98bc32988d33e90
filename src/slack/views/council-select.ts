import type { ActionsBlock, ExternalSelect, PlainTextOption } from '@slack/types';
import type { Answer, Choice } from '../../answer/index.js';
import { plain } from './elements.js';

/** A list in which a council is found as somebody types; the app fills it. */
export const councilSelect = (
  actionId: string,
  chosen: PlainTextOption | null = null,
): ExternalSelect => ({
  type: 'external_select',
  action_id: actionId,
  placeholder: plain('Type a council’s name'),
  min_query_length: 0,
  ...(chosen && { initial_option: chosen }),
});

/** What the list is called that asks a question of the council that is chosen in it. */
export const ASK_OF_COUNCIL = 'ask:council';

const PREFIX = 'ask of ';
/** Slack allows 255 characters in the name of a block, which carries the question. */
const BLOCK_ID_LIMIT = 255;

/** The list that asks on of one of very many councils, or nothing where a block cannot carry it. */
export function askOfCouncil({ askOf }: Pick<Answer, 'askOf'>): ActionsBlock | null {
  if (askOf === undefined || PREFIX.length + askOf.length > BLOCK_ID_LIMIT) return null;
  return {
    type: 'actions',
    block_id: `${PREFIX}${askOf}`,
    elements: [councilSelect(ASK_OF_COUNCIL)],
  };
}

/** More buttons than these are a list to search in. */
const BUTTONS = 4;

/**
 * Of choices that ask the same of one council each (“Leeds latest”), too many for buttons: what
 * they ask; else nothing.
 */
export function askedOfEach(choices: Choice[]): string | null {
  const asked = new Set(
    choices.map(({ label, question }) => {
      const name = label.replace(/^Only /, '');
      return question.startsWith(name) ? question.slice(name.length).replace(/^:? /, '') : null;
    }),
  );
  const [same = null] = asked.size === 1 ? asked : [];
  return choices.length > BUTTONS ? same : null;
}

/** The question that such a list asks, of the council chosen in it. */
export const questionOf = (blockId: string): string =>
  blockId.startsWith(PREFIX) ? blockId.slice(PREFIX.length) : '';
