package io.crmkit.api.customer.relationship;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.time.LocalDate;
import java.util.List;

/** How customers are related to each other. As safe for threads as its session. */
@ProvidedBy("io.crmkit:crm-core")
public interface Relationships {

  /**
   * One customer is related to another.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   * @throws io.crmkit.api.error.Refused if they are related so already on one of these days; in a
   *     hierarchy, if there is another parent on one of these days, or the customer would be its
   *     own parent, along others, on one of them
   */
  Relationship relate(Relate command);

  /**
   * Two customers are no longer related.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such relationship
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it has ended before, or begins later
   */
  Relationship end(EndRelationship command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Relationship get(RelationshipId id);

  /** The customer's relationships on this day, from either side, in the order of their ids. */
  List<Relationship> of(CustomerId customer, LocalDate asOf);

  /** Relationships by any condition over {@link RelationshipAttributes}. */
  Page<Relationship> search(Query<Relationship> query);

  /**
   * What stands above and below a customer on a day.
   *
   * @throws io.crmkit.api.error.InvalidInput if the type is not a hierarchy
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  Hierarchy hierarchy(HierarchyQuestion question);
}
