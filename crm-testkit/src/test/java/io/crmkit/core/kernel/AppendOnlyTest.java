package io.crmkit.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.work.BelowTheGuard;
import io.crmkit.core.kernel.work.FieldEntities;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Nobody but the kernel writes its logs, by any door that a module has. */
@WithSetup(LabSetup.class)
class AppendOnlyTest {

  /** Something in every log of the kernel. */
  private static void fill(TestCrm crm) {
    crm.session()
        .once("key")
        .get(Lab.class)
        .run(
            "fill",
            tx -> {
              Specimen added =
                  tx.store(LabEntities.SPECIMENS).insert(Specimen.of(tx.newId(), "one"));
              tx.publish(Measured.of(added.id(), 1));
              tx.timers().set(Alarm.key("a"), tx.now().plus(Duration.ofDays(1)), Alarm.of("w"));
              tx.nextNumber("count");
              return added;
            });
    crm.get(ChangeFeed.class).now();
  }

  private static List<Method> writes() {
    return Arrays.stream(Store.class.getDeclaredMethods())
        .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
        .filter(m -> !Set.of("taken", "given").contains(m.getName())) // which write nothing
        .toList();
  }

  private static <E> Object argument(Class<?> type, E row, Method method) {
    if (type == Decision.class) {
      return Decision.accept(row);
    } else if (type == List.class) {
      return method.getName().equals("saveAll") ? List.of(Change.of(row, row)) : List.of(row);
    } else if (type == EntityId.class) {
      return component("id", row);
    } else if (type == long.class) {
      return component("version", row);
    } else if (type == Function.class) {
      return (Function<E, Decision<E>>) Decision::accept;
    }
    assertThat(type)
        .as("a parameter that this test does not know, of %s", method)
        .isEqualTo(Object.class);
    return row;
  }

  private static Object component(String name, Object row) {
    try {
      return row.getClass().getMethod(name).invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static <E> void assertRefused(Tx tx, Entity<E> entity) {
    List<E> rows = BelowTheGuard.all(tx, entity);
    assertThat(rows).as("rows of %s", entity.name()).isNotEmpty();
    for (Method write : writes()) {
      Object[] arguments =
          Arrays.stream(write.getParameterTypes())
              .map(type -> argument(type, rows.get(0), write))
              .toArray();
      for (Tx eyes : List.of(tx, tx.tenantWide())) {
        assertThatThrownBy(() -> call(write, eyes.store(entity), arguments))
            .as("%s of %s", write, entity.name())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("written by the kernel only");
      }
    }
  }

  private static void call(Method write, Store<?> store, Object... arguments) throws Throwable {
    try {
      write.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @OnEveryStorage
  void no_store_writes_what_is_the_kernel_s_own(TestCrm crm) {
    fill(crm);
    List<Entity<?>> own =
        KernelEntities.ALL.stream()
            .filter(e -> e != KernelEntities.SWITCHES && e != FieldEntities.FIELDS)
            .filter(e -> e != KernelEntities.SETTINGS)
            .filter(e -> e != FieldEntities.VALUES) // which memory storage does not need
            .toList();
    Fingerprint before = crm.fingerprint();

    crm.get(Lab.class)
        .run(
            "try",
            tx -> {
              own.forEach(entity -> assertRefused(tx, entity));
              return "done";
            });

    assertThat(own).hasSize(8);
    assertThat(writes()).hasSize(8);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  /** What else a unit of work can do; whoever adds to it decides here whether it touches a log. */
  @Test
  void of_all_that_a_unit_of_work_can_do_only_redaction_changes_an_entry() {
    assertThat(Tx.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsOnly(
            "store",
            "tenantWide",
            "occurredAt",
            "newId",
            "lock",
            "lockNames",
            "nextNumber",
            "timers",
            "publish",
            "act",
            "redact");
    assertThat(AuditLog.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("historyOf", "search");
  }

  @OnEveryStorage
  void a_redaction_changes_entries_and_never_their_number_or_their_subject(TestCrm crm) {
    fill(crm);
    Specimen one =
        crm.get(Lab.class).read(tx -> tx.store(LabEntities.SPECIMENS).all(Criteria.all()).get(0));
    List<AuditEntry> before = entries(crm);

    crm.get(Lab.class)
        .run("r", tx -> tx.redact(Redaction.of(EntityRef.of("lab.specimen", one.id()))));

    List<AuditEntry> after = entries(crm);
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.subList(0, before.size()))
        .extracting(AuditEntry::id, AuditEntry::subject, AuditEntry::operation, AuditEntry::times)
        .isEqualTo(
            before.stream()
                .map(e -> tuple(e.id(), e.subject(), e.operation(), e.times()))
                .toList());
    assertThat(after.get(0).version()).isEqualTo(2);
  }

  private static List<AuditEntry> entries(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.store(KernelEntities.AUDIT).all(Criteria.all()));
  }
}
