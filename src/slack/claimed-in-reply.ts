/**
 * What a reply of the bot's own claims: its first line and its quotations, without the citations
 * behind them. Its tables, notes and small print tell what the record holds, and its verdicts on
 * claims are no claims.
 */
export function claimedInReply(text: string): string {
  const [headline = '', ...others] = text.split('\n');
  return [headline, ...others.flatMap((line) => QUOTING.exec(line)?.[1] ?? [])].join('\n');
}

/** A line with a quotation at its end, or behind it no more than a citation in brackets. */
const QUOTING = /^([^“]{0,200}“[^”]{1,2000}”)(?: \([^“”]{1,500}\))?$/u;
