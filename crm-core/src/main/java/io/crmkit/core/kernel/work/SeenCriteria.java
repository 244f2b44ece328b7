package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    } else if (isBlind(model, where)) {
      return nothing();
    } else if (where instanceof Criteria.Ref<E, ?> ref) {
      return ref(ref);
    } else if (where instanceof Criteria.Having<E, ?> having) {
      return having(having);
    } else if (where instanceof Criteria.Below<E> below) {
      return below(model, below);
    }
    return where;
  }

  /** Whether it looks at a field that the caller is not shown: as if that had no value. */
  private <E> boolean isBlind(EntityModel<E> model, Criteria<E> where) {
    FieldVeil<E> veil = veil(model);
    if (veil == null) {
      return false;
    } else if (where instanceof Criteria.AnyPart<E, ?> any) {
      String parts = any.parts().path();
      return veil.isCovered(parts) && looksAtCovered(veil, parts, any.where());
    }
    Attribute<E, ?> attribute = attribute(where);
    return attribute != null && veil.isBlind(attribute.path());
  }

  /** What a command looks for decides what it does, and that is the same whoever asks for it. */
  private <E> @Nullable FieldVeil<E> veil(EntityModel<E> model) {
    return scope.isForCaller() ? scope.veil(model) : null;
  }

  private static <E> @Nullable Attribute<E, ?> attribute(Criteria<E> where) {
    if (where instanceof Criteria.In<E, ?> in) {
      return in.attribute();
    } else if (where instanceof Criteria.Range<E, ?> range) {
      return range.attribute();
    } else if (where instanceof Criteria.StartsWith<E> starts) {
      return starts.attribute();
    } else if (where instanceof Criteria.Contains<E> contains) {
      return contains.attribute();
    } else if (where instanceof Criteria.Present<E> present) {
      return present.attribute();
    } else if (where instanceof Criteria.Ref<E, ?> ref) {
      return ref.attribute();
    }
    return where instanceof Criteria.Below<E> below ? below.parent() : null;
  }

  /** Parts that are hidden altogether, or by an attribute that is asked for. */
  private static boolean looksAtCovered(FieldVeil<?> veil, String parts, Criteria<?> where) {
    if (veil.sightOf(parts) != null) {
      return true;
    } else if (where instanceof Criteria.And<?> and) {
      return and.all().stream().anyMatch(c -> looksAtCovered(veil, parts, c));
    } else if (where instanceof Criteria.Or<?> or) {
      return or.any().stream().anyMatch(c -> looksAtCovered(veil, parts, c));
    } else if (where instanceof Criteria.Not<?> not) {
      return looksAtCovered(veil, parts, not.of());
    }
    Attribute<?, ?> attribute = attribute(where);
    return attribute != null && veil.isCovered(parts + "." + attribute.path());
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
    FieldVeil<O> veil = veil(other);
    if (veil != null && veil.isBlind(having.link().path())) {
      return nothing();
    }
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
    if (root == null || !scope.matches(model, visible, root)) {
      return nothing();
    }
    return VisibleTree.isNeededFor(visible)
        ? new VisibleTree<>(scope, model, visible).below(below)
        : new Criteria.Below<>(below.parent(), below.root(), below.through().and(visible));
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
