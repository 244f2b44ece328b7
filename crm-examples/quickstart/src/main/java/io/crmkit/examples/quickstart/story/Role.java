package io.crmkit.examples.quickstart.story;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.quote.QuoteId;
import java.util.Map;

/**
 * A part in the story that some chapter fills and later ones ask for.
 *
 * @param name for messages
 * @param <T> what fills it
 */
public record Role<T>(String name) {

  /** The organization that buys. */
  public static final Role<CustomerId> CUSTOMER = new Role<>("customer");

  /** The one who asked first, and will use what is bought. */
  public static final Role<ContactId> USER = new Role<>("user");

  /** The one who handles the purchase. */
  public static final Role<ContactId> HANDLER = new Role<>("handler");

  /** The one who decides. */
  public static final Role<ContactId> DECIDER = new Role<>("decider");

  public static final Role<OpportunityId> OPPORTUNITY = new Role<>("opportunity");

  /** The revision of the quote that is with the customer. */
  public static final Role<QuoteId> QUOTE = new Role<>("quote");

  public static final Role<OrderId> ORDER = new Role<>("order");

  /** The catalogue's products. */
  public static final Role<Map<Goods, ProductId>> PRODUCTS = new Role<>("products");

  /** The system at the top. */
  public static final Role<AssetId> SYSTEM = new Role<>("system");

  /** The part that will fail. */
  public static final Role<AssetId> PART = new Role<>("part");

  /** The part that will fail while its warranty runs. */
  public static final Role<AssetId> DETECTOR = new Role<>("detector");

  /** A machine that belongs to no system. */
  public static final Role<AssetId> WORKSTATION = new Role<>("workstation");

  /** Another one, which came later and will be sold on. */
  public static final Role<AssetId> LATE_WORKSTATION = new Role<>("late workstation");

  /** The part that is lent while another is in repair. */
  public static final Role<AssetId> LOAN_UNIT = new Role<>("loan unit");

  /** The seller's own house, to whom its loan units belong. */
  public static final Role<CustomerId> LOAN_POOL = new Role<>("loan pool");

  /** Another customer, who buys what the first one has used. */
  public static final Role<CustomerId> CLINIC = new Role<>("clinic");

  /** The merged proposal. */
  public static final Role<DocumentId> PROPOSAL = new Role<>("proposal");
}
