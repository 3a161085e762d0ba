import type { PairFault } from '../../../contract/identity.ts';

const pairFault: Record<PairFault, string> = {
  'server-unreachable':
    'The shop’s server does not answer. Check that it is running and that this device is on the shop’s network, then try again.',
  'code-wrong': 'That pairing code is not right. It is printed where the server was started; type it exactly.',
  'name-missing': 'Give this register a name, for example Counter 1.',
  'too-many-tries': 'Too many tries. Wait a minute, then try again.',
  'cannot-keep-secret':
    'This computer cannot keep the register’s key safely. Unlock its keychain or sign in to it again, then try once more.',
};

export const start = {
  checking: 'Opening Shopbell…',
  otherTab: {
    title: 'Shopbell is open in another tab',
    body: 'Only one tab can be the register, so that nothing is done twice.',
    useHere: 'Use it here',
  },
  moved: {
    title: 'Shopbell moved to another tab',
    body: 'This tab let go of the register. Nothing was lost.',
  },
  failed: {
    title: 'Shopbell could not open',
    again: 'Try again',
    other:
      'Something went wrong while opening. Nothing that was saved is lost. Try again; if it stays so, restart this device.',
    storage:
      'This device does not let Shopbell store the shop’s orders. Free some disk space, leave private browsing, then try again.',
  },
  pair: {
    title: 'Set up this register',
    body: 'Name this device. The name stands beside everything done here.',
    name: 'Name of this register',
    suggestion: 'Counter {{number}}',
    code: 'Pairing code',
    codeHelp: 'The server asks for its pairing code. It is printed where the server was started.',
    save: 'Set up',
    saving: 'Setting up…',
  },
  pairFault,
};
