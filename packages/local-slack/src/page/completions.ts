import type { State } from '../contract.js';

/** A suggestion under what is being typed: `text` is what the box would hold if it were taken. */
export type Completion = { text: string; name: string; hint: string; about: string };

/**
 * What could be meant by the text so far: commands after "/" at the start, names after "@" at the
 * end.
 */
export function completions(typed: string, state: State): Completion[] {
  if (typed.startsWith('/')) return commandsFor(typed, state);
  const mention = /(?:^|\s)@(\S*)$/.exec(typed);
  if (!mention) return [];
  const begun = mention[1] ?? '';
  return state.users
    .filter(({ id, name }) => id !== state.you.id && startsWith(name, begun) && name !== begun)
    .map(({ name, isBot }) => ({
      text: `${typed.slice(0, typed.length - begun.length)}${name} `,
      name: `@${name}`,
      hint: '',
      about: isBot ? 'The bot' : '',
    }));
}

const commandsFor = (typed: string, state: State): Completion[] => {
  const [word = '', ...rest] = typed.split(' ');
  return state.commands
    .filter(({ name }) => (rest.length > 0 ? name === word : startsWith(name, word)))
    .map(({ name, hint, description }) => ({
      text: rest.length > 0 ? typed : `${name} `,
      name,
      hint,
      about: description,
    }));
};

const startsWith = (name: string, begun: string): boolean =>
  name.toLowerCase().startsWith(begun.toLowerCase());
