const ORDINALS = ['', '', 'second', 'third', 'fourth', 'fifth'];

/** "second ", "third ", or nothing of the first place. */
export const rankSaid = (rank: number): string => {
  const said = ORDINALS[rank];
  return said ? `${said} ` : '';
};

/** " (after Oxfordshire and Sefton)": who has the places above; nothing of the first place. */
export const afterSaid = (above: string[]): string =>
  above.length > 0 ? ` (after ${above.join(' and ')})` : '';
