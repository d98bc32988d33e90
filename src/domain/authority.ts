import { z } from 'zod';

/**
 * Ofsted's unique reference number for a provider; a local authority's has five to seven digits
 * (Tameside: 80569). A council that is no more and whose number is not known goes by its code of
 * the Office for National Statistics (Bournemouth: E06000028).
 */
export const Urn = z.string().regex(/^(?:\d{5,7}|E\d{8})$/, 'a URN is five to seven digits');
export type Urn = z.infer<typeof Urn>;

/**
 * A local authority whose children's services Ofsted inspects, with the other names people type for
 * it. `region` is the statistical one; `ofstedRegion` is Ofsted's, which joins two of those. `code`
 * is that of the Office for National Statistics. `ended` is the last day of a council that is no
 * more, and `successors` are the councils that followed it. `neighbours` are its statistical
 * neighbours, the closest first.
 */
export const LocalAuthority = z.strictObject({
  urn: Urn,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  region: z.string().min(1),
  ofstedRegion: z.string().min(1).optional(),
  type: z.string().min(1),
  code: z.string().min(1).optional(),
  ended: z.iso.date().optional(),
  successors: z.array(Urn).min(1).optional(),
  neighbours: z.array(Urn).optional(),
});
export type LocalAuthority = z.infer<typeof LocalAuthority>;

/** `data/authorities.json`: the register every council name is resolved against. */
export const AuthorityRegister = z.strictObject({
  checked: z.iso.date(),
  authorities: z.array(LocalAuthority),
});
export type AuthorityRegister = z.infer<typeof AuthorityRegister>;

/** `data/neighbours.json`: each council's statistical neighbours, the closest first. */
export const NeighbourList = z.strictObject({
  about: z.string(),
  licence: z.string(),
  neighbours: z.record(Urn, z.array(Urn)),
});
