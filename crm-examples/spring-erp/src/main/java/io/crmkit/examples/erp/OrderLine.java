package io.crmkit.examples.erp;

/**
 * What is ordered.
 *
 * @param item of the stock
 * @param quantity at least 1
 */
public record OrderLine(String item, int quantity) {

  public OrderLine {
    if (quantity < 1) {
      throw new IllegalArgumentException("a quantity is at least 1, not " + quantity);
    }
  }
}
