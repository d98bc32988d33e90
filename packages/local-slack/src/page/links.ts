/** The address, if it may become a link: only http, https and mailto do. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol) ? url : null;
}
