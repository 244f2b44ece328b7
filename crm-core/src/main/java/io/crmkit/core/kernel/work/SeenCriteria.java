package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.List;

/**
 * A caller's criteria may look at other records than those that are searched: at the one that is
 * referred to, at a root of a tree. Hidden ones must not decide, or searches could be used to find
 * out what they hold; they count as if they did not exist. The criteria of a policy look at
 * everything.
 */
final class SeenCriteria {

  private final Scope scope;

  SeenCriteria(Scope scope) {
    this.scope = scope;
  }

  <E> Criteria<E> of(EntityModel<E> model, Criteria<E> where) {
    if (scope.isWide()) {
      return where;
    }
    return rewritten(model, where);
  }

  private <E> Criteria<E> rewritten(EntityModel<E> model, Criteria<E> where) {
    if (where instanceof Criteria.And<E> and) {
      List<Criteria<E>> all = and.all().stream().map(c -> rewritten(model, c)).toList();
      return all.equals(and.all()) ? where : new Criteria.And<>(all);
    } else if (where instanceof Criteria.Or<E> or) {
      List<Criteria<E>> any = or.any().stream().map(c -> rewritten(model, c)).toList();
      return any.equals(or.any()) ? where : new Criteria.Or<>(any);
    } else if (where instanceof Criteria.Not<E> not) {
      Criteria<E> inner = rewritten(model, not.of());
      return inner.equals(not.of()) ? where : new Criteria.Not<>(inner);
    } else if (where instanceof Criteria.Ref<E, ?> ref) {
      return ref(ref);
    } else if (where instanceof Criteria.Having<E, ?> having) {
      return having(having);
    } else if (where instanceof Criteria.Below<E> below) {
      return below(model, below);
    }
    return where;
  }

  private <E, T> Criteria<E> ref(Criteria.Ref<E, T> ref) {
    EntityModel<T> target = scope.kernel().models().of(ref.target());
    Criteria<T> visible = visible(target);
    Criteria<T> inner = rewritten(target, ref.where());
    return visible instanceof Criteria.All<T>
        ? new Criteria.Ref<>(ref.attribute(), ref.target(), inner)
        : new Criteria.Ref<>(ref.attribute(), ref.target(), inner.and(visible));
  }

  private <E, O> Criteria<E> having(Criteria.Having<E, O> having) {
    EntityModel<O> other = scope.kernel().models().of(having.link().entity());
    Criteria<O> visible = visible(other);
    Criteria<O> inner = rewritten(other, having.where());
    return new Criteria.Having<>(
        having.link(), visible instanceof Criteria.All<O> ? inner : inner.and(visible));
  }

  private <E> Criteria<E> below(EntityModel<E> model, Criteria.Below<E> below) {
    Criteria<E> visible = visible(model);
    if (visible instanceof Criteria.All<E>) {
      return below;
    }
    E root = scope.raw(model.entity(), below.root());
    return root != null && scope.matches(model, visible, root) ? below : nothing();
  }

  private <T> Criteria<T> visible(EntityModel<T> model) {
    try {
      return scope.allowed(model, Operation.READ);
    } catch (AccessDenied e) {
      return nothing();
    }
  }

  private static <E> Criteria<E> nothing() {
    return new Criteria.Or<>(List.of());
  }
}
