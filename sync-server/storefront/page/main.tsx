import './zod-without-eval.ts';
import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cspNonce, shareNonce } from './csp-nonce.ts';
import { Store } from './store.tsx';
import { theme } from './theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place to draw in.');

const nonce = cspNonce();
shareNonce(nonce);

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <Store />
    </MantineProvider>
  </StrictMode>,
);
