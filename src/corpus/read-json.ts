import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { jsonFault } from './json-fault.js';
import { jsonLine } from './json-line.js';

/**
 * A value of the schema, or one phrase that says what is wrong and where: "passages[3].tone:
 * expected one of …".
 */
export type Parsed<T> = { value: T; reason: null } | { value: null; reason: string };

/**
 * Reads a JSON file and validates it; a file that cannot be read, parsed or validated is a reason,
 * not an exception.
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<Parsed<T>> {
  const read = await readBytes(path);
  return read.reason === null ? validate(parseJson(read.value.toString('utf8')), schema) : read;
}

/** A file's bytes; a file that cannot be read is a reason. */
export async function readBytes(path: string): Promise<Parsed<Buffer>> {
  try {
    return { value: await readFile(path), reason: null };
  } catch (error) {
    return {
      value: null,
      reason: `cannot be read (${error instanceof Error ? error.message : error})`,
    };
  }
}

/** The value of a JSON text, not yet validated; a text that is no JSON is a reason. */
export function parseJson(text: string): Parsed<unknown> {
  const json = withoutMark(text);
  try {
    return { value: JSON.parse(json), reason: null };
  } catch {
    const { line, column } = jsonFault(json);
    return { value: null, reason: `line ${line}, column ${column}: not valid JSON from here` };
  }
}

/** Validates what was parsed; `text`, where it is given, has the reason name the line as well. */
export function validate<T>(
  parsed: Parsed<unknown>,
  schema: z.ZodType<T>,
  text: string | null = null,
): Parsed<T> {
  if (parsed.reason !== null) return parsed;
  const result = schema.safeParse(parsed.value);
  if (result.success) return { value: result.data, reason: null };
  const { issues } = result.error;
  const line = text === null ? '' : `line ${jsonLine(withoutMark(text), issues[0]?.path ?? [])}: `;
  return { value: null, reason: `${line}${issuesText(issues)}` };
}

/** The text without the byte order mark that some editors write at its head. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function issuesText([first, ...others]: z.core.$ZodIssue[]): string {
  if (!first) return 'not what was expected';
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${fieldPath(first.path)}${expectation(first)}${more}`;
}

/** "passages[3].tone: ", or nothing for the file as a whole. */
function fieldPath(path: PropertyKey[]): string {
  const text = path.reduce<string>(
    (before, key) =>
      typeof key === 'number' ? `${before}[${key}]` : `${before}${before && '.'}${String(key)}`,
    '',
  );
  return text && `${text}: `;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `expected ${String(issue.values[0])}`
        : `expected one of ${issue.values.join('|')}`;
    case 'unrecognized_keys':
      return `expected no field called ${issue.keys.join(', ')}`;
    default:
      return decapitalised(
        issue.message.replace(
          /^(?:Invalid (?:input|string|discriminator value)|Too small|Too big)[:.] /,
          '',
        ),
      )
        .replace('received undefined', 'found nothing')
        .replace('received', 'found');
  }
}

const decapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
