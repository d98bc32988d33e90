import { z } from 'zod';

/**
 * Ofsted's unique reference number for a provider; a local authority's has five to seven digits
 * (Tameside: 80569).
 */
export const Urn = z.string().regex(/^\d{5,7}$/, 'a URN is five to seven digits');
export type Urn = z.infer<typeof Urn>;

/**
 * A local authority whose children's services Ofsted inspects, with the other names people type for
 * it.
 */
export const LocalAuthority = z.strictObject({
  urn: Urn,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  region: z.string().min(1),
  type: z.string().min(1),
});
export type LocalAuthority = z.infer<typeof LocalAuthority>;

/** `data/authorities.json`: the register every council name is resolved against. */
export const AuthorityRegister = z.strictObject({
  checked: z.iso.date(),
  authorities: z.array(LocalAuthority),
});
export type AuthorityRegister = z.infer<typeof AuthorityRegister>;
