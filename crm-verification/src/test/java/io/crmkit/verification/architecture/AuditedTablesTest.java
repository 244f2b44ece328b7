package io.crmkit.verification.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.TestPlace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every table is written with an audit, or is listed here with the reason why not. */
class AuditedTablesTest {

  private static final Map<String, String> WHY_NOT =
      Map.ofEntries(
          entry("crm_audit", "is the audit; what changes an entry adds one"),
          entry("crm_event", "written beside the audited write; names actor and correlation"),
          entry("crm_delivery", "work under way; what operators do to it is audited by Care"),
          entry("crm_timer", "work under way; what operators do to it is audited by Care"),
          entry("crm_feed", "refers to entries of the audit, holds no values"),
          entry("crm_feed_state", "a count of the feed"),
          entry("crm_used_key", "how a command was answered; cleared after its time"),
          entry("crm_sequence", "a count; the number is in the audited record"),
          entry("crm_lock", "names to lock, without content"),
          entry("crm_custom_value", "an index of values that are audited with their records"),
          entry("crm_document_content", "bytes by their digest; the document is audited"),
          entry("crm_document_chunk", "bytes by their digest; the document is audited"),
          entry("crm_asset_status_fact", "append-only log with its own actor and times"),
          entry("crm_asset_placement_fact", "append-only log with its own actor and times"),
          entry("crm_asset_party_fact", "append-only log with its own actor and times"),
          entry("crm_warranty_fact", "append-only copy of an audited warranty's days"),
          entry("crm_product_revision", "append-only copy of an audited product"),
          entry("crm_product_revision_component", "part of crm_product_revision"),
          entry("crm_product_revision_warranty", "part of crm_product_revision"),
          entry("crm_product_revision_slot", "part of crm_product_revision"),
          entry("crm_opportunity_change", "append-only log of an audited opportunity"),
          entry("crm_environment_content", "append-only; the snapshot that names it is audited"),
          entry("crm_environment_entry", "part of crm_environment_content"),
          entry("crm_environment_item", "an index of what audited snapshots and changes say"),
          entry("crm_erp_message", "append-only log of what the ERP said"),
          entry("crm_proposal_content", "append-only editions; the node that names one is audited"),
          entry("crm_proposal_change", "append-only log of an audited proposal"));

  private static Set<String> tables() throws SQLException {
    try (TestPlace place = new H2Storage().open()) {
      CrmBuilder builder =
          Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
      place.configure(builder);
      builder.open().close();
      Set<String> tables = new TreeSet<>();
      try (Connection connection = place.dataSource().orElseThrow().getConnection();
          ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
        while (columns.next()) {
          String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
          if (table.startsWith("crm_")
              && columns.getString("COLUMN_NAME").equalsIgnoreCase("tenant_id")) {
            tables.add(table);
          }
        }
      }
      return tables;
    }
  }

  @Test
  void everyTableIsAuditedOrHasAReason() throws SQLException {
    Set<String> audited = new TreeSet<>();
    for (Entity<?> entity : DeclaredEntities.all()) {
      if (!entity.unaudited()) {
        audited.add(entity.table());
        audited.addAll(entity.parts().values());
      }
    }
    Set<String> others = tables();
    assertThat(others).hasSizeGreaterThan(45).containsAll(audited);

    others.removeAll(audited);

    assertThat(others).isEqualTo(new TreeSet<>(WHY_NOT.keySet()));
  }

  @Test
  void recordsOfDomainsThatAreNotAuditedAreNeverChanged() {
    List<Entity<?>> changeable =
        DeclaredEntities.all().stream().filter(e -> e.unaudited() && !e.appendOnly()).toList();

    // A projection follows from records that are audited, and can be made anew of them.
    assertThat(changeable)
        .isNotEmpty()
        .allMatch(
            e -> e.name().startsWith("kernel.") || e.name().equals("assets.environment-item"));
  }

  @Test
  void belowTheGuardOnlyTheKernelsOwnWorkIsChanged() {
    Set<String> writers =
        DeclaredEntities.library().get(StorageTx.class).getAccessesToSelf().stream()
            .filter(a -> Set.of("update", "delete", "put").contains(a.getName()))
            .map(a -> outermost(a.getOriginOwner()))
            .filter(name -> !name.contains(".sql.") && !name.contains(".memory."))
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(writers)
        .containsExactly(
            "Care",
            "CommandRun",
            "DeliveryQueues",
            "DeliveryRun",
            "FeedNumbering",
            "FieldKeeper",
            "GuardedStore",
            "Resumption",
            "Retention",
            "Scope",
            "TimerRun",
            "TimerStore");
  }

  @Test
  void onlyRedactionChangesALogBelowTheGuard() {
    Set<String> callers =
        DeclaredEntities.library()
            .get("io.crmkit.core.kernel.work.Scope")
            .getMethodCallsToSelf()
            .stream()
            .filter(call -> call.getName().equals("updateRaw"))
            .map(call -> outermost(call.getOriginOwner()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(callers)
        .containsExactly(
            "io.crmkit.core.kernel.work.RecordEraser",
            "io.crmkit.core.kernel.work.Redactor",
            "io.crmkit.core.kernel.work.WorkEraser");
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
