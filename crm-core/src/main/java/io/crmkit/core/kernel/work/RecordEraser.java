package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal values out of records, where their declaration says that people may be named. Not
 * even a record that is only ever added keeps them.
 */
final class RecordEraser {

  /**
   * A record in which something was erased.
   *
   * @param version since then
   * @param paths of the attributes
   */
  record Erased(long version, Set<String> paths) {}

  private final Scope scope;
  private final PersonalValues values;
  private final Map<EntityRef, Erased> erased = new LinkedHashMap<>();

  RecordEraser(Scope scope, PersonalValues values) {
    this.scope = scope;
    this.values = values;
  }

  /** What was rewritten so far. */
  Map<EntityRef, Erased> erased() {
    return erased;
  }

  /**
   * Rewrites these records and what they own, and what that owns.
   *
   * @return all of them in which people may be named, and those that were given
   */
  Set<EntityRef> erase(Set<EntityRef> records) {
    for (EntityModel<?> model : scope.kernel().models().mentioningPeople()) {
      eraseIn(model, records);
    }
    Set<EntityRef> found = new LinkedHashSet<>(records);
    Set<EntityRef> owners = records;
    while (!owners.isEmpty()) {
      Set<EntityRef> owned = new LinkedHashSet<>();
      for (EntityModel<?> model : scope.kernel().models().mentioningPeople()) {
        eraseOwned(model, owners, found, owned);
      }
      owners = owned;
    }
    return found;
  }

  private <E> void eraseIn(EntityModel<E> model, Set<EntityRef> records) {
    List<UUID> ids = RefsByEntity.of(records).ids(model.name());
    scope
        .storage()
        .loadAll(model, scope.session().tenant(), ids)
        .forEach(row -> rewrite(model, row));
  }

  private <E> void eraseOwned(
      EntityModel<E> model, Set<EntityRef> owners, Set<EntityRef> found, Set<EntityRef> owned) {
    for (Entity.Owner owner : model.entity().owners()) {
      eraseOwned(model, owner, owners, found, owned);
    }
  }

  private <E> void eraseOwned(
      EntityModel<E> model,
      Entity.Owner owner,
      Set<EntityRef> owners,
      Set<EntityRef> found,
      Set<EntityRef> owned) {
    String entity = scope.kernel().models().of(owner.owner()).name();
    Column column = model.column(owner.path());
    Attribute<E, Object> reference =
        Attribute.of(model.entity().type(), owner.path(), Object.class);
    for (List<UUID> ids : RefsByEntity.of(owners).chunks(entity)) {
      Criteria<E> where = reference.in(ids.stream().map(column.codec()::decode).toList());
      new RawRows(scope)
          .forEach(
              model,
              where,
              row -> {
                EntityRef ref = model.refOf(row);
                if (found.add(ref)) {
                  owned.add(ref);
                  rewrite(model, row);
                }
              });
    }
  }

  private <E> void rewrite(EntityModel<E> model, E row) {
    Set<String> paths = new TreeSet<>();
    @Nullable Object[] columns = model.values(row);
    for (int i = 0; i < columns.length; i++) {
      Column column = model.columns().get(i);
      if (model.mentionsPeopleIn(column)) {
        columns[i] = without(new Place(model.table(), column, column.path()), columns[i], paths);
      }
    }
    List<?>[] parts = new List<?>[model.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = withoutIn(model, model.parts().get(i), row, paths);
    }
    if (!paths.isEmpty()) {
      long version = model.versionOf(row) + 1;
      columns[model.versionIndex()] = version;
      E rewritten = model.build(columns, parts);
      scope.updateRaw(model.entity(), row, rewritten);
      new FieldKeeper<>(scope, model).index(row, rewritten);
      scope.context().wrote(scope.session().tenant(), model.refOf(row), version);
      erased.put(model.refOf(row), new Erased(version, paths));
    }
  }

  private <E> List<Object> withoutIn(
      EntityModel<E> model, PartModel part, E row, Set<String> paths) {
    List<Object> rewritten = new ArrayList<>();
    for (Object one : part.of(row)) {
      @Nullable Object[] columns = part.valuesOf(one, rewritten.size());
      for (int i = 0; i < columns.length; i++) {
        Column column = part.columns().get(i);
        if (model.mentionsPeopleIn(part, column)) {
          String path = part.path() + "[" + rewritten.size() + "]." + column.path();
          columns[i] = without(new Place(part.table(), column, path), columns[i], paths);
        }
      }
      rewritten.add(part.build(columns));
    }
    return rewritten;
  }

  /** Where a value stands. */
  private record Place(String table, Column column, String path) {}

  private @Nullable Object without(Place place, @Nullable Object value, Set<String> paths) {
    if (value == null) {
      return null;
    }
    Column column = place.column();
    String text = (String) value;
    String without =
        column.type() == DbType.JSON
            ? values.without(RawJson.ofText(text), now -> canBeRead(column, now)).text()
            : values.without(text, scope.storage().longest(place.table(), column));
    if (!Objects.equals(without, text)) {
      paths.add(place.path());
    }
    return without;
  }

  private static boolean canBeRead(Column column, RawJson document) {
    try {
      column.codec().decode(document.text());
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
