package io.crmkit.sales.pricing;

import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_BOOKS;
import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_ENTRIES;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.pricing.PriceBookAttributes;
import io.crmkit.api.sales.pricing.PriceBookId;
import io.crmkit.api.sales.pricing.PriceEntry;
import io.crmkit.core.spi.work.ReadTx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prices of all tenants, kept in memory once read. A revision never changes, so that what is kept
 * is never out of date; which revision is in force is always read. Safe for many threads.
 */
@Singleton
public final class PriceCatalog {

  private record Key(TenantId tenant, PriceBookId book, String sku) {}

  private final Cache<Key, PriceEntry> entries = Caffeine.newBuilder().maximumSize(50_000).build();

  @Inject
  PriceCatalog() {}

  /** The revision in force. */
  public Optional<PriceBook> current(ReadTx tx, String code) {
    return tx
        .tenantWide()
        .store(PRICE_BOOKS)
        .list(
            Query.where(PriceBookAttributes.CODE.eq(code))
                .orderBy(PriceBookAttributes.REVISION.descending())
                .limit(1))
        .stream()
        .findFirst();
  }

  public PriceBook get(ReadTx tx, PriceBookId id) {
    return tx.tenantWide().store(PRICE_BOOKS).get(id);
  }

  /** The entries of these articles, and of the components of those that are bundles, by number. */
  public Map<String, PriceEntry> entries(ReadTx tx, PriceBookId book, Collection<String> skus) {
    Map<String, PriceEntry> found = new HashMap<>();
    load(tx, book, skus, found);
    Set<String> parts = new TreeSet<>();
    found.values().forEach(e -> e.components().forEach(c -> parts.add(c.sku())));
    parts.removeAll(found.keySet());
    load(tx, book, parts, found);
    return found;
  }

  private void load(
      ReadTx tx, PriceBookId book, Collection<String> skus, Map<String, PriceEntry> found) {
    TenantId tenant = tx.session().tenant();
    Set<String> unknown = new TreeSet<>();
    for (String sku : skus) {
      PriceEntry kept = entries.getIfPresent(new Key(tenant, book, sku));
      if (kept == null) {
        unknown.add(sku);
      } else {
        found.put(sku, kept);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    Query<PriceEntry> query =
        Query.where(
                PriceBookAttributes.BOOK
                    .eq(book)
                    .and(PriceBookAttributes.SKU.in(List.copyOf(unknown))))
            .limit(Query.MAX_LIMIT);
    for (PriceEntry entry : tx.tenantWide().store(PRICE_ENTRIES).list(query)) {
      entries.put(new Key(tenant, book, entry.item().sku()), entry);
      found.put(entry.item().sku(), entry);
    }
  }
}
