import { safeUrl } from './links.js';
import type { Inline } from './mrkdwn.js';

/** A piece of a `markdown` block. */
export type MarkdownRun =
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'preformatted'; text: string }
  | { kind: 'rule' };

/**
 * Reads the part of Markdown that answers use: headings, paragraphs, quotes, flat lists, fenced
 * code, rules; bold, italic, struck, code and links within a line. Everything else, HTML above all,
 * stays text.
 */
export function parseMarkdown(source: string): MarkdownRun[] {
  return source
    .split(/^```[^\n]*\n([\s\S]*?)\n?^```[^\S\n]*$/m)
    .flatMap((piece, position): MarkdownRun[] =>
      position % 2 === 1 ? [{ kind: 'preformatted', text: piece }] : lineRuns(piece),
    );
}

function lineRuns(text: string): MarkdownRun[] {
  const runs: MarkdownRun[] = [];
  let continues = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      continues = false;
      continue;
    }
    const run = lineRun(line);
    const last = runs.at(-1);
    if (continues && last?.kind === 'list' && run.kind === 'list' && last.ordered === run.ordered)
      last.items.push(...run.items);
    else if (
      continues &&
      (last?.kind === 'paragraph' || last?.kind === 'quote') &&
      last.kind === run.kind
    )
      last.children.push({ kind: 'text', text: '\n' }, ...run.children);
    else runs.push(run);
    continues = true;
  }
  return runs;
}

function lineRun(line: string): MarkdownRun {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading)
    return {
      kind: 'heading',
      level: heading[1]?.length ?? 1,
      children: parseLine(heading[2] ?? ''),
    };
  if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return { kind: 'rule' };
  const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line);
  if (item)
    return { kind: 'list', ordered: item[1] !== undefined, items: [parseLine(item[2] ?? '')] };
  const quote = /^>\s?(.*)$/.exec(line);
  if (quote) return { kind: 'quote', children: parseLine(quote[1] ?? '') };
  return { kind: 'paragraph', children: parseLine(line) };
}

const SPAN =
  /`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|\*\*(?<bold>\S(?:.*?\S)?)\*\*|~~(?<strike>\S(?:.*?\S)?)~~|(?<![\p{L}\p{N}*_])(?<mark>[*_])(?<italic>\S(?:.*?\S)?)\k<mark>(?![\p{L}\p{N}*_])|\\(?<escaped>[\\`*_~[\]()#>-])/u;

function parseLine(line: string): Inline[] {
  const matched = SPAN.exec(line);
  if (!matched) return line === '' ? [] : [{ kind: 'text', text: line }];
  return [
    ...parseLine(line.slice(0, matched.index)),
    span(matched[0], matched.groups ?? {}),
    ...parseLine(line.slice(matched.index + matched[0].length)),
  ];
}

function span(written: string, groups: Record<string, string | undefined>): Inline {
  if (groups.code) return { kind: 'code', text: groups.code };
  if (groups.bold) return { kind: 'bold', children: parseLine(groups.bold) };
  if (groups.strike) return { kind: 'strike', children: parseLine(groups.strike) };
  if (groups.italic) return { kind: 'italic', children: parseLine(groups.italic) };
  if (groups.escaped) return { kind: 'text', text: groups.escaped };
  const url = safeUrl(groups.url ?? '');
  return url ? { kind: 'link', url, label: groups.label ?? url } : { kind: 'text', text: written };
}
