package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The way up from a record, as far as these eyes can see it: what is behind a hidden one is not.
 */
final class VisiblePath {

  private VisiblePath() {}

  static <E> List<E> of(
      Scope scope, EntityModel<E> model, Attribute<E, ? extends EntityId> parent, EntityId id) {
    Predicate<E> visible = scope.matching(model, scope.allowed(model, Operation.READ));
    List<E> way = new ArrayList<>();
    for (E row :
        scope
            .storage()
            .path(model, scope.session().tenant(), id.value(), model.column(parent.path()))) {
      if (!visible.test(row)) {
        break;
      }
      way.add(row);
      if (endsAtOnce(scope, model, parent)) {
        break;
      }
    }
    return scope.shown(model, way);
  }

  /** Where the caller is not shown what a record hangs on, it is as if it hung on nothing. */
  private static <E> boolean endsAtOnce(
      Scope scope, EntityModel<E> model, Attribute<E, ? extends EntityId> parent) {
    FieldVeil<E> veil = scope.isForCaller() ? scope.veil(model) : null;
    return veil != null && veil.isBlind(parent.path());
  }
}
