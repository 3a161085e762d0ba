export const common = {
  save: 'Save',
  ok: 'OK',
  cancel: 'Cancel',
  back: 'Back',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyWhat: 'Copy {{what}}',
  show: 'Show',
  showAll: 'Show all',
  loadMore: 'Show more',
  search: 'Search',
  clear: 'Clear',
  notSaved: 'Not saved',
  today: 'Today',
  unknown: 'Unknown',
  none: 'None',
};

/** Why an act was not stored, by the replica's code; `other` stands for what nobody foresaw. */
export const saveFault = {
  'not-saved':
    'This could not be stored on this computer, so nothing was changed. Try again; if it stays so, free some disk space and reload.',
  malformed: 'Something in what was typed cannot be stored. Shorten or correct it, then save again.',
  'receipt-used': 'This receipt number is taken. Save again to get the next one.',
  other: 'Nothing was changed. Try again; if it stays so, reload Shopbell.',
};
