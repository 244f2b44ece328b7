package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldType;
import io.crmkit.core.kernel.field.TenantFields;
import io.crmkit.core.kernel.field.ValueRules;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.FieldEntities.IndexedValue;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sees to the custom values of records that are written: checks them, and keeps their index. */
final class FieldKeeper<E> implements Predicate<String> {

  private final Scope scope;
  private final EntityModel<E> model;

  FieldKeeper(Scope scope, EntityModel<E> model) {
    this.scope = scope;
    this.model = model;
  }

  private TenantFields fields() {
    return scope.kernel().fields().of(scope.session().tenant(), scope.context());
  }

  /**
   * A new record with what its fields have by default.
   *
   * @throws InvalidInput naming every value that does not fit
   */
  E created(E row) {
    if (!model.isCustomizable()) {
      return row;
    }
    CustomValues given = model.customOf(row);
    CustomValues complete = completed(given);
    check(CustomValues.none(), complete);
    return complete.equals(given) ? row : model.withCustom(row, complete);
  }

  /** With what the session says and what the fields have by default. */
  private CustomValues completed(CustomValues given) {
    Map<String, String> texts = new TreeMap<>(given.texts());
    CustomValues said = scope.sessionImpl().context().custom().get(model.entity().type());
    if (said != null) {
      requireMayGive(said);
      said.texts().forEach(texts::putIfAbsent);
    }
    for (FieldDefinition field : fields().of(model.name())) {
      String standard = field.rules().standard();
      if (standard != null && field.isActive() && isOn(field)) {
        texts.putIfAbsent(field.key(), standard);
      }
    }
    return texts.size() == given.texts().size() ? given : new CustomValues(texts);
  }

  private void requireMayGive(CustomValues said) {
    FieldVeil<E> veil = scope.veil(model);
    for (String name : said.texts().keySet()) {
      if (veil != null && veil.sightOf(Field.PREFIX + name) != null) {
        throw new AccessDenied("create", model.name(), "not the field " + Field.PREFIX + name);
      }
    }
  }

  /**
   * What is wrong with values.
   *
   * @param before null for a new record, which gets what its fields have by default; one that is
   *     there gets nothing, even if it has no values yet
   */
  List<Fault> faults(@Nullable CustomValues before, CustomValues values) {
    if (!model.isCustomizable()) {
      return List.of();
    }
    return before == null ? found(CustomValues.none(), completed(values)) : found(before, values);
  }

  /**
   * A record is changed. As long as its custom values are left alone, it is nobody's concern
   * whether they follow rules that were made meanwhile.
   *
   * @throws InvalidInput naming every value that does not fit
   */
  void changed(E before, E after) {
    if (model.isCustomizable()) {
      CustomValues old = model.customOf(before);
      CustomValues now = model.customOf(after);
      if (!old.equals(now)) {
        check(old, now);
      }
    }
  }

