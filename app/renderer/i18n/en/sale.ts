export const sale = { title: 'New sale' };
