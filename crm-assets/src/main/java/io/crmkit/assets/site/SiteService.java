package io.crmkit.assets.site;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.site.CloseSite;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.ReopenSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteAttributes;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.api.site.UpdateSite;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.AssetRules;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The service of sites. */
public final class SiteService implements Sites {

  private final Work work;

  @Inject
  public SiteService(Work work) {
    this.work = work;
  }

  @Override
  public Site create(CreateSite command) {
    Faults faults = new Faults();
    SiteRules.check(faults, command.name(), command.address());
    faults.orThrow();
    return work.run(
        "site.create",
        command,
        tx -> {
          tx.session().get(Customers.class).get(command.customer());
          CreateSite given = tx.store(SITES).given(Form.whole(command));
          return tx.store(SITES)
              .insert(SiteRules.create(new SiteId(tx.newId()), given, tx.occurredAt()));
        });
  }

  @Override
  public Site update(UpdateSite command) {
    Faults faults = new Faults();
    SiteRules.check(faults, command.name(), command.address());
    faults.orThrow();
    return work.run(
        "site.update",
        command,
        tx -> {
          Site before = tx.store(SITES).get(command.id(), command.version());
          UpdateSite given = tx.store(SITES).given(before, Form.whole(command));
          return tx.store(SITES).save(before, SiteRules.update(before, given));
        });
  }

  @Override
  public Site close(CloseSite command) {
    return work.run("site.close", command, tx -> close(tx, command));
  }

  private static Site close(Tx tx, CloseSite command) {
    Site seen = tx.store(SITES).get(command.id(), command.version());
    // Nothing may be put there while it is decided whether anything is.
    AssetInvariants.structure(tx, seen.customer());
    Site before = tx.store(SITES).get(command.id(), command.version());
    long units =
        tx.tenantWide()
            .store(ASSETS)
            .count(
                AssetAttributes.SITE_ID
                    .eq(before.id())
                    .and(AssetAttributes.STATUS.in(AssetRules.PRESENT)));
    return tx.store(SITES).save(before, SiteRules.close(before, units, tx.occurredAt()));
  }

  @Override
  public Site reopen(ReopenSite command) {
    return work.run(
        "site.reopen",
        command,
        tx -> {
          Site before = tx.store(SITES).get(command.id(), command.version());
          return tx.store(SITES).save(before, SiteRules.reopen(before, tx.occurredAt()));
        });
  }

  @Override
  public Site get(SiteId id) {
    return work.read(tx -> tx.store(SITES).get(id));
  }

  @Override
  public Page<Site> search(Query<Site> query) {
    return work.read(tx -> tx.store(SITES).page(query));
  }

  @Override
  public List<Site> ofCustomer(CustomerId customer) {
    return work.read(
        tx -> {
          tx.session().get(Customers.class).get(customer);
          return tx.store(SITES).all(SiteAttributes.CUSTOMER.eq(customer)).stream()
              .sorted(
                  Comparator.comparing(Site::name)
                      .thenComparing(site -> site.id().value().toString()))
              .toList();
        });
  }
}
