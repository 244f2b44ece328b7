package io.crmkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.module.Modules;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.AuditReplay;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.sql.SentStatement;
import io.crmkit.testkit.sql.StatementRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every module has to keep, whatever it does: on each storage, for each tenant, in its own
 * transaction and in a host's. A test class of the module extends this, names its setup with {@code
 * WithSetup}, and tells a story in which all its commands and queries occur.
 *
 * <pre>{@code
 * @WithSetup(LoyaltySetup.class)
 * class LoyaltyContractTest extends ModuleContract {
 *
 *   @Override
 *   protected void story(CrmSession session) {
 *     session.get(Loyalty.class).book(...);
 *   }
 *
 *   @Override
 *   protected String module() {
 *     return "loyalty";
 *   }
 *
 *   @Override
 *   protected List<Class<?>> services() {
 *     return List.of(Loyalty.class);
 *   }
 * }
 * }</pre>
 */
public abstract class ModuleContract {

  private static final Pattern KERNELS_OWN =
      Pattern.compile(
          "kernel\\..*|crm_(audit|feed|module_switch|event|delivery|sequence|lock|used_key).*");

  /** For subclasses. */
  protected ModuleContract() {}

  /**
   * Does what users do with the module: every command, every query, once at least. It is told to an
   * empty tenant, may be told again to another one, and asserts what it likes.
   */
  protected abstract void story(CrmSession session);

  /** The module's id. */
  protected abstract String module();

  /** The services that it gives to sessions. */
  protected abstract List<Class<?>> services();

  @OnEveryStorage
  void its_story_touches_no_other_tenant(TestCrm crm) {
    story(crm.session());
    crm.deliver();

    assertThat(crm.envelopes()).allMatch(event -> event.tenant().equals(crm.tenant()));
  }

  @OnEveryStorage
  void what_it_leaves_to_be_done_later_is_done(TestCrm crm) {
    story(crm.session());

    crm.deliver();

    List<Backlog> backlog = crm.get(DurableWork.class).backlog();
    assertThat(backlog).as("parked").allMatch(work -> work.counts().parked() == 0);
    assertThat(crm.deliver()).as("a second round finds nothing").isZero();
  }

  @OnEveryStorage
  void what_a_host_rolls_back_was_never_there(TestCrm crm) {
    Fingerprint before = crm.fingerprint();

    try (var host = crm.crm().begin()) {
      story(crm.session().join(host));
      host.rollback();
    }

    assertThat(crm.fingerprint()).isEqualTo(before);
    assertThat(crm.events()).isEmpty();
  }

  @OnEveryStorage
  void every_statement_names_its_tenant_and_asks_no_machine_for_a_value(TestCrm crm) {
    List<SentStatement> sent =
        crm.sent(
            () -> {
              story(crm.session());
              crm.deliver();
            });

    assertThat(sent.stream().flatMap(s -> StatementRules.faults(s.sql()).stream()).distinct())
        .isEmpty();
  }

  @OnEveryStorage
  void the_audit_tells_every_version_of_every_record(TestCrm crm) {
    story(crm.session());
    crm.deliver();

    AuditLog audit = crm.get(AuditLog.class);
    for (EntityRef record : audited(audit)) {
      List<SortedMap<String, String>> states = AuditReplay.states(audit.historyOf(record));
      assertThat(states).as("%s", record).isNotEmpty();
    }
  }

  @OnEveryStorage
  void where_it_is_switched_off_it_refuses_and_keeps_what_it_has(TestCrm crm) {
    story(crm.session());
    crm.deliver();
    SortedMap<String, List<String>> before = ofModules(crm.fingerprint());
    Modules modules = crm.get(Modules.class);
    modules.switchOff(module());

    for (Class<?> service : services()) {
      assertThatThrownBy(() -> crm.get(service))
          .isInstanceOf(ModuleUnavailable.class)
          .hasMessageContaining(module());
      assertThat(crm.session().find(service)).isEmpty();
    }
    assertThat(ofModules(crm.fingerprint())).isEqualTo(before);

    modules.switchOn(module());
    for (Class<?> service : services()) {
      assertThat(crm.session().find(service)).isPresent();
    }
  }

  /** Without what the kernel writes about the switching itself. */
  private static SortedMap<String, List<String>> ofModules(Fingerprint fingerprint) {
    SortedMap<String, List<String>> rows = new TreeMap<>(fingerprint.rows());
    rows.keySet().removeIf(name -> KERNELS_OWN.matcher(name).matches());
    return rows;
  }

  private static Set<EntityRef> audited(AuditLog audit) {
    Set<EntityRef> records = new HashSet<>();
    AuditSearch search = AuditSearch.everything().withLimit(1_000);
    @Nullable String cursor = null;
    do {
      Page<AuditEntry> page = audit.search(cursor == null ? search : search.withAfter(cursor));
      page.items().forEach(entry -> records.add(entry.subject()));
      cursor = page.next();
    } while (cursor != null);
    return records;
  }
}
