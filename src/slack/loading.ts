/** The record's first loading; `done` stays open where the record cannot be read. */
export type Loading = { isDone: () => boolean; done: Promise<void> };
