import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/tokens.css';
import './theme/base.css';
import { startPage } from './start-page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to stand in.');
startPage(window, root);
