import type { Identity } from '../contract/identity.ts';
import type { HubCredentials } from './hub-authorization.ts';
import type { JsonFile } from './json-file.ts';
import type { SecretStore } from './secret-store.ts';

/** Who this register is, and what it proves it with. The password is opened once and never leaves main. */
export type RegisterKeys = {
  identity(): Identity | null;
  credentials(): HubCredentials | null;
  /** Open what is on disk. An identity without a password stays an identity: the orders are still to be seen. */
  load(): Promise<void>;
  /** After pairing: what is on disk has changed to this. */
  adopt(identity: Identity, password: string): void;
};

export function openRegisterKeys(identities: JsonFile<Identity>, secrets: SecretStore): RegisterKeys {
  let identity: Identity | null = null;
  let password: string | null = null;
  return {
    identity: () => identity,
    credentials: () => (identity && password ? { user: identity.register.id, password } : null),
    load: async () => {
      identity = identities.read();
      password = identity ? await secrets.read() : null;
    },
    adopt: (newIdentity, newPassword) => {
      identity = newIdentity;
      password = newPassword;
    },
  };
}
