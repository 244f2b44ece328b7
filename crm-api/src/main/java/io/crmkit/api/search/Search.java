package io.crmkit.api.search;

import io.crmkit.api.module.ProvidedBy;

/** One search over customers, deals, assets, requests and whatever plugins add. */
@ProvidedBy("io.crmkit:crm-core")
public interface Search {

  /** What the caller may see and what begins like this. A module that fails is told of. */
  SearchResult find(SearchQuestion question);
}
