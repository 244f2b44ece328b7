package io.crmkit.examples.erp;

/** There is not as much as was ordered. */
public final class OutOfStock extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutOfStock(OrderLine line) {
    super("there are not " + line.quantity() + " of " + line.item() + " in stock");
  }
}
