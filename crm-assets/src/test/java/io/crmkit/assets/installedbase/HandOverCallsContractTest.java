package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.bundle;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static io.crmkit.assets.installedbase.Asked.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmTransaction;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CustomerHandOver;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PassTitle;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.TitleRule;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The ways in which a hand-over can be called, on every storage. */
@WithSetup(HostSales.class)
class HandOverCallsContractTest {

  @OnEveryStorage
  void a_push_goes_with_the_hosts_transaction(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 2);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 2)));

    try (CrmTransaction transaction = crm.crm().begin()) {
      InstalledBase joined = crm.session().join(transaction).get(InstalledBase.class);
      joined.push(PushUnits.of(sale.source()));
      assertThat(joined.pull(PullUnits.of(sale.source())).changedNothing()).isTrue();
      transaction.rollback();
    }
    assertThat(all(crm)).isEmpty();

    crm.joined(session -> session.get(InstalledBase.class).push(PushUnits.of(sale.source())));
    assertThat(all(crm)).hasSize(2);
  }

  @OnEveryStorage
  void a_push_can_be_asked_beforehand(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 1);
    SoldGoods sale = book(crm, sale(crm, customer(crm), line));
    PushUnits push = PushUnits.of(sale.source());

    List<Reason> against =
        crm.session().rehearse(session -> session.get(InstalledBase.class).push(push));
    book(crm, executed(sale, shipped(line, 1)));

    assertThat(against).extracting(Reason::code).containsExactly(AssetReason.SALE_NOT_EXECUTED);
    assertThat(crm.session().rehearse(session -> session.get(InstalledBase.class).push(push)))
        .isEmpty();
    assertThat(all(crm)).isEmpty();
  }

  @OnEveryStorage
  void a_push_under_a_key_gives_the_first_answer_again(TestCrm crm) {
    Line line = line(crm, product(crm, "P"), 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    PushUnits push = PushUnits.of(sale.source());

    HandOver first = crm.session().once("push-1").get(InstalledBase.class).push(push);
    HandOver again = crm.session().once("push-1").get(InstalledBase.class).push(push);
    CustomerHandOver pulled =
        crm.session()
            .once("pull-1")
            .get(InstalledBase.class)
            .pullAll(PullCustomerUnits.of(sale.customer()));

    assertThat(again).isEqualTo(first);
    assertThat(
            crm.session()
                .once("pull-1")
                .get(InstalledBase.class)
                .pullAll(PullCustomerUnits.of(sale.customer())))
        .isEqualTo(pulled);
  }

  @OnEveryStorage
  void dates_that_nobody_says_are_the_tenants(TestCrm crm) {
    crm.profile(
        new TenantProfile(
            ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.SIMPLIFIED_CHINESE));
    Product fan = product(crm, "FAN");
    Line line = line(crm, bundle(crm, "PRESS", ProductComponent.of(fan.id(), 1)), 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    base.push(new PushUnits(sale.source(), HandOverTerms.standard().withTitle(TitleRule.PAYMENT)));
    crm.clock().set(Instant.parse("2026-03-01T18:00:00Z"));

    HandOver passed = crm.get(InstalledBase.class).passTitle(new PassTitle(sale.source(), null));

    Asset press = crm.get(Assets.class).get(passed.units().get(0).asset());
    Asset part = crm.get(Assets.class).get(passed.units().get(1).asset());
    assertThat(press.life().titleOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(part.identity().model()).isEqualTo("FAN（中文）");
  }
}
