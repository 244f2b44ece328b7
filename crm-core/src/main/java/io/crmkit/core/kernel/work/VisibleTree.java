package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Codec;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What hangs below a root on ways that the caller sees, found level by level. Mostly the query for
 * the whole tree finds it by itself; but not if what may be seen depends on trees, too: H2 takes no
 * recursive query within another.
 */
final class VisibleTree<E> {

  private static final int CHUNK = 500;

  private final Scope scope;
  private final EntityModel<E> model;
  private final Criteria<E> visible;

  VisibleTree(Scope scope, EntityModel<E> model, Criteria<E> visible) {
    this.scope = scope;
    this.model = model;
    this.visible = visible;
  }

  /** Whether the criteria look at trees anywhere. */
  static boolean isNeededFor(Criteria<?> criteria) {
    if (criteria instanceof Criteria.And<?> and) {
      return and.all().stream().anyMatch(VisibleTree::isNeededFor);
    } else if (criteria instanceof Criteria.Or<?> or) {
      return or.any().stream().anyMatch(VisibleTree::isNeededFor);
    } else if (criteria instanceof Criteria.Not<?> not) {
      return isNeededFor(not.of());
    } else if (criteria instanceof Criteria.Ref<?, ?> ref) {
      return isNeededFor(ref.where());
    } else if (criteria instanceof Criteria.Having<?, ?> having) {
      return isNeededFor(having.where());
    }
    return criteria instanceof Criteria.Below<?>;
  }

  Criteria<E> below(Criteria.Below<E> below) {
    Set<UUID> found = new LinkedHashSet<>();
    List<UUID> level = List.of(below.root().value());
    while (!level.isEmpty()) {
      List<UUID> deeper = new ArrayList<>();
      for (int i = 0; i < level.size(); i += CHUNK) {
        for (E row : children(below, level.subList(i, Math.min(i + CHUNK, level.size())))) {
          if (found.add(model.idOf(row))) {
            deeper.add(model.idOf(row));
          }
        }
      }
      level = deeper;
    }
    return among("id", List.copyOf(found));
  }

  private List<E> children(Criteria.Below<E> below, List<UUID> parents) {
    Criteria<E> hanging = among(below.parent().path(), parents);
    return scope
        .storage()
        .select(model, scope.session().tenant(), Selection.all(hanging.and(visible)));
  }

  private Criteria<E> among(String path, List<UUID> ids) {
    Codec codec = model.column(path).codec();
    return Attribute.of(model.entity().type(), path, Object.class)
        .in(ids.stream().map(codec::decode).toList());
  }
}
