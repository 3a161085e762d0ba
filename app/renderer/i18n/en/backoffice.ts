export const backoffice = { title: 'Order Management' };
