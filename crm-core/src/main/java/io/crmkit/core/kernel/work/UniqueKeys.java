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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private void claim(int k, Map<List<Object>, UUID> claims, List<Reason> reasons) {
    if (claims.isEmpty()) {
      return;
    }
    List<Column> columns = model.uniqueKeys().get(k);
    String paths = columns.stream().map(Column::path).collect(Collectors.joining(","));
    scope.lockNames(
        "unique:" + model.name() + ":" + paths,
        claims.keySet().stream().map(UniqueKeys::name).toList());
    List<List<Object>> keys = new ArrayList<>(claims.keySet());
    for (int i = 0; i < keys.size(); i += CHUNK) {
      List<List<Object>> chunk = keys.subList(i, Math.min(keys.size(), i + CHUNK));
      for (E row : candidates(columns, chunk)) {
        List<Object> key = key(k, row);
        UUID claimant = key == null ? null : claims.get(key);
        if (key != null && claimant != null && !claimant.equals(model.idOf(row))) {
          reasons.add(reason(k, key));
        }
      }
    }
  }

  /** Rows that may hold one of the keys: each value is compared by itself. */
  private List<E> candidates(List<Column> columns, List<List<Object>> keys) {
    List<Criteria<E>> each = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int position = c;
      Column column = columns.get(c);
      Attribute<E, Object> attribute =
          Attribute.of(model.entity().type(), column.path(), Object.class);
      each.add(
          attribute.in(
              keys.stream().map(k -> column.codec().decode(k.get(position))).distinct().toList()));
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
    return key.stream().map(Objects::toString).collect(Collectors.joining("\u001f"));
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
