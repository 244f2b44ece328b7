package io.crmkit.proposals.proposal;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalAttributes;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.List;

/** Proposals by number. */
public final class ProposalSearch implements SearchSource {

  @Inject
  ProposalSearch() {}

  private static final Label KIND = new Label("Proposal", "方案书");

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    Query<Proposal> query =
        Query.where(Criteria.startsWith(ProposalAttributes.NUMBER, question.text()))
            .limit(question.limit());
    return session.get(Proposals.class).find(query).items().stream()
        .map(p -> new SearchHit(p.ref(), KIND, Label.same(p.number() + ": " + p.title())))
        .toList();
  }
}
