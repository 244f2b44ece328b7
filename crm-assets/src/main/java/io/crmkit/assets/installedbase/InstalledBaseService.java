package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.CustomerHandOver;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PassTitle;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.UnitMark;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.asset.AssetInvariants;
import io.crmkit.assets.asset.AssetRules;
import io.crmkit.assets.check.Faults;
import io.crmkit.assets.warranty.TermsChecks;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The service of the installed base. */
public final class InstalledBaseService implements InstalledBase {

  private final Work work;

  @Inject
  public InstalledBaseService(Work work) {
    this.work = work;
  }

  @Override
  public HandOver provision(ProvisionUnits command) {
    return work.run(
        "installed-base.provision", command, tx -> sale(tx, command.sale()).provision());
  }

  @Override
  public HandOver push(PushUnits command) {
    check(command.terms());
    return work.run(
        "installed-base.push", command, tx -> handOver(tx, command.sale(), command.terms()));
  }

  @Override
  public HandOver pull(PullUnits command) {
    check(command.terms());
    return work.run(
        "installed-base.pull", command, tx -> handOver(tx, command.sale(), command.terms()));
  }

  @Override
  public CustomerHandOver pullAll(PullCustomerUnits command) {
    check(command.terms());
    return work.run("installed-base.pull-all", command, tx -> pullAll(tx, command));
  }

  @Override
  public HandOver passTitle(PassTitle command) {
    return work.run(
        "installed-base.pass-title",
        command,
        tx -> sale(tx, command.sale()).passTitle(command.on()));
  }

  @Override
  public HandOver dissolve(DissolveUnits command) {
    return work.run("installed-base.dissolve", command, tx -> sale(tx, command.sale()).dissolve());
  }

  private static HandOver handOver(Tx tx, EntityRef sale, HandOverTerms terms) {
    SaleHandOver handOver = sale(tx, sale);
    return handOver.write(handOver.planHandOver(terms));
  }

  private static CustomerHandOver pullAll(Tx tx, PullCustomerUnits command) {
    AssetInvariants.structure(tx, command.customer());
    List<SoldGoods> sales = SoldSales.executedFor(tx, command.customer());
    checkLines(command.terms(), sales);
    List<HandOver> done = new ArrayList<>();
    List<CustomerHandOver.RefusedSale> refused = new ArrayList<>();
    for (SoldGoods goods : sales) {
      SaleHandOver handOver = new SaleHandOver(tx, goods);
      SaleHandOver.Planned planned;
      try {
        planned = handOver.planHandOver(termsOf(command.terms(), goods));
      } catch (Refused no) {
        // Nothing has been written for it yet.
        refused.add(CustomerHandOver.RefusedSale.of(goods.source(), no.reasons()));
        continue;
      }
      done.add(handOver.write(planned));
    }
    return new CustomerHandOver(done, refused);
  }

  /** The terms without marks for other sales' lines. */
  private static HandOverTerms termsOf(HandOverTerms terms, SoldGoods goods) {
    Set<UUID> lines = lines(List.of(goods));
    return terms.withMarks(
        terms.marks().stream().filter(mark -> lines.contains(mark.line())).toList());
  }

  private static void checkLines(HandOverTerms terms, List<SoldGoods> sales) {
    Set<UUID> lines = lines(sales);
    Faults faults = new Faults();
    for (int i = 0; i < terms.marks().size(); i++) {
      if (!lines.contains(terms.marks().get(i).line())) {
        faults.add("terms.marks[" + i + "].line", "is on no sale carried out for this customer");
      }
    }
    faults.orThrow();
  }

  private static Set<UUID> lines(List<SoldGoods> sales) {
    Set<UUID> lines = new HashSet<>();
    sales.forEach(goods -> goods.lines().forEach(line -> lines.add(line.id())));
    return lines;
  }

  /** The sale, read again once its customer's structure is locked: it may have been shipped on. */
  private static SaleHandOver sale(Tx tx, EntityRef sale) {
    SoldGoods seen = SoldSales.get(tx, sale);
    AssetInvariants.structure(tx, seen.customer());
    SoldGoods goods = SoldSales.get(tx, sale);
    if (!goods.customer().equals(seen.customer())) {
      throw new Conflict("the sale has just gone to another customer: " + sale);
    }
    return new SaleHandOver(tx, goods);
  }

  /**
   * @throws InvalidInput naming every malformed field
   */
  private static void check(HandOverTerms terms) {
    Faults faults = new Faults();
    Set<String> units = new HashSet<>();
    for (int i = 0; i < terms.marks().size(); i++) {
      UnitMark mark = terms.marks().get(i);
      String path = "terms.marks[" + i + "]";
      AssetRules.checkSerial(faults, path + ".serialNumber", mark.serialNumber());
      if (!units.add(mark.line() + "/" + mark.unit())) {
        faults.add(path, "marks a unit twice");
      }
    }
    TermsChecks.checkAll(faults, "terms.warranties", terms.warranties());
    faults.orThrow();
  }
}
