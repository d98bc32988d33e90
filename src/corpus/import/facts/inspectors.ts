import type { Line } from '../pdf/lines.js';
import { allLabelled } from './labels.js';

/**
 * The lead inspector, or several joined by "and": beside the first label that names one, for
 * wrapped lines of the text can begin with the label's words. `null` where no label does.
 */
export function leadInspectorOf(...parts: Line[][]): string | null {
  for (const lines of parts)
    for (const printed of allLabelled(lines, 'lead')) {
      const name = personName(printed);
      if (name !== null) return name;
    }
  return null;
}

const TITLES =
  /[,;]?\s*\(?\b(?:(?:senior )?(?:his|her) majesty[’'‘]?s?[’'‘]? (?:senior )?inspectors?|(?:senior )?s?hmis?|ofsted inspectors?|(?:social care )?regulatory (?:inspection manager|inspector)s?|(?:social care )?(?:senior )?inspectors?)\b(?:,? ofsted\b)?\)?/gi;

/** Words of an office or of the next label that the print runs on with after a name. */
const BESIDE_NAME =
  /(?<=\S)\s+(?:senior|principal|lead|deputy|shadow|team|acting|associate|additional|regional|regulatory|social|quality|data|schools?|early|children[’']s|ofsted)\b.*$/i;

/**
 * The names a label prints, joined by "and", without the inspectors' titles; `null` where what is
 * left is no name.
 */
export function personName(printed: string | null): string | null {
  const names = (printed ?? '')
    .replace(/\([^()]*\)/g, (inside) => inside.replace(TITLES, '').replace('()', ''))
    .replace(TITLES, ';')
    .split(/[;,&]|\band\b/)
    .map((name) =>
      name
        .replace(BESIDE_NAME, '')
        .replace(/[\s.]+$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '' && !/^ofsted\b/i.test(name));
  return names.length > 0 && names.every(isName) ? names.join(' and ') : null;
}

/** Words of an office, written as names are. */
const OFFICE = /\b(?:majesty|inspect|director|region|officer|manager|ofsted|service)/i;

function isName(name: string): boolean {
  const words = name.split(' ');
  const fits = words.every((word) => /^(?:\p{Lu}[\p{L}’'.-]*|de|van|von|der|la|le)$/u.test(word));
  return fits && !OFFICE.test(name) && words.length >= 2 && words.length <= 5;
}
