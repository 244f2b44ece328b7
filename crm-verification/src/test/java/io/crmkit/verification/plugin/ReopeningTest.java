package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.module.LoadedModule;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines come and go in one JVM, as hosts redeploy, and leave nothing behind. */
class ReopeningTest {

  private static final int REOPENINGS = 1_000;
  private static final int LOADERS = 20;
  private static final TenantId TENANT = new TenantId("acme");

  private static CrmBuilder builder() {
    return Crm.builder(AccessPolicy.allowAll());
  }

  private static CrmSession session(Crm crm) {
    return crm.session(TENANT, Actor.of("lily"));
  }

  private static void register(Crm crm) {
    session(crm)
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Acme")));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .collect(Collectors.toSet());
  }

  private static void assertNoNewThreads(Set<Thread> before) throws InterruptedException {
    for (int i = 0; i < 100 && !newThreads(before).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(newThreads(before)).isEmpty();
  }

  private static List<String> newThreads(Set<Thread> before) {
    // The JVM's own, such as compilers and the cleaner of references, come and go as it likes.
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !"system".equals(thread.getThreadGroup().getName()))
        .filter(thread -> !"InnocuousThreadGroup".equals(thread.getThreadGroup().getName()))
        .map(Thread::getName)
        .toList();
  }

  @Test
  void a_thousand_reopenings_leave_no_thread_and_no_memory_behind() throws Exception {
    for (int i = 0; i < 20; i++) {
      openAndClose();
    }
    Set<Thread> before = threads();
    long used = usedMemory();

    for (int i = 0; i < REOPENINGS; i++) {
      openAndClose();
    }

    assertNoNewThreads(before);
    // An engine with all modules holds about a megabyte; a thousand leaked ones would show.
    assertThat(usedMemory() - used).isLessThan(40L << 20);
  }

  private static void openAndClose() {
    try (Crm crm = builder().inMemory().open()) {
      register(crm);
    }
  }

  private static long usedMemory() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      Garbage.collect();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void reopenings_on_a_database_give_every_connection_back() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:reopening;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      openOn(pool);
      Set<Thread> before = threads();

      for (int i = 0; i < 50; i++) {
        openOn(pool);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      }

      assertNoNewThreads(before);
      try (Crm crm = builder().dataSource(pool).open()) {
        assertThat(session(crm).get(Customers.class).count(Criteria.all())).isEqualTo(51);
      }
    }
  }

  private static void openOn(HikariDataSource pool) {
    try (Crm crm = builder().dataSource(pool).open()) {
      register(crm);
    }
  }

  @Test
  void a_closed_engine_lets_the_class_loader_of_its_plugins_go(@TempDir Path folder)
      throws Exception {
    Path jar = PluginJar.loyalty(folder);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    for (int i = 0; i < LOADERS; i++) {
      loaders.add(loadUseAndClose(jar));
    }

    Garbage.assertCollected(loaders);
  }

  private static WeakReference<ClassLoader> loadUseAndClose(Path jar) throws Exception {
    URLClassLoader loader = PluginJar.loader(jar);
    try (loader;
        Crm crm = builder().classLoader(loader).inMemory().open()) {
      assertThat(crm.modules()).anyMatch(module -> module.info().id().equals("loyalty"));
      Class<?> service = loader.loadClass("com.example.loyalty.Loyalty");
      assertThat(session(crm).get(service)).isNotNull();
      register(crm);
    }
    WeakReference<ClassLoader> reference = new WeakReference<>(loader);
    Reference.reachabilityFence(loader);
    return reference;
  }

  @Test
  void two_engines_beside_each_other_know_nothing_of_each_other(@TempDir Path folder)
      throws Exception {
    try (URLClassLoader loader = PluginJar.loader(PluginJar.loyalty(folder));
        Crm with = builder().classLoader(loader).inMemory().open();
        Crm without = builder().inMemory().open()) {
      register(with);

      assertThat(session(without).get(Customers.class).count(Criteria.all())).isZero();
      assertThat(ids(with)).contains("loyalty");
      assertThat(ids(without)).doesNotContain("loyalty");
      assertThat(session(without).find(loader.loadClass("com.example.loyalty.Loyalty"))).isEmpty();
    }
  }

  private static List<String> ids(Crm crm) {
    return crm.modules().stream().map(LoadedModule::info).map(info -> info.id()).toList();
  }

  @Test
  void a_thread_with_a_foreign_context_loader_works_as_any_other(@TempDir Path folder)
      throws Exception {
    Path jar = PluginJar.loyalty(folder);
    try (URLClassLoader loader = PluginJar.loader(jar);
        URLClassLoader foreign = new URLClassLoader(new java.net.URL[0], null);
        Crm crm = builder().classLoader(loader).inMemory().open()) {
      Thread thread = Thread.currentThread();
      ClassLoader own = thread.getContextClassLoader();
      thread.setContextClassLoader(foreign);
      try {
        register(crm);
        try (Crm second = builder().classLoader(loader).inMemory().open()) {
          register(second);
          assertThat(ids(second)).contains("loyalty", "sales");
        }
      } finally {
        thread.setContextClassLoader(own);
      }
      assertThat(session(crm).get(Customers.class).count(Criteria.all())).isEqualTo(1);
    }
  }
}