  private void check(CustomValues before, CustomValues values) {
    List<Fault> faults = found(before, values);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  private List<Fault> found(CustomValues before, CustomValues values) {
    TenantFields fields = fields();
    if (values.isEmpty() && fields.of(model.name()).isEmpty()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(ValueRules.check(fields, model.name(), before, values));
    values
        .texts()
        .forEach(
            (name, text) -> {
              FieldDefinition field = fields.named(model.name(), name);
              if (field != null && !text.equals(before.texts().get(name))) {
                checkOutside(field, name, text, faults);
              }
            });
    faults.removeIf(fault -> isOfAbsentModule(fields, fault));
    return faults;
  }

  /** What a field's own definition does not know. */
  private void checkOutside(FieldDefinition field, String name, String text, List<Fault> faults) {
    String path = Field.PREFIX + name;
    if (!isOn(field)) {
      faults.add(
          new Fault(
              path, "is a field of the module " + field.origin().module() + ", which is off"));
    } else if (field.type() == FieldType.REFERENCE
        && faults.stream().noneMatch(f -> f.path().equals(path))) {
      EntityModel<?> target = scope.kernel().models().named(String.valueOf(field.target()));
      if (target == null || !isVisible(target, UUID.fromString(text))) {
        faults.add(new Fault(path, "refers to no " + field.target()));
      }
    }
  }

  /** What the caller may not see does not exist for him. */
  private <T> boolean isVisible(EntityModel<T> target, UUID id) {
    T row = scope.storage().load(target, scope.session().tenant(), id);
    return row != null && scope.matches(target, scope.allowed(target, Operation.READ), row);
  }

  /** Nobody misses a value for a module that is off. */
  private boolean isOfAbsentModule(TenantFields fields, Fault fault) {
    FieldDefinition field =
        fields.find(model.name(), fault.path().substring(Field.PREFIX.length()));
    return field != null && fault.problem().equals("is missing") && !isOn(field);
  }

  private boolean isOn(FieldDefinition field) {
    String module = field.origin().module();
    return module == null
        || scope.kernel().switches().isOn(scope.session().tenant(), module, scope.context());
  }

  /** Whether changes of this value are changes of personal data. */
  @Override
  public boolean test(String name) {
    FieldDefinition field = fields().named(model.name(), name);
    return field != null && field.use().isPersonal();
  }

  /**
   * Brings the index up to what a record holds now.
   *
   * @param before null for a new record
   * @param after null for a deleted one
   */
  void index(@Nullable E before, @Nullable E after) {
    if (!model.isCustomizable() || !scope.storage().indexesCustomValues()) {
      return;
    }
    Map<String, String> old = before == null ? Map.of() : model.customOf(before).texts();
    Map<String, String> now = after == null ? Map.of() : model.customOf(after).texts();
    if (old.equals(now)) {
      return;
    }
    E row = after != null ? after : before;
    UUID record = row == null ? null : model.idOf(row);
    if (record == null) {
      return;
    }
    EntityModel<IndexedValue> values = scope.kernel().models().of(FieldEntities.VALUES);
    TenantFields fields = fields();
    indexChoices(fields, record, old, now);
    old.forEach(
        (name, text) -> {
          if (fits(text) && !fits(now.get(name))) {
            IndexedValue gone = indexed(fields, record, name, text);
            scope.storage().delete(values, scope.session().tenant(), gone);
          }
        });
    now.forEach(
        (name, text) -> {
          if (fits(text) && !text.equals(old.get(name))) {
            scope
                .storage()
                .put(values, scope.session().tenant(), indexed(fields, record, name, text));
          }
        });
  }

  /** Each of several choices has a row of its own besides that of all of them. */
  private void indexChoices(
      TenantFields fields, UUID record, Map<String, String> old, Map<String, String> now) {
    EntityModel<IndexedValue> values = scope.kernel().models().of(FieldEntities.VALUES);
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      FieldDefinition field = fields.named(model.name(), name);
      if (field == null || field.type() != FieldType.CHOICES) {
        continue;
      }
      Set<String> before = ChoicesField.split(old.getOrDefault(name, ""));
      Set<String> after = ChoicesField.split(now.getOrDefault(name, ""));
      for (String choice : before) {
        if (!after.contains(choice)) {
          scope.storage().delete(values, scope.session().tenant(), ofChoice(record, name, choice));
        }
      }
      for (String choice : after) {
        if (!before.contains(choice)) {
          scope.storage().put(values, scope.session().tenant(), ofChoice(record, name, choice));
        }
      }
    }
  }

  private IndexedValue ofChoice(UUID record, String name, String choice) {
    String each = name + ChoicesField.EACH;
    KernelId id = KernelId.named(record + "\n" + each + "\n" + choice);
    return new IndexedValue(id, 1, model.name(), each, record, choice, null, null, null);
  }

  private static boolean fits(@Nullable String text) {
    return text != null && text.codePointCount(0, text.length()) <= ValueRules.MAX_SEARCHABLE;
  }

  private IndexedValue indexed(TenantFields fields, UUID record, String name, String text) {
    FieldDefinition field = fields.named(model.name(), name);
    Object value = valueOf(field, name, text);
    return new IndexedValue(
        KernelId.named(record + "\n" + name),
        1,
        model.name(),
        name,
        record,
        value instanceof String string ? string : null,
        value instanceof BigDecimal number ? number : null,
        value instanceof LocalDate day ? day : null,
        value instanceof Instant moment ? moment : null);
  }

  private static Object valueOf(@Nullable FieldDefinition field, String name, String text) {
    DbType type =
        switch (field == null ? FieldType.TEXT : field.type()) {
          case NUMBER -> DbType.DECIMAL;
          case MONEY -> name.endsWith(".amount") ? DbType.DECIMAL : DbType.TEXT;
          case DATE -> DbType.DATE;
          case INSTANT -> DbType.INSTANT;
          case TEXT, YES_NO, CHOICE, CHOICES, REFERENCE -> DbType.TEXT;
        };
    try {
      return type.parse(text);
    } catch (RuntimeException e) {
      return text; // Erased: what was a number is a mark now.
    }
  }
}
