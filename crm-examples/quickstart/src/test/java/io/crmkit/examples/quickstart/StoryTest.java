package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same story however its session stands to transactions, on every storage. */
class StoryTest {

  private static final Map<String, TestPlace> PLACES = new HashMap<>();
  private static final Map<String, List<String>> EXPECTED = new HashMap<>();

  @TempDir Path folder;

  /** How the session of the story stands to transactions. */
  enum Mode {
    /** Each command has a transaction of its own. */
    ALONE,
    /** All commands are one group. */
    GROUPED,
    /** The host begins and commits: a bare connection, or the port's on memory. */
    JOINED
  }

  /** What the story is about. */
  enum Variant {
    EURO_IN_BERLIN(StoryFacts.english()),
    YUAN_IN_SHANGHAI(StoryFacts.chinese()),
    YEN_IN_TOKYO(StoryFacts.japanese());

    private final StoryFacts facts;

    Variant(StoryFacts facts) {
      this.facts = facts;
    }
  }

  static Stream<Arguments> everyWay() {
    return Stream.of(Variant.values())
        .flatMap(
            variant ->
                TestStorage.every().stream()
                    .flatMap(
                        storage ->
                            Stream.of(Mode.values())
                                .map(mode -> Arguments.of(variant, storage.name(), mode))));
  }

  @AfterAll
  static void close() {
    PLACES.values().forEach(TestPlace::close);
  }

  @ParameterizedTest(name = "{0} on {1}, {2}")
  @MethodSource("everyWay")
  void is_told_in_the_same_words(Variant variant, String storage, Mode mode) throws Exception {
    List<String> told = tell(variant, storage, mode);

    assertThat(told).hasSizeGreaterThan(100);
    assertThat(told).isEqualTo(expected(variant));
    assertThat(told).noneMatch(line -> line.contains("(not told") || line.contains("（略去"));
  }

  @Test
  void a_story_that_the_host_undoes_leaves_nothing_behind() throws Exception {
    Stage stage = new Stage();
    TenantId tenant = new TenantId("undone");
    TestPlace place = PLACES.computeIfAbsent("H2", StoryTest::place);
    try (Crm crm = open(place, Variant.EURO_IN_BERLIN, stage);
        Connection connection = place.dataSource().orElseThrow().getConnection()) {
      connection.setAutoCommit(false);
      CrmSession joined = session(crm, tenant).join(HostTransaction.on(connection));
      Story.tell(stage.scene(joined), Variant.EURO_IN_BERLIN.facts, line -> {});
      connection.rollback();

      assertThat(session(crm, tenant).get(Customers.class).count(Criteria.all())).isZero();
    }
  }

  /** Everything of a telling but its session. */
  private final class Stage {
    private final StoryClock clock = new StoryClock(StoryFacts.japanese().beginning());
    private final ErpLike erp = new ErpLike();

    Scene scene(CrmSession session) {
      return new Scene(session, clock, erp, folder);
    }
  }

  private List<String> expected(Variant variant) throws Exception {
    List<String> known = EXPECTED.get(variant.name());
    if (known == null) {
      known = tell(variant, "MEMORY", Mode.ALONE);
      EXPECTED.put(variant.name(), known);
    }
    return known;
  }

  private List<String> tell(Variant variant, String storage, Mode mode) throws Exception {
    TestPlace place = PLACES.computeIfAbsent(storage, StoryTest::place);
    Stage stage = new Stage();
    List<String> lines = new ArrayList<>();
    try (Crm crm = open(place, variant, stage)) {
      CrmSession session = session(crm, new TenantId("story-" + UUID.randomUUID()));
      switch (mode) {
        case ALONE -> Story.tell(stage.scene(session), variant.facts, lines::add);
        case GROUPED ->
            session.transaction(
                grouped -> Story.tell(stage.scene(grouped), variant.facts, lines::add));
        case JOINED -> joined(crm, place, session, stage, variant, lines);
      }
      assertThat(session.get(Customers.class).count(Criteria.all())).isEqualTo(7);
    }
    return lines;
  }

  private static void joined(
      Crm crm,
      TestPlace place,
      CrmSession session,
      Stage stage,
      Variant variant,
      List<String> lines)
      throws Exception {
    if (place.dataSource().isEmpty()) {
      try (CrmTransaction transaction = crm.begin()) {
        Story.tell(stage.scene(session.join(transaction)), variant.facts, lines::add);
        transaction.commit();
      }
      return;
    }
    try (Connection connection = place.dataSource().get().getConnection()) {
      connection.setAutoCommit(false);
      CrmSession joined = session.join(HostTransaction.on(connection));
      Story.tell(stage.scene(joined), variant.facts, lines::add);
      connection.commit();
    }
  }

  private static Crm open(TestPlace place, Variant variant, Stage stage) {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .clock(stage.clock)
            .delivery(CrmBuilder.Delivery.MANUAL)
            .tenants(tenant -> variant.facts.profile())
            .port(ErpOrderPort.class, stage.erp);
    place.configure(builder);
    return builder.open();
  }

  private static CrmSession session(Crm crm, TenantId tenant) {
    return crm.session(tenant, Actor.of("lily"));
  }

  private static TestPlace place(String name) {
    return TestStorage.every().stream()
        .filter(storage -> storage.name().equals(name))
        .findFirst()
        .orElseThrow()
        .shared();
  }
}
