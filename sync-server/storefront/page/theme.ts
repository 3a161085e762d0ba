import { createTheme } from '@mantine/core';

/** Cream paper, kopitiam green, fired clay. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'forest',
  primaryShade: 8,
  defaultRadius: 'md',
  cursorType: 'pointer',
  black: '#22302a',
  colors: {
    // Warm greys: skeletons and things switched off belong to the paper.
    gray: [
      '#fbf6ec',
      '#f5eddc',
      '#efe5d0',
      '#e4d8bf',
      '#d3c6aa',
      '#b3a88f',
      '#8b8370',
      '#6b6556',
      '#4b473d',
      '#2f2c26',
    ],
    forest: [
      '#eef4ef',
      '#dbe7de',
      '#b7cfbf',
      '#8fb59c',
      '#6d9e7f',
      '#4f8565',
      '#3b6d51',
      '#2b5541',
      '#1f3d30',
      '#152b22',
    ],
    clay: [
      '#fdf0ea',
      '#f8dccf',
      '#efb9a1',
      '#e59371',
      '#d97548',
      '#c25b34',
      '#ad4c27',
      '#8f3d1e',
      '#723017',
      '#552310',
    ],
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: { fontWeight: '720' },
});
