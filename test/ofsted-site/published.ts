/** A document on the site; `number` is that of its file. */
export type PublishedReport = {
  number: number;
  title: string;
  visit: string;
  published: string;
  content: Uint8Array | string;
  /** The number under which its file is now, where it moved. */
  movedTo?: number;
};

export type SiteCouncil = {
  urn: string;
  name: string;
  reports: PublishedReport[];
  /** Set where its page is laid out as no version knows it. */
  redesigned?: true;
};
