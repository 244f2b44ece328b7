package io.crmkit.api.proposal;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.UUID;

/** The attributes of {@link Proposal}, for searches and access policies. */
public final class ProposalAttributes {

  public static final Attribute<Proposal, String> NUMBER = text("number");
  public static final Attribute<Proposal, String> TITLE = text("title");
  public static final Attribute<Proposal, String> OWNER = text("owner");
  public static final Attribute<Proposal, ProposalStatus> STATUS =
      Attribute.of(Proposal.class, "status", ProposalStatus.class);
  public static final Attribute<Proposal, CustomerId> CUSTOMER =
      Attribute.of(Proposal.class, "subject.customerId", CustomerId.class);
  public static final Attribute<Proposal, String> ABOUT_ENTITY = text("subject.about.entity");
  public static final Attribute<Proposal, UUID> ABOUT_ID =
      Attribute.of(Proposal.class, "subject.about.id", UUID.class);
  public static final Attribute<Proposal, Instant> ISSUED_AT =
      Attribute.of(Proposal.class, "issue.at", Instant.class);

  private ProposalAttributes() {}

  /** Proposals about this record, such as those of one opportunity. */
  public static Criteria<Proposal> about(EntityRef record) {
    return ABOUT_ENTITY.eq(record.entity()).and(ABOUT_ID.eq(record.id()));
  }

  private static Attribute<Proposal, String> text(String path) {
    return Attribute.of(Proposal.class, path, String.class);
  }
}
