package io.crmkit.api.sales;

/** The stable names of the records of sales, for {@link io.crmkit.api.value.EntityRef}s. */
public final class SalesEntities {

  public static final String LEAD = "sales.lead";
  public static final String PIPELINE = "sales.pipeline";
  public static final String OPPORTUNITY = "sales.opportunity";
  public static final String OPPORTUNITY_CHANGE = "sales.opportunity_change";
  public static final String BUYING_MEMBER = "sales.buying_member";
  public static final String PRICE_BOOK = "sales.price_book";
  public static final String PRICE_ENTRY = "sales.price_entry";
  public static final String QUOTE = "sales.quote";
  public static final String ORDER = "sales.order";
  public static final String ORDER_ATTEMPT = "sales.order_attempt";
  public static final String SHIPMENT = "sales.shipment";
  public static final String ERP_MESSAGE = "sales.erp_message";

  private SalesEntities() {}
}
