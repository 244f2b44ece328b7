package io.crmkit.core.kernel.work;

import io.crmkit.api.CrmSession;
import io.crmkit.api.search.Search;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchResult;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks every module. */
final class SearchService implements Search {

  private final Work work;

  @Inject
  SearchService(Work work) {
    this.work = work;
  }

  @Override
  public SearchResult find(SearchQuestion question) {
    return work.read(
        tx -> {
          CrmSession session = tx.session();
          ReadTx.Gathered<SearchHit> gathered =
              tx.gather(
                  SearchSource.POINT,
                  source ->
                      source.hits(session, question).stream().limit(question.limit()).toList());
          Map<EntityRef, SearchHit> hits = new LinkedHashMap<>();
          gathered.items().forEach(hit -> hits.putIfAbsent(hit.record(), hit));
          return new SearchResult(List.copyOf(hits.values()), gathered.missing());
        });
  }
}
