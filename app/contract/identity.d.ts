/** A paired register as its own page knows it. No secret in it. */
export type Identity = {
  readonly shop: string;
  readonly register: {
    /** Also the name of its hub user. */
    readonly id: string;
    readonly name: string;
    /** Heads its receipt numbers: `R1`. */
    readonly code: string;
  };
};
/** `code` is the pairing code of the sync-server; empty on the computer the sync-server itself runs on. */
export type PairRequest = {
  readonly name: string;
  readonly code: string;
};
/** Why pairing did not work. The page holds the sentences. */
export type PairFault = 'server-unreachable' | 'code-wrong' | 'name-missing' | 'too-many-tries' | 'cannot-keep-secret';
export type PairResult =
  | {
      readonly ok: true;
      readonly identity: Identity;
    }
  | {
      readonly ok: false;
      readonly fault: PairFault;
    };
/** `url` ends without a slash and takes `/<database>/…`: `/db` in a browser tab, `http://host:port/db` in the shell. */
export type HubAccess = {
  readonly url: string;
};
