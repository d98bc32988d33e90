// Holds manifest.yml against Slack's published schema for app manifests: node
// test/ci/manifest-schema.mjs SCHEMA Exits with 1, and one line for each fault, where it does not
// hold.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';

const [schema] = process.argv.slice(2);
if (!schema) {
  console.error('Give the path of the schema: node test/ci/manifest-schema.mjs SCHEMA');
  process.exit(1);
}
const text = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
/** The manifest as it is shipped, and with everything that it says can be switched on. */
const manifests = [text, text.replace(/^(\s*)# (?:Links|Step): add {3}/gm, '$1')].map((each) =>
  parse(each),
);
const { $schema, ...rules } = JSON.parse(readFileSync(schema, 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(rules);
for (const manifest of manifests) {
  if (validate(manifest)) continue;
  for (const { instancePath, message } of validate.errors ?? [])
    console.error(`manifest.yml${instancePath}: ${message}`);
  process.exit(1);
}
console.log('manifest.yml holds against the schema.');
