import type { Product } from '../../../domain/shop.ts';

type Facts = Omit<Product, 'type' | 'id'>;

const PACK = { name: 'Pack', values: ['Loose leaf', 'Tea bags'] };
const GRIND = { name: 'Grind', values: ['Whole bean', 'Coarse (plunger)', 'Medium (filter)', 'Fine (kopi sock)'] };

const TEA: readonly Facts[] = [
  {
    sku: 'DT-101',
    name: 'Pandan Green Tea',
    description: 'Highland green tea with slow-dried pandan leaf. Soft, sweet and a little like kaya toast. 80 g.',
    category: 'Tea',
    price: 2890,
    options: [PACK],
    picture: 'pandan-green-tea.svg',
    colour: '#d7e4c0',
  },
  {
    sku: 'DT-102',
    name: 'Teh Tarik Blend',
    description: 'Strong broken-leaf black tea that stands up to condensed milk and a good pull. 250 g.',
    category: 'Tea',
    price: 2450,
    options: [PACK],
    picture: 'teh-tarik-blend.svg',
    colour: '#f2cfa6',
  },
  {
    sku: 'DT-103',
    name: 'Roselle & Ginger',
    description: 'Tart ruby roselle with young ginger. No caffeine; lovely over ice. 70 g.',
    category: 'Tea',
    price: 2690,
    options: [PACK],
    picture: 'roselle-ginger.svg',
    colour: '#f3c6c2',
  },
  {
    sku: 'DT-104',
    name: 'Nutmeg Flower Oolong',
    description: 'Roasted oolong with Penang nutmeg blossom. Warm, round, made for rain. 60 g.',
    category: 'Tea',
    price: 4200,
    options: [PACK],
    picture: 'nutmeg-oolong.svg',
    colour: '#f3dca0',
  },
];

const COFFEE: readonly Facts[] = [
  {
    sku: 'DT-201',
    name: 'Kopi Kampung',
    description: 'Dark robusta roasted with a little butter and sugar, the kopitiam way. 250 g.',
    category: 'Coffee',
    price: 2290,
    options: [GRIND],
    picture: 'kopi-kampung.svg',
    colour: '#e6c9ae',
  },
  {
    sku: 'DT-202',
    name: 'Johor Liberica',
    description: 'Medium roast from a single farm: jackfruit, cocoa and smoke. 200 g.',
    category: 'Coffee',
    price: 3990,
    options: [GRIND],
    picture: 'johor-liberica.svg',
    colour: '#f4d9b4',
  },
  {
    sku: 'DT-203',
    name: 'Cold Brew Bags',
    description: 'Six big bags, one litre each. Drop one in water at night, pour in the morning.',
    category: 'Coffee',
    price: 3250,
    options: [],
    picture: 'cold-brew-bags.svg',
    colour: '#c9dde2',
  },
];

const CUPS: readonly Facts[] = [
  {
    sku: 'DT-301',
    name: 'Kopitiam Cup & Saucer',
    description: 'Thick-walled porcelain with a hand-painted band. Keeps kopi hot to the last sip. 160 ml.',
    category: 'Cups & pots',
    price: 3400,
    options: [{ name: 'Colour', values: ['Jade', 'Indigo', 'Terracotta'] }],
    picture: 'kopitiam-cup.svg',
    colour: '#cfe3d6',
  },
  {
    sku: 'DT-302',
    name: 'Clay Teapot',
    description: 'Unglazed red clay from Perak, with a strainer built into the spout. 450 ml.',
    category: 'Cups & pots',
    price: 12900,
    options: [{ name: 'Clay', values: ['Brick', 'Charcoal'] }],
    picture: 'clay-teapot.svg',
    colour: '#f1c9b0',
  },
  {
    sku: 'DT-303',
    name: 'Tasting Cups, Set of Four',
    description: 'Four small stoneware cups in four glazes, for tasting side by side. 60 ml each.',
    category: 'Cups & pots',
    price: 7600,
    options: [],
    picture: 'tasting-cups.svg',
    colour: '#d5dbec',
  },
  {
    sku: 'DT-304',
    name: 'Tapau Tumbler',
    description: 'Double-walled steel with a carry string, because a plastic bag leaks. 480 ml.',
    category: 'Cups & pots',
    price: 8900,
    options: [{ name: 'Colour', values: ['Leaf', 'Sea', 'Hibiscus'] }],
    picture: 'tapau-tumbler.svg',
    colour: '#f6d3c8',
  },
];

const HOME: readonly Facts[] = [
  {
    sku: 'DT-401',
    name: 'Batik Tea Towel',
    description: 'Block-printed cotton from Terengganu. Softer with every wash. 50 × 70 cm.',
    category: 'For the table',
    price: 3900,
    options: [{ name: 'Colour', values: ['Indigo', 'Rust', 'Leaf'] }],
    picture: 'batik-tea-towel.svg',
    colour: '#cdd8ea',
  },
  {
    sku: 'DT-402',
    name: 'Linen Apron',
    description: 'Cross-back apron in washed linen, with a pocket for a phone and a teaspoon.',
    category: 'For the table',
    price: 10900,
    options: [
      { name: 'Size', values: ['S–M', 'L–XL'] },
      { name: 'Colour', values: ['Clay', 'Forest', 'Oat'] },
    ],
    picture: 'linen-apron.svg',
    colour: '#efd9c3',
  },
  {
    sku: 'DT-403',
    name: 'Rattan Tray',
    description: 'Hand-woven in Sarawak with a lip high enough for two teapots and a plate of kuih.',
    category: 'For the table',
    price: 6800,
    options: [{ name: 'Shape', values: ['Round', 'Oval'] }],
    picture: 'rattan-tray.svg',
    colour: '#e9e0b8',
  },
];

/** The demo shop's catalogue. Prices in sen, tax included. Shown in the order of the SKUs. */
export const DEMO_PRODUCTS: readonly Product[] = [...TEA, ...COFFEE, ...CUPS, ...HOME].map((facts) => ({
  type: 'product',
  id: `product:${facts.sku}`,
  ...facts,
}));
