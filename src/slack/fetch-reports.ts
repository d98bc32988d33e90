/**
 * What became of a request to fetch a council's reports. `under way`: some are being fetched;
 * `enough`: as many councils as a day allows were; `fault` says why not all is there.
 */
export type FetchOutcome =
  | { kind: 'refused'; because: 'under way' | 'enough' }
  | { kind: 'done'; documents: number; missed: number; fault: string | null };

/** How people have a council's reports fetched from Ofsted's site into the record. */
export type ReportFetching = {
  /** Who may. */
  by: 'everyone' | 'admins';
  /** Councils a day, for the sentence that says so. */
  most: number;
  /**
   * Fetches what is published of a council, and resolves when answers are made from it. Progress is
   * told when it begins (0 of 0) and after each document.
   */
  fetch(urn: string, onProgress: (done: number, total: number) => void): Promise<FetchOutcome>;
};
