package io.crmkit.api.sales.order;

/** How far an order is paid; independent of shipping, since some pay before and some after. */
public enum BillingStatus {
  UNBILLED,
  INVOICED,
  PAID
}
