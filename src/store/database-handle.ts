export type Value = string | number | null;
export type Statement = { sql: string; values?: readonly Value[] };

/** What differs between the engines' SQL. */
export type Dialect = {
  /** The type of a whole number of 64 bits. */
  whole: string;
  /** What follows the definition of a table. */
  table: string;
  /** The database's own clock, in milliseconds since 1970. */
  now: string;
  /** What a transaction begins with that is to read everything as of one moment. */
  snapshot: readonly string[];
  /** Locks the rows of `r` that are selected and passes over those that are locked. */
  claimRows: string;
  /**
   * Two `DigestState`s as one, where what the second says counts; each is given as SQL of type
   * text.
   */
  mergedStates: (first: string, second: string) => string;
};

/**
 * An open database. SQL takes its values by `?`. Errors of a database that is locked, full,
 * read-only or gone are `StoreError`s; each call tries anew, so that work resumes when the database
 * does.
 */
export type DatabaseHandle = {
  dialect: Dialect;
  /**
   * The rows that a statement gives. What is `quick` is not waited for until the disk has it, where
   * that would hold the process up: it survives a kill of the process, not always of the machine.
   */
  run(sql: string, values?: readonly Value[], how?: { quick: boolean }): Promise<unknown[]>;
  /**
   * Every statement in order or none, and the rows that each gives; nothing of this process comes
   * between them.
   */
  transaction(statements: readonly Statement[]): Promise<unknown[][]>;
  close(): Promise<void>;
};
