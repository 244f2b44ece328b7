package io.crmkit.api.customer.interaction;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something was said or written between a customer and us.
 *
 * @param customer with whom
 * @param channel over which way
 * @param direction who turned to whom
 * @param at when; null for the moment at which the session says that it happened, usually now
 * @param content what about
 * @param about a record that it concerns, such as an opportunity, or null
 * @param participants who took part, at most 200; contacts and persons must exist
 * @param promises what was promised, at most 100, all open
 */
@RecordBuilder
public record RecordInteraction(
    CustomerId customer,
    InteractionChannel channel,
    Direction direction,
    @Nullable Instant at,
    Content content,
    @Nullable EntityRef about,
    List<Participant> participants,
    List<Promise> promises)
    implements RecordInteractionBuilder.With {

  public RecordInteraction {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(content, "content");
    participants = List.copyOf(participants);
    promises = List.copyOf(promises);
  }

  /** The customer turned to us. */
  public static RecordInteraction inbound(
      CustomerId customer, InteractionChannel channel, String subject) {
    return of(customer, channel, Direction.INBOUND, subject);
  }

  /** We turned to the customer. */
  public static RecordInteraction outbound(
      CustomerId customer, InteractionChannel channel, String subject) {
    return of(customer, channel, Direction.OUTBOUND, subject);
  }

  private static RecordInteraction of(
      CustomerId customer, InteractionChannel channel, Direction direction, String subject) {
    return new RecordInteraction(
        customer, channel, direction, null, new Content(subject, null), null, List.of(), List.of());
  }
}
