package io.crmkit.examples.quickstart.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.relationship.Relate;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.module.Modules;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.examples.quickstart.Story;
import io.crmkit.examples.quickstart.chapters.Chapter;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import io.crmkit.testkit.upgrade.Release010;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that release 0.1.0 left behind, with the records of the whole story in it, is opened
 * by the present version: nothing is lost, all of it is read, and work goes on.
 */
class UpgradeTest {

  private static final TenantId BEFORE = new TenantId("before");
  private static final StoryFacts FACTS = StoryFacts.chinese();

  /** Entities that came later. */
  private static final Set<String> SINCE_THEN =
      Set.of("kernel.feed", "kernel.feed-state", "kernel.timer");

  /** Units of 0.1.0 stayed with their customers, and took nobody's place. */
  private static final List<Chapter> CHAPTERS_THEN =
      Story.CHAPTERS.stream().filter(c -> !c.needs().contains(AssetTransfers.class)).toList();

  /** When the story's units come in. */
  private static final String UNITS_KNOWN_SINCE = "2026-03-26T08:00:00Z";

  @TempDir Path folder;

  /** Release 0.1.0 knew these. */
  static Stream<Arguments> databases() {
    return Stream.of(
        Arguments.of(new H2Storage(), Dialect.H2),
        Arguments.of(new PostgresStorage(), Dialect.POSTGRESQL));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everythingIsStillThereAndUsed(TestStorage storage, Dialect dialect) throws SQLException {
    try (TestPlace now = storage.open();
        TestPlace old = storage.open()) {
      SortedMap<String, List<String>> records;
      try (Stage stage = new Stage(now)) {
        stage.tell(CHAPTERS_THEN, BEFORE, new ArrayList<>());
        stage.beyondTheStory(BEFORE);
        records = stage.records(BEFORE);
      }
      Release010.make(database(old), dialect);
      TableCopy tables = TableCopy.of(database(old));
      tables.copy(database(now), database(old));
      SortedMap<String, List<String>> rows = tables.rowsThen(database(old));
      assertThat(rows).hasSizeGreaterThan(45);
      assertThat(empty(rows)).isEmpty();

      try (Stage stage = new Stage(old)) {
        assertThat(tables.rowsNow(database(old))).isEqualTo(rows);
        SortedMap<String, List<String>> found = stage.records(BEFORE);
        SortedMap<String, List<String>> known = asKnownThen(records);
        assertThat(found.keySet()).isEqualTo(known.keySet());
        known.forEach((entity, all) -> assertThat(found.get(entity)).as(entity).isEqualTo(all));
        List<String> told = new ArrayList<>();
        stage.tell(Story.CHAPTERS, new TenantId("after"), told);
        assertThat(told).isEqualTo(toldOnNewDatabase(now));
      }
    }
  }

  private List<String> toldOnNewDatabase(TestPlace place) {
    List<String> told = new ArrayList<>();
    try (Stage stage = new Stage(place)) {
      stage.tell(Story.CHAPTERS, new TenantId("whole"), told);
    }
    return told;
  }

  /** Without what 0.1.0 did not write down yet. */
  private static SortedMap<String, List<String>> asKnownThen(
      SortedMap<String, List<String>> records) {
    SortedMap<String, List<String>> then = new TreeMap<>(records);
    then.keySet().removeAll(SINCE_THEN);
    replace(then, "kernel.used-key", "actor=lily", "actor=null");
    replace(then, "kernel.event", "subjectVersion=\\d+", "subjectVersion=0");
    replace(then, "kernel.delivery", "turn=Turn\\[version=\\d+", "turn=Turn[version=0");
    // Of a warranty nothing was written down but what it is: it has the one fact that bears its own
    // id, known for as long as its unit.
    replace(
        then,
        "assets.warranty-fact",
        "WarrantyFactId\\[value=[^]]+](, version=1, warranty=WarrantyId\\[value=([^]]+)])",
        "WarrantyFactId[value=$2]$1");
    replace(then, "assets.warranty-fact", "recordedAt=[^]]+", "recordedAt=" + UNITS_KNOWN_SINCE);
    return then;
  }

  private static void replace(
      SortedMap<String, List<String>> records, String entity, String known, String unknown) {
    records.computeIfPresent(
        entity, (name, all) -> all.stream().map(r -> r.replaceAll(known, unknown)).toList());
  }

  private static List<String> empty(SortedMap<String, List<String>> rows) {
    return rows.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static DataSource database(TestPlace place) {
    return place.dataSource().orElseThrow();
  }

  /** An open CRM of the present version. */
  private final class Stage implements AutoCloseable {

    private final StoryClock clock = new StoryClock(FACTS.beginning());
    private final ErpLike erp = new ErpLike();
    private final Crm crm;

    Stage(TestPlace place) {
      CrmBuilder builder =
          Crm.builder(AccessPolicy.allowAll())
              .clock(clock)
              .delivery(CrmBuilder.Delivery.MANUAL)
              .tenants(tenant -> FACTS.profile())
              .port(ErpOrderPort.class, erp)
              .module(new EveryRecord());
      place.configure(builder);
      crm = builder.open();
    }

    void tell(List<Chapter> chapters, TenantId tenant, List<String> lines) {
      Story.tell(chapters, new Scene(session(tenant), clock, erp, folder), FACTS, lines::add);
    }

    /** What the story leaves out, so that there is data in every table. */
    void beyondTheStory(TenantId tenant) {
      Customers customers = session(tenant).once("form-1").get(Customers.class);
      Customer one =
          customers.register(RegisterCustomer.organization(CustomerName.of("Riverside", "河畔")));
      Customer other =
          session(tenant).get(Customers.class).search(Query.everything()).items().get(0);
      session(tenant)
          .get(Relationships.class)
          .relate(Relate.of(one.id(), RelationshipType.PARTNER, other.id()));
      session(tenant).get(Modules.class).switchOff("proposals");
      session(tenant).get(Modules.class).switchOn("proposals");
    }

    SortedMap<String, List<String>> records(TenantId tenant) {
      return session(tenant).get(EveryRecord.Records.class).all();
    }

    private CrmSession session(TenantId tenant) {
      return crm.session(tenant, Actor.of("lily"));
    }

    @Override
    public void close() {
      crm.close();
    }
  }
}
