// The record and questions that the benches of the search are run on.
import { readFileSync } from 'node:fs';
import { loadRecord } from '../../dist/corpus/load.js';
import { assembleRecord } from '../../dist/domain/record.js';
import { replicated } from './replicated-record.mjs';

/** The documents of a record with `size` passages, replicated from the one in `folder`. */
export async function documentsOfSize(folder, size) {
  const { authorities, themes, files } = await loadRecord({ dataDir: folder });
  const documents = files.map(({ document }) => document);
  const urns = authorities.map(({ urn }) => urn);
  return { authorities, themes, documents: replicated(documents, urns, size) };
}

export async function recordOfSize(folder, size) {
  const { authorities, themes, documents } = await documentsOfSize(folder, size);
  return assembleRecord(authorities, themes, documents);
}

/**
 * The judged questions: `text` without the council's name, the council's URN, and what answers it
 * in which file.
 */
export function judgedQuestions(file) {
  const { questions } = JSON.parse(readFileSync(file, 'utf8'));
  return questions.map(({ text, authority, relevant }) => ({
    text: text.replace(
      new RegExp(`(in |of |by )?(${authority.replace(/\W+/g, '|')})\\b:?`, 'gi'),
      '',
    ),
    urn: relevant[0].file.split('-')[0],
    relevant,
  }));
}
