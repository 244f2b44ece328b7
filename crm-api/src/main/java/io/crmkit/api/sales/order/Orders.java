package io.crmkit.api.sales.order;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/** Orders. As safe for threads as the session it came from. */
@ProvidedBy("io.crmkit:crm-sales")
public interface Orders {

  /**
   * Orders what an accepted quote offers. After the commit the order is handed to the {@link
   * ErpOrderPort}.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such quote
   * @throws io.crmkit.api.error.Refused with every reason: {@code QUOTE_NOT_ACCEPTED}, {@code
   *     OPPORTUNITY_NOT_WON}, {@code QUOTE_ALREADY_ORDERED}
   */
  SalesOrder place(PlaceOrder command);

  /**
   * Places an order again that the ERP refused. The order keeps its number; what was refused stays
   * among its {@link #attempts}. After the commit it is handed to the {@link ErpOrderPort} under a
   * key of its own.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such order, or no such quote
   * @throws io.crmkit.api.error.StaleVersion if the order was changed since
   * @throws io.crmkit.api.error.Refused with every reason: {@code ORDER_STEP} if it was not
   *     refused, {@code QUOTE_NOT_ACCEPTED}, {@code OPPORTUNITY_NOT_WON}, {@code
   *     QUOTE_OF_OTHER_OPPORTUNITY}, {@code QUOTE_ALREADY_ORDERED}
   */
  SalesOrder placeAgain(PlaceOrderAgain command);

  /**
   * Takes the ERP's answer. The same message again changes nothing.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such order
   * @throws io.crmkit.api.error.InvalidInput with every fault of the answer
   * @throws io.crmkit.api.error.Refused {@code ORDER_STEP} where the order's status does not allow
   *     it, {@code SHIPPED_TOO_MANY}, {@code SHIPPED_BUNDLE} and {@code ORDER_LINE_UNKNOWN} for
   *     every such line, {@code ERP_MESSAGE_KEY_REUSED} if another message had this key, {@code
   *     ORDER_ATTEMPT_OVER} if it answers an attempt that is not at hand any more
   */
  SalesOrder record(RecordErpAnswer command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  SalesOrder get(OrderId id);

  /** Empty if there is none that the caller may see. */
  Optional<SalesOrder> find(OrderId id);

  /** The orders that match, by {@link OrderAttributes}. */
  Page<SalesOrder> page(Query<SalesOrder> query);

  /** The attempts to place it that the ERP refused, the first one first. */
  List<OrderAttempt> attempts(OrderId id);

  /** What was shipped so far, in the order of recording. */
  List<Shipment> shipments(OrderId id);
}
