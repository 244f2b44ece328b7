package io.crmkit.api.customer.interaction;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or written between a customer and us.
 *
 * @param id the interaction
 * @param version counts the changes
 * @param customer with whom
 * @param exchange how and when
 * @param content what about
 * @param about a record that it concerns, such as an opportunity, or null
 * @param participants who took part
 * @param promises what was promised
 */
@RecordBuilder
public record Interaction(
    InteractionId id,
    long version,
    CustomerId customer,
    Exchange exchange,
    Content content,
    @Nullable EntityRef about,
    List<Participant> participants,
    List<Promise> promises)
    implements InteractionBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "customer.interaction";

  public Interaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(content, "content");
    participants = List.copyOf(participants);
    promises = List.copyOf(promises);
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }
}
