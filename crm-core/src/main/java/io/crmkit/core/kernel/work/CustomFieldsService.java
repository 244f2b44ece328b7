package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.CustomValuesChanged;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldType;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.field.DeclarationRules;
import io.crmkit.core.kernel.field.TenantFields;
import io.crmkit.core.kernel.field.ValueRules;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.work.FieldEntities.StoredField;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Custom fields of tenants, and their values. */
final class CustomFieldsService implements CustomFields {

  private static final int MAX_FIELDS = 300;
  private static final int CHUNK = 500;

  private final Work work;

  @Inject
  CustomFieldsService(Work work) {
    this.work = work;
  }

  /** What a repeated command is compared by. */
  private record Retiring(String entity, String key) {}

  /** What a repeated command is compared by. */
  private record Setting(String entity, UUID id, long version, CustomValues values) {}

  private ModelRegistry models() {
    return ((SessionImpl) work.session()).kernel().models();
  }

  private static TenantFields fields(ReadTx tx) {
    Scope scope = (Scope) tx;
    return scope.kernel().fields().of(scope.session().tenant(), scope.context());
  }

  @Override
  public List<FieldDefinition> of(Class<?> entity) {
    String name = FieldDeclarations.customizable(models(), entity).name();
    return work.read(tx -> List.copyOf(fields(tx).of(name)));
  }

  @Override
  public FieldDefinition declare(FieldDeclaration declaration) {
    FieldDefinition wanted = checked(declaration);
    return work.run(
            "custom-field.declare",
            wanted,
            tx -> {
              TenantFields known = locked(tx, wanted.entity());
              if (known.find(wanted.entity(), wanted.key()) != null) {
                throw new Refused(
                    List.of(Reason.of(KernelReason.FIELD_KEY_TAKEN).with("key", wanted.key())));
              }
              if (known.of(wanted.entity()).size() >= MAX_FIELDS) {
                throw new InvalidInput(
                    "entity",
                    "has " + MAX_FIELDS + " fields already, which is the most there can be");
              }
              return tx.store(FieldEntities.FIELDS).insert(StoredField.of(wanted));
            })
        .definition();
  }

  private FieldDefinition checked(FieldDeclaration declaration) {
    ModelRegistry models = models();
    FieldDeclarations.customizable(models, declaration.entity());
    FieldDefinition wanted =
        FieldDeclarations.definition(
            models, declaration, new FieldDefinition.Origin(null, 0, FieldDefinition.State.ACTIVE));
    List<Fault> faults = new ArrayList<>(DeclarationRules.check(wanted, null));
    Class<?> target = declaration.target();
    if (target != null && !models.has(target)) {
      faults.add(new Fault("target", "is no entity: " + target.getName()));
    }
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    return wanted;
  }

  /** The fields as they are now, whatever is remembered of them; nobody else changes them. */
  private static TenantFields locked(Tx tx, String entity) {
    tx.lockNames("custom-field", List.of(entity));
    Scope scope = (Scope) tx;
    scope.kernel().fields().changedIn(scope.context(), scope.session().tenant());
    return fields(tx);
  }

  @Override
  public FieldDefinition change(FieldDeclaration declaration) {
    FieldDefinition wanted = checked(declaration);
    return edit(
        "custom-field.change",
        wanted,
        wanted.entity(),
        wanted.key(),
        (tx, before) -> {
          boolean same =
              before.type() == wanted.type() && Objects.equals(before.target(), wanted.target());
          if (!same) {
            throw new Refused(
                List.of(Reason.of(KernelReason.FIELD_TYPE_FIXED).with("key", wanted.key())));
          }
          if (wanted.use().isSearchable() && !before.content().use().isSearchable()) {
            requireSearchableValues(tx, models().of(declaration.entity()), wanted);
          }
          return new StoredField(
              before.id(),
              before.version(),
              before.entity(),
              before.field(),
              before.type(),
              new FieldEntities.Content(wanted.label(), wanted.rules(), wanted.use()),
              before.target(),
              FieldDefinition.State.ACTIVE);
        });
  }

  /** What becomes of a field, in a transaction. */
  private interface Edit {
    StoredField of(Tx tx, StoredField before);
  }

  private FieldDefinition edit(String command, Object input, String entity, String key, Edit edit) {
    return work.run(
            command,
            input,
            tx -> {
              locked(tx, entity);
              Store<StoredField> store = tx.store(FieldEntities.FIELDS);
              StoredField before =
                  store
                      .find(StoredField.idOf(entity, key))
                      .orElseThrow(
                          () ->
                              new NotFound(
                                  new EntityRef(
                                      FieldEntities.FIELDS.name(),
                                      StoredField.idOf(entity, key).value())));
              return store.save(before, edit.of(tx, before));
            })
        .definition();
  }

  /** Values that are longer than the index holds would not be found. */
  private static <E> void requireSearchableValues(
      Tx tx, EntityModel<E> model, FieldDefinition field) {
    if (field.type() != FieldType.TEXT && field.type() != FieldType.CHOICES) {
      return;
    }
    int[] longer = {0};
    tx.tenantWide()
        .store(model.entity())
        .forEachChunk(
            Criteria.all(),
            CHUNK,
            rows -> {
              for (E row : rows) {
                String text = model.customOf(row).texts().get(field.key());
                boolean fits =
                    text == null
                        || text.codePointCount(0, text.length()) <= ValueRules.MAX_SEARCHABLE;
                longer[0] += fits ? 0 : 1;
              }
            });
    if (longer[0] > 0) {
      throw new Refused(
          List.of(
              Reason.of(KernelReason.FIELD_VALUES_TOO_LONG)
                  .with("key", field.key())
                  .with("count", longer[0])));
    }
  }

  @Override
  public FieldDefinition retire(Class<?> entity, String key) {
    String name = FieldDeclarations.customizable(models(), entity).name();
    UnaryOperator<StoredField> retired = field -> field.in(FieldDefinition.State.RETIRED);
    return edit(
        "custom-field.retire",
        new Retiring(name, key),
        name,
        key,
        (tx, before) -> retired.apply(before));
  }

  @Override
  public Map<String, Object> shown(Class<?> entity, CustomValues values) {
    String name = FieldDeclarations.customizable(models(), entity).name();
    if (values.isEmpty()) {
      return Map.of();
    }
    return work.read(
        tx -> new ShownValues(values, work.session().profile().language()).of(fields(tx).of(name)));
  }

  /** The values of custom fields as the form that they are. */
  private record Filled(CustomValues custom) {}

  @Override
  public <E> E set(SetCustomValues<E> command) {
    EntityModel<E> model = FieldDeclarations.customizable(models(), command.entity());
    Entity<E> entity = model.entity();
    Setting input =
        new Setting(model.name(), command.id().value(), command.version(), command.values());
    return work.run(
        "custom-values.set",
        input,
        tx -> {
          Store<E> store = tx.store(entity);
          E before = store.get(command.id(), command.version());
          CustomValues values =
              store.given(before, Form.whole(new Filled(command.values()))).custom();
          E after = store.save(before, model.withCustom(before, values));
          List<String> names = changed(model.customOf(before), model.customOf(after));
          if (!names.isEmpty()) {
            ((Scope) tx).publish(new CustomValuesChanged(model.refOf(after), names));
          }
          return after;
        });
  }

  private static List<String> changed(CustomValues before, CustomValues after) {
    Map<String, String> was = before.texts();
    Map<String, String> is = after.texts();
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    names.removeIf(name -> Objects.equals(was.get(name), is.get(name)));
    return List.copyOf(names);
  }
}
