package io.crmkit.api.customer.interaction;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said and written, and what was promised. As safe for threads as its session. */
@ProvidedBy("io.crmkit:crm-core")
public interface Interactions {

  /**
   * Something was said or written.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is no such customer, contact or person
   */
  Interaction record(RecordInteraction command);

  /**
   * A promise was kept, at the moment at which the session says that it happened.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such interaction
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if there is no such promise, or it was kept before
   */
  Interaction keepPromise(KeepPromise command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Interaction get(InteractionId id);

  Optional<Interaction> find(InteractionId id);

  /**
   * The latest interactions with the customer, the latest first.
   *
   * @param limit 1 to {@link Query#MAX_LIMIT}
   */
  List<Interaction> latest(CustomerId customer, int limit);

  /** The latest interaction in which each of these contacts took part, if there is any. */
  Map<ContactId, Interaction> latestWith(Collection<ContactId> contacts);

  /**
   * Interactions with a promise that is open and due before this day, in the order of their ids.
   *
   * @return at most {@link Query#MAX_LIMIT}
   */
  List<Interaction> withPromisesDueBefore(LocalDate day);

  /** Interactions by any condition over {@link InteractionAttributes}. */
  Page<Interaction> search(Query<Interaction> query);
}
