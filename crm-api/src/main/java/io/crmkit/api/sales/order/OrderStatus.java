package io.crmkit.api.sales.order;

/** How far an order has come. */
public enum OrderStatus {
  /** Ours; the ERP has not answered yet. */
  PLACED,
  /** The ERP has taken it. */
  ACCEPTED,
  /** The ERP does not take it. */
  REFUSED,
  /** Carried out, at least in part: shipped, or done. */
  EXECUTED,
  /** Called off before anything was carried out. */
  CANCELLED
}
