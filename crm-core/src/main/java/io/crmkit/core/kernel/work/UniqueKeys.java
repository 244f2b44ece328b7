package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides uniqueness before anything is sent, under a lock on the key itself: a statement that
 * fails would cost the host its transaction on some databases. The database's own unique index
 * stands behind this as a last resort.
 */
final class UniqueKeys<E> {

  private static final int CHUNK = 200;

  private final Scope scope;
  private final EntityModel<E> model;

  UniqueKeys(Scope scope, EntityModel<E> model) {
    this.scope = scope;
    this.model = model;
  }

  /** A record that is to be written, and the one it replaces, if any. */
  record Claim<E>(@Nullable E before, E after) {}

  /** Claims the keys that differ from what the records had. */
  void claim(List<Claim<E>> writes) {
    List<Reason> reasons = new ArrayList<>();
    for (int k = 0; k < model.uniqueKeys().size(); k++) {
      Map<List<Object>, UUID> claims = new HashMap<>();
      for (Claim<E> write : writes) {
        List<Object> key = key(k, write.after());
        List<Object> known = write.before() == null ? null : key(k, write.before());
        if (key != null
            && !key.equals(known)
            && claims.put(key, model.idOf(write.after())) != null) {
          reasons.add(reason(k, key));
        }
      }
      claim(k, claims, reasons);
    }
    refuse(reasons);
  }

  /** Those of the values that some record has; the others are claimed. */
  <V> Set<V> taken(Attribute<E, V> attribute, Collection<V> values) {
    Column column = model.column(attribute.path());
    int k = model.uniqueKeys().indexOf(List.of(column));
    if (k < 0) {
      throw new IllegalArgumentException(
          attribute.path() + " alone is no unique key of " + model.name());
    }
    Map<List<Object>, V> asked = new LinkedHashMap<>();
    values.forEach(v -> asked.put(List.of(column.codec().encode(column.path(), v)), v));
    Set<V> taken = new LinkedHashSet<>();
    Set<List<Object>> found = new HashSet<>();
    for (E row : holders(k, asked.keySet())) {
      List<Object> key = key(k, row);
      if (key != null && asked.containsKey(key) && found.add(key)) {
        taken.add(asked.get(key));
      }
    }
    for (List<Object> key : asked.keySet()) {
      if (!found.contains(key)) {
        reserve(k, key);
      }
    }
    return taken;
  }

  private void claim(int k, Map<List<Object>, UUID> claims, List<Reason> reasons) {
    // Used up, so that a second record with the same key is found out.
    claims.keySet().removeIf(key -> scope.reserved().remove(reservation(k, key)));
    if (claims.isEmpty()) {
      return;
    }
    for (E row : holders(k, claims.keySet())) {
      List<Object> key = key(k, row);
      UUID claimant = key == null ? null : claims.get(key);
      if (key != null && claimant != null && !claimant.equals(model.idOf(row))) {
        reasons.add(reason(k, key));
      }
    }
  }

  private void reserve(int k, List<Object> key) {
    scope.reserved().add(reservation(k, key));
  }

  private List<Object> reservation(int k, List<Object> key) {
    return List.of(model.name(), k, key);
  }

  /** Rows that may hold one of the keys, read under the locks of all of them. */
  private List<E> holders(int k, Collection<List<Object>> wanted) {
    List<Column> columns = model.uniqueKeys().get(k);
    List<String> names = new ArrayList<>(wanted.size());
    wanted.forEach(key -> names.add(name(key)));
    scope.lockNamesAhead(model.lockOfUniqueKey(k), names);
    List<List<Object>> keys = new ArrayList<>(wanted);
    List<E> holders = new ArrayList<>();
    for (int i = 0; i < keys.size(); i += CHUNK) {
      holders.addAll(candidates(columns, keys.subList(i, Math.min(keys.size(), i + CHUNK))));
    }
    return holders;
  }

  /** Each value is compared by itself. */
  private List<E> candidates(List<Column> columns, List<List<Object>> keys) {
    List<Criteria<E>> each = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int position = c;
      Column column = columns.get(c);
      Attribute<E, Object> attribute =
          Attribute.of(model.entity().type(), column.path(), Object.class);
      Set<Object> values = new LinkedHashSet<>();
      keys.forEach(key -> values.add(column.codec().decode(key.get(position))));
      each.add(attribute.in(List.copyOf(values)));
    }
    TenantId tenant = scope.session().tenant();
    return scope.storage().select(model, tenant, Selection.all(new Criteria.And<>(each)));
  }

  private @Nullable List<Object> key(int k, E row) {
    List<Object> key = new ArrayList<>();
    for (Column column : model.uniqueKeys().get(k)) {
      Object value = column.valueOf(row);
      if (value == null) {
        return null;
      }
      key.add(value);
    }
    return key;
  }

  private static String name(List<Object> key) {
    return key.size() == 1
        ? key.get(0).toString()
        : key.stream().map(Objects::toString).collect(Collectors.joining("\u001f"));
  }

  private Reason reason(int k, List<Object> key) {
    String shown = key.stream().map(Objects::toString).collect(Collectors.joining(" "));
    return Reason.of(model.entity().uniqueKeys().get(k).taken()).with("key", shown);
  }

  private static void refuse(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }
}
