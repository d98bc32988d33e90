/** Rows of cells as CSV (RFC 4180); a cell is empty where nothing is known. */
export const csvTable = (rows: (string | number | null | undefined)[][]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
