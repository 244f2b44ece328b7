package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.Modules;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.search.Search;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.setting.Setting;
import io.crmkit.api.setting.SettingValue;
import io.crmkit.api.setting.Settings;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.fake.RecordingErp;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Runs the examples of docs/embedding.md. */
class EmbeddingPageTest {

  // begin docs/embedding.md
  public static final class GreetingModule implements CrmModule {

    public static final Setting<Long> DAYS =
        Setting.number("greeting.days", 7).allowing(n -> n > 0, "must be positive");

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("greeting", "1.0", "com.example:greeting");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.setting(DAYS);
    }
  }

  // end docs/embedding.md

  private static HikariDataSource pool(String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    return new HikariDataSource(config);
  }

  @Test
  void oneCallOpensIt() {
    try (HikariDataSource pool = pool("embedding-one")) {
      DataSource dataSource = pool;
      AccessPolicy policy = request -> Access.allow();
      // begin docs/embedding.md
      Crm crm = Crm.builder(policy).dataSource(dataSource).open();

      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
      session
          .get(Customers.class)
          .register(RegisterCustomer.organization(CustomerName.of("Riverside Hospital")));
      // end docs/embedding.md
      assertThat(session.get(Search.class).find(SearchQuestion.of("river")).hits()).hasSize(1);
      crm.close();
    }
  }

  @Test
  void theHostSaysWhatItKnows() {
    ErpOrderPort erp = new RecordingErp();
    AccessPolicy policy = AccessPolicy.allowAll();
    // begin docs/embedding.md
    CrmBuilder builder =
        Crm.builder(policy)
            .inMemory()
            .tenants(
                tenant ->
                    new TenantProfile(
                        ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINA))
            .port(ErpOrderPort.class, erp)
            .module(new GreetingModule())
            .setting(GreetingModule.DAYS, 14L);
    // end docs/embedding.md
    try (Crm crm = builder.open()) {
      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
      assertThat(session.get(Settings.class).get(GreetingModule.DAYS)).isEqualTo(14);
      assertThat(session.profile().currency()).isEqualTo(Currency.getInstance("CNY"));

      // begin docs/embedding.md
      Settings settings = session.get(Settings.class);
      settings.choose(GreetingModule.DAYS, 3L); // this tenant alone, from now on
      for (SettingValue value : settings.all()) {
        System.out.println(value.key() + " = " + value.text()); // for a screen of settings
      }
      settings.reset("greeting.days");
      // end docs/embedding.md
      assertThat(settings.get(GreetingModule.DAYS)).isEqualTo(14);

      // begin docs/embedding.md
      session.get(Modules.class).switchOff("proposals");
      session.get(Modules.class).switchOff("sales"); // its services refuse, its data stay
      // end docs/embedding.md
      assertThatThrownBy(() -> session.get(Opportunities.class))
          .isInstanceOf(ModuleUnavailable.class)
          .hasMessageContaining("sales");
    }
  }

  @Test
  void faultsComeAllAtOnce() {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .inMemory()
            .module(new GreetingModule())
            .setting(GreetingModule.DAYS, -1L)
            .setting(Setting.text("absent.word", ""), "x");
    // begin docs/embedding.md
    try {
      builder.open();
    } catch (StartFailed e) {
      e.faults().forEach(fault -> System.err.println(fault));
    }
    // end docs/embedding.md
    assertThatThrownBy(builder::open)
        .isInstanceOfSatisfying(StartFailed.class, e -> assertThat(e.faults()).hasSize(2));
  }

  @Test
  void pluginsComeFromTheirOwnLoader() throws Exception {
    List<URL> jars = List.of();
    // begin docs/embedding.md
    try (URLClassLoader plugins = new URLClassLoader(jars.toArray(URL[]::new));
        Crm crm = Crm.builder(AccessPolicy.allowAll()).classLoader(plugins).open()) {
      crm.modules().forEach(module -> System.out.println(module.info().id()));
    }
    // end docs/embedding.md
  }

  @Test
  void oneSearchGoesOverEverything() {
    try (Crm crm = Crm.builder(AccessPolicy.allowAll()).open()) {
      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
      session
          .get(Customers.class)
          .register(RegisterCustomer.organization(CustomerName.of("Riverside Hospital")));
      // begin docs/embedding.md
      List<SearchHit> hits = session.get(Search.class).find(SearchQuestion.of("river")).hits();
      hits.forEach(hit -> System.out.println(hit.kind().en() + ": " + hit.title().en()));
      // end docs/embedding.md
      assertThat(hits).hasSize(1);
    }
  }
}
