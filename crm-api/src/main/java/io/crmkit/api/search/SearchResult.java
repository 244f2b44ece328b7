package io.crmkit.api.search;

import java.util.List;

/**
 * What was found.
 *
 * @param hits in the order of the modules; no record twice
 * @param missing the ids of modules that failed and whose hits are missing
 */
public record SearchResult(List<SearchHit> hits, List<String> missing) {

  public SearchResult {
    hits = List.copyOf(hits);
    missing = List.copyOf(missing);
  }
}
