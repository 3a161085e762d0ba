import { config } from 'zod';

// The page's content security policy forbids eval; without this zod would probe for it once and the browser would
// report a violation. Imported before any module that makes a schema.
config({ jitless: true });
