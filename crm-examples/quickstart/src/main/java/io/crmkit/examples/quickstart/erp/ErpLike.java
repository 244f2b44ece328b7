package io.crmkit.examples.quickstart.erp;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.value.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program with an order table of its own, beside the CRM. CrmKit hands every order over at least
 * once; this side keeps the contract of {@link ErpOrderPort} and books each key only once. It can
 * also lose an acknowledgement, as networks do. Safe for many threads.
 */
public final class ErpLike implements ErpOrderPort {

  /**
   * A row of the order table.
   *
   * @param key the CRM's key of the order; the table's primary key
   * @param number the ERP's own number
   * @param crmNumber the CRM's number
   * @param total what the order comes to
   */
  public record Booking(String key, String number, String crmNumber, Money total) {}

  private static final int FIRST_NUMBER = 70_001;

  private final Map<String, Booking> table = new LinkedHashMap<>();
  private int deliveries;
  private boolean losesAcknowledgement;

  /** The next delivery is booked, but the line breaks before the CRM hears of it. */
  public synchronized void loseNextAcknowledgement() {
    losesAcknowledgement = true;
  }

  @Override
  public synchronized void handOver(CrmSession session, ErpOrder order) {
    deliveries++;
    table.computeIfAbsent(order.key(), key -> book(key, order));
    if (losesAcknowledgement) {
      losesAcknowledgement = false;
      throw new IllegalStateException("the line to the ERP broke before it could answer");
    }
  }

  private Booking book(String key, ErpOrder order) {
    return new Booking(
        key,
        "ERP-" + (FIRST_NUMBER + table.size()),
        order.order().heading().number(),
        order.order().totals().total());
  }

  /** How often an order was brought here, repetitions included. */
  public synchronized int deliveries() {
    return deliveries;
  }

  /** What is in the order table. */
  public synchronized List<Booking> bookings() {
    return new ArrayList<>(table.values());
  }
}
