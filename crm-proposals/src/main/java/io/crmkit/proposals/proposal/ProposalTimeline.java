package io.crmkit.proposals.proposal;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalAttributes;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.util.List;
import java.util.stream.Stream;

/** Tells a customer's timeline which proposals were issued. */
public final class ProposalTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    Criteria<Proposal> issued =
        ProposalAttributes.CUSTOMER
            .eq(span.customer())
            .and(ProposalAttributes.ISSUED_AT.between(span.from(), span.to()));
    Query<Proposal> latest =
        Query.where(issued)
            .orderBy(ProposalAttributes.ISSUED_AT.descending())
            .limit(Math.min(Math.max(span.limit(), 1), Query.MAX_LIMIT));
    return session.get(Proposals.class).find(latest).items().stream()
        .flatMap(ProposalTimeline::entry)
        .toList();
  }

  private static Stream<TimelineEntry> entry(Proposal proposal) {
    ProposalIssue issue = proposal.issue();
    if (issue == null) {
      return Stream.empty();
    }
    String name = proposal.number() + " " + proposal.title();
    return Stream.of(
        new TimelineEntry(
            issue.at(),
            "proposals",
            "proposal-issued",
            proposal.ref(),
            new Label("Proposal " + name + " issued", "方案书 " + name + " 已发出")));
  }
}
