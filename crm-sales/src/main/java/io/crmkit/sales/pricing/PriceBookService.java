package io.crmkit.sales.pricing;

import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_BOOKS;
import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_ENTRIES;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.pricing.PriceBookAttributes;
import io.crmkit.api.sales.pricing.PriceBookId;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceEntry;
import io.crmkit.api.sales.pricing.PriceEntryId;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Price books: thin around {@link PriceBookRules}. */
public final class PriceBookService implements PriceBooks {

  private final Work work;
  private final PriceCatalog catalog;

  @Inject
  PriceBookService(Work work, PriceCatalog catalog) {
    this.work = work;
    this.catalog = catalog;
  }

  @Override
  public PriceBook define(DefinePriceBook command) {
    return work.run(
        "price-book.define",
        command,
        tx -> {
          List<InvalidInput.Fault> faults = PriceBookRules.faults(command);
          if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
          }
          tx.lockNames("sales.price-book", List.of(command.code()));
          Optional<PriceBook> current = catalog.current(tx, command.code());
          if (current.isPresent() && same(tx, current.get(), command)) {
            return current.get();
          }
          return insert(tx, command, current.map(PriceBook::revision).orElse(0) + 1);
        });
  }

  private static PriceBook insert(Tx tx, DefinePriceBook command, int revision) {
    PriceBook book =
        tx.store(PRICE_BOOKS)
            .insert(
                new PriceBook(
                    new PriceBookId(tx.newId()),
                    0,
                    command.code(),
                    revision,
                    command.name(),
                    command.currency(),
                    command.approvals(),
                    tx.occurredAt()));
    List<PriceEntry> entries = new ArrayList<>();
    for (PriceLine line : command.lines()) {
      entries.add(
          new PriceEntry(
              new PriceEntryId(tx.newId()),
              0,
              book.id(),
              line.item(),
              line.tiers(),
              line.taxRate(),
              line.components()));
    }
    tx.store(PRICE_ENTRIES).insertAll(entries);
    return book;
  }

  private static boolean same(Tx tx, PriceBook book, DefinePriceBook command) {
    if (!book.name().equals(command.name())
        || !book.currency().equals(command.currency())
        || !book.approvals().equals(command.approvals())) {
      return false;
    }
    Set<PriceLine> lines = new HashSet<>();
    for (PriceEntry e :
        tx.tenantWide().store(PRICE_ENTRIES).all(PriceBookAttributes.BOOK.eq(book.id()))) {
      lines.add(new PriceLine(e.item(), e.tiers(), e.taxRate(), e.components()));
    }
    return lines.equals(Set.copyOf(command.lines()));
  }

  @Override
  public PriceBook get(PriceBookId id) {
    return work.read(tx -> tx.store(PRICE_BOOKS).get(id));
  }

  @Override
  public Optional<PriceBook> current(String code) {
    return work.read(tx -> catalog.current(tx, code));
  }

  @Override
  public Page<PriceEntry> entries(Query<PriceEntry> query) {
    return work.read(tx -> tx.store(PRICE_ENTRIES).page(query));
  }
}
