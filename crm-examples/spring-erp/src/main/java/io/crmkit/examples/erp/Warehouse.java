package io.crmkit.examples.erp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ERP's stock. */
@Repository
public class Warehouse {

  private final JdbcClient jdbc;

  Warehouse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** More of an item has come in. */
  public void receive(String item, int quantity) {
    jdbc.sql("merge into erp_stock key (item) values (?, ?)")
        .params(item, inStock(item) + quantity)
        .update();
  }

  public int inStock(String item) {
    return jdbc.sql("select quantity from erp_stock where item = ?")
        .param(item)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /**
   * Takes what is ordered out of the stock.
   *
   * @throws OutOfStock if there is not as much
   */
  void take(OrderLine line) {
    int changed =
        jdbc.sql("update erp_stock set quantity = quantity - ? where item = ? and quantity >= ?")
            .params(line.quantity(), line.item(), line.quantity())
            .update();
    if (changed == 0) {
      throw new OutOfStock(line);
    }
  }
}
