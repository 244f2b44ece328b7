package io.crmkit.api.search;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;
import java.util.List;

/** A module's part of the search over everything. Must be thread-safe. */
public interface SearchSource {

  ContributionPoint<SearchSource> POINT = new ContributionPoint<>("search", SearchSource.class);

  /**
   * The best hits, at most as many as the question wants; each found by an index, since it is asked
   * while somebody types.
   *
   * @param session the caller's, so that nobody finds what they may not see
   */
  List<SearchHit> hits(CrmSession session, SearchQuestion question);
}
