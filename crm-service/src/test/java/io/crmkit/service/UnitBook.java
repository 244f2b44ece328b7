package io.crmkit.service;

import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.CrmSetup;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the installed base, which this module must not depend on: the units that a test
 * tells it of, by the host's own implementation of the lookup.
 */
public final class UnitBook implements CrmSetup {

  private final Map<AssetId, AssetFacts> units = new ConcurrentHashMap<>();

  public void add(AssetFacts unit) {
    units.put(unit.id(), unit);
  }

  @Override
  public void prepare() {
    units.clear();
  }

  @Override
  public List<CrmModule> modules() {
    return List.of(new UnitModule(this));
  }

  private static final class UnitModule implements CrmModule {
    private final UnitBook book;

    UnitModule(UnitBook book) {
      this.book = book;
    }

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("testunits", "1", "io.crmkit:crm-service-tests");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.bind(binder -> binder.bind(UnitBook.class).toInstance(book));
      registrar.service(AssetLookup.class, Lookup.class);
    }
  }

  static final class Lookup implements AssetLookup {
    private final UnitBook book;

    @Inject
    Lookup(UnitBook book) {
      this.book = book;
    }

    @Override
    public Optional<AssetFacts> facts(AssetId id) {
      return Optional.ofNullable(book.units.get(id));
    }

    @Override
    public Page<AssetFacts> installed(
        @Nullable CustomerId customer, @Nullable String after, int limit) {
      return new Page<>(
          book.units.values().stream()
              .filter(unit -> customer == null || unit.customer().equals(customer))
              .sorted(Comparator.comparing(unit -> unit.id().value().toString()))
              .filter(unit -> after == null || unit.id().value().toString().compareTo(after) > 0)
              .toList(),
          null);
    }

    @Override
    public List<AssetFacts.PassedOn> passedOn(
        Collection<AssetId> units, Collection<CustomerId> by) {
      return List.of();
    }
  }
}
