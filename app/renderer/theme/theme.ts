import {
  ActionIcon,
  Autocomplete,
  Button,
  CloseButton,
  createTheme,
  Drawer,
  Input,
  Menu,
  Modal,
  PasswordInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { variantColours } from './variant-colours.ts';

/** A finger needs this much; the library's medium size is 2 px short of it. */
const TOUCH = { minHeight: 'var(--sb-touch)' };

/**
 * How Mantine's parts look in Shopbell. Colours that change with the scheme come from `tokens.css`.
 * @param closeWord what a screen reader calls the cross that closes a window or a toast; the library leaves it nameless.
 */
export function themeOf(closeWord: string) {
  // Apart, for the library's type of defaults does not know the names a reader hears.
  const close = { size: 44, iconSize: 20, 'aria-label': closeWord };
  return createTheme({
    fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
    primaryColor: 'petrol',
    primaryShade: { light: 8, dark: 3 },
    autoContrast: true,
    variantColorResolver: variantColours,
    defaultRadius: 'md',
    radius: { sm: '7px', md: '10px', lg: '14px' },
    colors: {
      // Mantine's greys of the dark scheme, towards our green; tokens.css holds the rest.
      dark: [
        '#eef2f0',
        '#b9c3bf',
        '#98a39f',
        '#7d8885',
        '#475150',
        '#2e3534',
        '#212726',
        '#1b201f',
        '#161a19',
        '#131716',
      ],
      petrol: [
        '#e7f5f4',
        '#cfe7e6',
        '#a2d3d2',
        '#6cc5c4',
        '#44a6a8',
        '#2b8f93',
        '#1b7b80',
        '#136a70',
        '#0d5c63',
        '#0a474d',
      ],
    },
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ styles: { root: TOUCH }, defaultProps: { size: 'md' } }),
      CloseButton: CloseButton.extend({ defaultProps: close }),
      Input: Input.extend({ styles: { input: TOUCH } }),
      ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'subtle', color: 'gray' } }),
      TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
      PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
      Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
      Select: Select.extend({ defaultProps: { size: 'md' } }),
      Autocomplete: Autocomplete.extend({ defaultProps: { size: 'md' } }),
      Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'md' } }),
      Modal: Modal.extend({
        styles: { title: { fontSize: '1.1875rem', fontWeight: 650 } },
        defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
      }),
      Drawer: Drawer.extend({
        styles: { title: { fontSize: '1.1875rem', fontWeight: 650 } },
        defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.35 } },
      }),
    },
  });
}
