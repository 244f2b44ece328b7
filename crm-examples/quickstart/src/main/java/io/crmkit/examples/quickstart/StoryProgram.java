package io.crmkit.examples.quickstart;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Narrator;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells the story, stops, starts again on the same database, and looks whether all is there. */
final class StoryProgram {

  private static final Actor LILY = Actor.of("lily");

  /** A port that no module calls is a fault at the start; this program also runs without sales. */
  private static final boolean SALES =
      StoryProgram.class.getResource("/io/crmkit/sales/SalesModule.class") != null;

  private final Arguments arguments;
  private final Database database;
  private final Consumer<String> out;
  private final StoryFacts facts;
  private final Narrator tell;
  private ClassLoader modules = StoryProgram.class.getClassLoader();

  StoryProgram(Arguments arguments, Database database, Consumer<String> out) {
    this.arguments = arguments;
    this.database = database;
    this.out = out;
    this.facts =
        arguments.language().equals(Locale.ENGLISH) ? StoryFacts.english() : StoryFacts.chinese();
    this.tell = new Narrator(facts.formats(), out);
  }

  /** Where further modules come from. */
  StoryProgram with(Plugins plugins) {
    modules = plugins.loader();
    return this;
  }

  int run() throws IOException {
    Files.createDirectories(arguments.out());
    StoryClock clock = new StoryClock(facts.beginning());
    ErpLike erp = new ErpLike();
    TenantId tenant;
    Recollection before;
    try (Crm crm = open(clock, erp)) {
      tenant = freshTenant(crm);
      introduce(crm, tenant);
      CrmSession session = crm.session(tenant, LILY);
      Story.tell(new Scene(session, clock, erp, arguments.out()), facts, out);
      before = Recollection.of(session);
    }
    tell.title(Story.CHAPTERS.size() + 1, Recollection.TITLE);
    if (!database.lasting()) {
      tell.say("(not told: memory forgets when the program stops)", "（略去：内存存储在程序停止后不保留数据）");
      return 0;
    }
    try (Crm crm = open(clock, erp)) {
      return Recollection.of(crm.session(tenant, LILY)).compare(before, tell) ? 0 : 1;
    }
  }

  private Crm open(StoryClock clock, ErpLike erp) {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .clock(clock)
            .classLoader(modules)
            .delivery(CrmBuilder.Delivery.MANUAL)
            .tenants(tenant -> facts.profile());
    if (SALES) {
      builder.port(ErpOrderPort.class, erp);
    }
    return database.configure(builder).open();
  }

  /** A tenant of its own for each telling, so that the story can be told again on one database. */
  private static TenantId freshTenant(Crm crm) {
    for (int i = 1; ; i++) {
      TenantId tenant = new TenantId("story-" + i);
      if (crm.session(tenant, LILY).get(Customers.class).count(Criteria.all()) == 0) {
        return tenant;
      }
    }
  }

  private void introduce(Crm crm, TenantId tenant) {
    tell.say("CrmKit quickstart", "CrmKit 快速体验");
    tell.say("Database: {0}, tenant {1}", "数据库：{0}，租户 {1}", database.name(), tenant);
    tell.say(
        "Modules: {0}",
        "模块：{0}", crm.modules().stream().map(module -> module.info().id()).toList());
    tell.say(
        "The story begins on {0}; its clock is moved by the program.",
        "故事始于{0}，时钟由程序拨动。", facts.begins());
  }
}
