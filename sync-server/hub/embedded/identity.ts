/** Who asks. `name` null: nobody in particular. */
export type Identity = {
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly authenticated?: 'cookie' | 'default';
};

export const NOBODY: Identity = { name: null, roles: [] };
export const isAdmin = (identity: Identity) => identity.roles.includes('_admin');
