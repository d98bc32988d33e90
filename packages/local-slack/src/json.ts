import { z } from 'zod';

/** A JSON object whose fields are read through zod only. */
export type JsonObject = Record<string, unknown>;

export const jsonObject = z.record(z.string(), z.unknown());

/** The value that `text` spells in JSON, or `undefined` where it spells none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
