package io.crmkit.verification.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.spi.storage.Entity;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What is only ever added can be changed by nobody but erasure. So each text and each document in
 * it is declared as one in which people may be named, or is listed here with the reason why not.
 */
class NamedPeopleTest {

  private static final String KERNEL = "the kernel's own: erasure goes through it by itself";
  private static final String DEED = "the id of who did it: that stays, as in the audit";
  private static final String CODE = "a code of the program's own";
  private static final String DEFINITION = "a definition for everybody: says nothing of anybody";
  private static final String GOODS = "says what goods are, not who anybody is";

  private static final Map<String, String> WHY_NOT =
      Map.ofEntries(
          entry("kernel.audit *", KERNEL),
          entry("kernel.event *", KERNEL),
          entry("documents.document mediaType", CODE),
          entry("documents.document sha256", "a digest"),
          entry("documents.content sha256", "a digest"),
          entry("assets.status-fact cause", CODE),
          entry("assets.placement-fact placement.slot", GOODS),
          entry("assets.correction what", CODE),
          entry("assets.warranty-fact cause", CODE),
          entry("assets.entitlement-entry purpose.entity", CODE),
          entry("assets.product-revision *", GOODS),
          entry("assets.environment-change itemKey", GOODS),
          entry("assets.environment-change subject.ref.entity", CODE),
          entry("assets.environment-change time.recordedBy", DEED),
          entry("assets.environment-change value.vendor", GOODS),
          entry("assets.environment-change value.version", GOODS),
          entry("assets.environment-content entries.itemKey", GOODS),
          entry("assets.environment-content entries.value.vendor", GOODS),
          entry("assets.environment-content entries.value.version", GOODS),
          entry("assets.environment-content subject.ref.entity", CODE),
          entry("assets.environment-snapshot subject.ref.entity", CODE),
          entry("assets.environment-snapshot time.recordedBy", DEED),
          entry("proposals.content content.source.entity", CODE),
          entry("proposals.content written.by", DEED),
          entry("proposals.change actor", DEED),
          entry("sales.pipeline *", DEFINITION),
          entry("sales.price_book *", DEFINITION),
          entry("sales.price_entry *", GOODS),
          entry("sales.opportunity_change standing.stage", "a code of the pipeline"),
          entry("sales.opportunity_change standing.owner", "the id of who sold: figures need it"),
          entry("sales.opportunity_change actor", DEED),
          entry("sales.shipment serialNumbers", GOODS),
          entry("sales.erp_message messageKey", "a key of the host's, by which it is known again"));

  /** What nobody answers for, and the lines above that were needed. */
  private record Found(Set<String> silent, Set<String> needed) {

    static Found none() {
      return new Found(new TreeSet<>(), new TreeSet<>());
    }

    void undeclared(String entity, String path) {
      String line = entity + " " + path;
      String all = entity + " *";
      if (WHY_NOT.containsKey(line) || WHY_NOT.containsKey(all)) {
        needed.add(WHY_NOT.containsKey(line) ? line : all);
      } else {
        silent.add(line);
      }
    }
  }

  private static <E> void look(Entity<E> entity, Consumer<String> undeclared) {
    ModelRegistry registry = new ModelRegistry();
    assertThat(registry.add(entity)).isEmpty();
    EntityModel<E> model = registry.of(entity);
    for (Column column : model.columns()) {
      if (holdsText(column) && !model.mentionsPeopleIn(column)) {
        undeclared.accept(column.path());
      }
    }
    for (PartModel part : model.parts()) {
      for (Column column : part.columns()) {
        if (holdsText(column) && !model.mentionsPeopleIn(part, column)) {
          undeclared.accept(part.path() + "." + column.path());
        }
      }
    }
  }

  private static boolean holdsText(Column column) {
    return column.type() == DbType.JSON || column.codec().isFreeText();
  }

  @Test
  void whatIsOnlyEverAddedSaysWherePeopleMayBeNamed() {
    Found found = Found.none();
    int looked = 0;
    for (Entity<?> entity : DeclaredEntities.all()) {
      if (entity.appendOnly()) {
        looked++;
        look(entity, path -> found.undeclared(entity.name(), path));
      }
    }

    assertThat(looked).isGreaterThanOrEqualTo(16);
    assertThat(found.silent()).isEmpty();
    assertThat(found.needed()).isEqualTo(WHY_NOT.keySet());
  }

  @Test
  void ofWhatCanBeChangedTheFreeRemarksAreDeclared() {
    Set<String> declared = new TreeSet<>();
    for (Entity<?> entity : DeclaredEntities.all()) {
      if (!entity.appendOnly()) {
        entity.mentionsPeopleIn().forEach(path -> declared.add(entity.name() + " " + path));
      }
    }

    assertThat(declared)
        .contains(
            "customer.interaction content.body",
            "customer.relationship note",
            "service.request log.note",
            "sales.lead form",
            "sales.opportunity answers",
            "sales.quote terms.note",
            "sales.order erp.refusal",
            "proposals.node heading.title",
            "assets.asset placement.site");
  }
}
