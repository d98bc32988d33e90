/**
 * Reading Slack's JSON, whose blocks the contract leaves open: each reader says nothing (empty,
 * null) of what is absent.
 */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (json: Json, key: string): Json | null => {
  const value = json[key];
  return isJson(value) ? value : null;
};

export const records = (json: Json, key: string): Json[] => {
  const value = json[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
};

export const string = (json: Json, key: string): string => {
  const value = json[key];
  return typeof value === 'string' ? value : '';
};

export const strings = (json: Json, key: string): string[] => {
  const value = json[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

export const number = (json: Json, key: string): number | null => {
  const value = json[key];
  return typeof value === 'number' ? value : null;
};

export const flag = (json: Json, key: string): boolean => json[key] === true;

/** The text of the text object under `key`. */
export const plain = (json: Json, key: string): string => {
  const object = record(json, key);
  return object ? string(object, 'text') : '';
};
