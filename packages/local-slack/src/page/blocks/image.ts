import { h } from '../dom.js';
import { type Json, record, string } from '../json.js';
import { safeUrl } from '../links.js';
import { link } from './text.js';

/** Where the server has an image that the app uploaded. */
export const uploadedImage = (id: string): string => `/local/files/${encodeURIComponent(id)}`;

/**
 * An image with its alt text. This page loads nothing from elsewhere: such an image is a link named
 * by its alt text.
 */
export function image(json: Json, className: string): HTMLElement {
  const alt = string(json, 'alt_text');
  const file = record(json, 'slack_file') ?? {};
  const uploaded = string(file, 'id');
  if (uploaded) return h('img', { src: uploadedImage(uploaded), alt, class: className });
  const url = safeUrl(string(json, 'image_url') || string(file, 'url'));
  if (url && new URL(url).origin === location.origin)
    return h('img', { src: url, alt, class: className });
  const label = `Image: ${alt}`;
  return h('span', { class: 'image-instead' }, url ? link(url, label) : label);
}
