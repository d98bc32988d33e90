import type { z } from 'zod';
import { jsonObject } from '../json.js';

/**
 * What zod found, in Slack's manner: "must be less than 76 characters
 * [json-pointer:/blocks/0/text]".
 */
export function problems(
  issues: readonly z.core.$ZodIssue[],
  before: readonly PropertyKey[] = [],
): string[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nested = issue.errors.flatMap((each) => problems(each, path));
      return [`failed to match all allowed schemas ${pointer(path)}`, ...nested];
    }
    if (isMissing(issue)) {
      return [`missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`];
    }
    return [`${reason(issue)} ${pointer(path)}`];
  });
}

function reason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string')
        return `must be less than ${Number(issue.maximum) + 1} characters`;
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be no more than ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string')
        return `must be more than ${Number(issue.minimum) - 1} characters`;
      return issue.origin === 'array'
        ? `no less than ${issue.minimum} items allowed`
        : `must be no less than ${issue.minimum}`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return `unsupported type: ${String(typeOf(issue.input))}`;
    case 'invalid_type':
      return `must provide ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : `must be a valid ${issue.format}`;
    default:
      return issue.message;
  }
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return typeOf(issue.input) === undefined;
  return issue.code !== 'custom' && issue.input === undefined;
}

function typeOf(input: unknown): unknown {
  const read = jsonObject.safeParse(input);
  return read.success ? read.data.type : input;
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function pointer(path: readonly PropertyKey[]): string {
  return `[json-pointer:/${path.map(String).join('/')}]`;
}
