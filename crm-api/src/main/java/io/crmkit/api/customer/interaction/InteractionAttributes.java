package io.crmkit.api.customer.interaction;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** By what interactions can be searched and sorted. */
public final class InteractionAttributes {

  public static final Attribute<Interaction, CustomerId> CUSTOMER =
      Attribute.of(Interaction.class, "customer", CustomerId.class);
  public static final Attribute<Interaction, InteractionChannel> CHANNEL =
      Attribute.of(Interaction.class, "exchange.channel", InteractionChannel.class);
  public static final Attribute<Interaction, Direction> DIRECTION =
      Attribute.of(Interaction.class, "exchange.direction", Direction.class);
  public static final Attribute<Interaction, Instant> AT =
      Attribute.of(Interaction.class, "exchange.at", Instant.class);
  public static final Attribute<Interaction, String> SUBJECT =
      Attribute.of(Interaction.class, "content.subject", String.class);
  public static final Attribute<Interaction, String> ABOUT_ENTITY =
      Attribute.of(Interaction.class, "about.entity", String.class);
  public static final Attribute<Interaction, UUID> ABOUT_ID =
      Attribute.of(Interaction.class, "about.id", UUID.class);

  public static final Parts<Interaction, Participant> PARTICIPANTS =
      new Parts<>(Interaction.class, "participants", Participant.class);
  public static final Attribute<Participant, ContactId> CONTACT =
      Attribute.of(Participant.class, "contact", ContactId.class);
  public static final Attribute<Participant, CustomerId> PERSON =
      Attribute.of(Participant.class, "person", CustomerId.class);
  public static final Attribute<Participant, String> STAFF =
      Attribute.of(Participant.class, "staff", String.class);

  public static final Parts<Interaction, Promise> PROMISES =
      new Parts<>(Interaction.class, "promises", Promise.class);
  public static final Attribute<Promise, Promise.By> PROMISED_BY =
      Attribute.of(Promise.class, "promisedBy", Promise.By.class);
  public static final Attribute<Promise, LocalDate> DUE =
      Attribute.of(Promise.class, "due", LocalDate.class);
  public static final Attribute<Promise, Instant> KEPT_AT =
      Attribute.of(Promise.class, "keptAt", Instant.class);

  private InteractionAttributes() {}
}
