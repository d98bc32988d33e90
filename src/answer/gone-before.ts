import type { Remembered } from '../domain/remembered.js';
import { type FollowUp, says } from '../question/index.js';
import type { AnswerContext } from './context.js';

/** The council that a message goes on with and that the register has no more; else null. */
export function goneBefore(
  meant: FollowUp,
  remembered: Remembered | null,
  { reader, today }: AnswerContext,
): string | null {
  if (meant.kind === 'whole' || meant.kind === 'forget') return null;
  const names = (remembered?.parts ?? []).flatMap(({ slot, said }) =>
    slot === 'councils' && (!('kept' in meant) || meant.kept.includes(said)) ? said : [],
  );
  const isKnown = (name: string) => says(reader.read(name, today()), 'council', 'former_council');
  return names.find((name) => !isKnown(name)) ?? null;
}
