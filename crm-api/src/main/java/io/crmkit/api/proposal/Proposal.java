package io.crmkit.api.proposal;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bid document, written as a tree of nodes.
 *
 * @param id the proposal
 * @param version changes with every change of the proposal itself, not with those of its nodes
 * @param number given by CrmKit, without gaps in a tenant, such as {@code "P-000042"}
 * @param title 1 to 200 characters
 * @param language of headings that CrmKit writes, and of how numbers and dates are shown
 * @param subject for whom and about what
 * @param status where it stands
 * @param owner the id of the actor who drafted it
 * @param issue what was given to the customer; null until it is issued
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Proposal(
    ProposalId id,
    long version,
    String number,
    String title,
    Locale language,
    ProposalSubject subject,
    ProposalStatus status,
    String owner,
    @Nullable ProposalIssue issue,
    CustomValues custom)
    implements ProposalBuilder.With {

  /** The stable name of the entity, for references. */
  public static final String ENTITY = "proposals.proposal";

  public Proposal {
    Objects.requireNonNull(custom, "custom");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }
}
