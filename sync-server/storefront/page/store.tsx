import { useState } from 'react';
import { CartDrawer } from './cart/cart-drawer.tsx';
import { pieces } from './cart/cart.ts';
import { useCart } from './cart/use-cart.ts';
import { CheckoutPage } from './checkout/checkout-page.tsx';
import { EmptyPlace } from './frame/empty-place.tsx';
import { Footer } from './frame/footer.tsx';
import { Header } from './frame/header.tsx';
import { StoreLoading } from './frame/store-loading.tsx';
import { keepTexts } from './kept-text.ts';
import { createMoneyText } from './money-text.ts';
import { ShopPage } from './products/shop-page.tsx';
import { useCatalogue } from './server/use-catalogue.ts';
import { type LastOrder, readLastOrder, writeLastOrder } from './thanks/last-order.ts';
import { ThanksPage } from './thanks/thanks-page.tsx';
import { useRoute } from './use-route.ts';

/** The whole Online Store: one catalogue, one cart, three places. */
export function Store() {
  const [kept] = useState(() => ({
    always: keepTexts(() => localStorage),
    thisTab: keepTexts(() => sessionStorage),
  }));
  const [route, go] = useRoute();
  const { answer, reload } = useCatalogue();
  const [cart, changeCart] = useCart(kept.always);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [lastOrder, setLastOrder] = useState(() => readLastOrder(kept.thisTab));

  if (!answer) return <StoreLoading />;
  if (!answer.ok)
    return (
      <EmptyPlace
        heading="We cannot open the store just now"
        text={answer.fault.detail}
        action={{ label: 'Try again', run: reload }}
        alert
      />
    );

  const { shop, products } = answer.value;
  const money = createMoneyText(shop.locale, shop.currency);
  const openCart = () => setDrawerOpen(true);
  const toShop = () => go('shop');
  const placed = (order: LastOrder) => {
    writeLastOrder(kept.thisTab, order);
    setLastOrder(order);
    if (!order.earlier) changeCart(() => []);
    // Back must not lead to a form that is done with.
    go('thanks', true);
  };

  return (
    <>
      <Header shop={shop} count={pieces(cart)} onHome={toShop} onCart={openCart} />
      <main id="main" className="main" tabIndex={-1}>
        {route === 'shop' && (
          <ShopPage
            shop={shop}
            products={products}
            money={money}
            changeCart={changeCart}
            onCart={openCart}
            quiet={drawerOpen}
          />
        )}
        {route === 'checkout' && (
          <CheckoutPage
            shop={shop}
            products={products}
            cart={cart}
            money={money}
            kept={kept.always}
            onPlaced={placed}
            onShop={toShop}
            onCart={openCart}
          />
        )}
        {route === 'thanks' && <ThanksPage shop={shop} order={lastOrder} money={money} onShop={toShop} />}
      </main>
      <Footer shop={shop} />
      <CartDrawer
        opened={drawerOpen}
        onClose={() => setDrawerOpen(false)}
        cart={cart}
        changeCart={changeCart}
        products={products}
        money={money}
        onShop={toShop}
        onCheckout={() => {
          setDrawerOpen(false);
          go('checkout');
        }}
      />
    </>
  );
}
