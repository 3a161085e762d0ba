import type { RegisterFact } from '../../domain/shop.ts';
import type { Hub, ShopDatabases } from '../hub/hub.ts';
import { takeNumbers } from '../numbers/counter.ts';

/** A paired register as its own page knows it (docs/wire.md). No secret in it. */
export type RegisterIdentity = {
  readonly shop: string;
  readonly register: { readonly id: string; readonly name: string; readonly code: string };
};

export type PairDeps = {
  readonly hub: Hub;
  readonly databases: ShopDatabases;
  readonly shop: string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** UTC ISO. */
  readonly now: () => string;
};

/**
 * Make a register: a code of its own (`R1`, `R2`, …), a hub user, and the fact that the shop has it. Cut off by a crash it
 * leaves a user nobody knows the password of, which is harmless.
 */
export async function pairRegister(
  { hub, databases, shop, ...deps }: PairDeps,
  name: string,
): Promise<{ readonly identity: RegisterIdentity; readonly password: string }> {
  const user = `reg-${Buffer.from(deps.randomBytes(8)).toString('hex')}`;
  const password = Buffer.from(deps.randomBytes(32)).toString('base64url');
  const code = `R${await takeNumbers(databases.hub, 'registers', 1, 1)}`;
  await hub.addRegister({ user, password, shop });
  const fact: RegisterFact = {
    type: 'register',
    id: `register:${user}`,
    register: user,
    name,
    code,
    pairedAt: deps.now(),
  };
  await databases.shop.put(fact);
  return { identity: { shop, register: { id: user, name, code } }, password };
}

/** The identity behind a register's name and password, or null when the hub does not know them. */
export async function identityOf(
  { hub, databases, shop }: Pick<PairDeps, 'hub' | 'databases' | 'shop'>,
  user: string,
  password: string,
): Promise<RegisterIdentity | null> {
  if (!/^reg-[0-9a-f]{1,60}$/.test(user) || !(await hub.knows(user, password))) return null;
  const fact = await databases.shop.get<RegisterFact>(`register:${user}`);
  return fact && { shop, register: { id: user, name: fact.name, code: fact.code } };
}
