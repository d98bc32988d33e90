import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets other threads go first where processors are few: those who wait for answers come before
 * what is read and indexed. To be called in a thread; on systems other than Linux it does nothing,
 * since there it would be the priority of the whole process.
 */
export function giveWay(): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  if (process.platform === 'linux' && getPriority() < PRIORITY_BELOW_NORMAL)
    setPriority(PRIORITY_BELOW_NORMAL);
}
