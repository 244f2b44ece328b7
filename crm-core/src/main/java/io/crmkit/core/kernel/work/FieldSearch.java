package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldType;
import io.crmkit.core.kernel.model.CustomColumns;
import io.crmkit.core.kernel.model.EntityModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether custom fields may be searched and sorted by as somebody asks. */
final class FieldSearch {

  private FieldSearch() {}

  /**
   * @throws InvalidInput naming the field, if it is none, not searchable, or of another type
   */
  static void check(Scope scope, EntityModel<?> model, Criteria<?> criteria) {
    if (criteria instanceof Criteria.In<?, ?> in) {
      check(scope, model, in.attribute(), CustomColumns.fieldOf(in.attribute().path()));
    } else if (criteria instanceof Criteria.Range<?, ?> range) {
      check(scope, model, range.attribute());
    } else if (criteria instanceof Criteria.StartsWith<?> starts) {
      check(scope, model, starts.attribute());
    } else if (criteria instanceof Criteria.Contains<?> contains) {
      check(scope, model, contains.attribute());
    } else if (criteria instanceof Criteria.Present<?> present) {
      check(scope, model, present.attribute());
    } else if (criteria instanceof Criteria.And<?> and) {
      and.all().forEach(c -> check(scope, model, c));
    } else if (criteria instanceof Criteria.Or<?> or) {
      or.any().forEach(c -> check(scope, model, c));
    } else if (criteria instanceof Criteria.Not<?> not) {
      check(scope, model, not.of());
    } else if (criteria instanceof Criteria.Ref<?, ?> ref) {
      check(scope, model, ref.attribute());
      check(scope, scope.kernel().models().of(ref.target()), ref.where());
    } else if (criteria instanceof Criteria.Having<?, ?> having) {
      check(scope, scope.kernel().models().of(having.link().entity()), having.where());
    }
  }

  static <E> void checkOrder(Scope scope, EntityModel<E> model, List<Order<E>> orders) {
    orders.forEach(order -> check(scope, model, order.attribute()));
    FieldVeil<E> veil = orders.isEmpty() || !scope.isForCaller() ? null : scope.veil(model);
    if (veil != null) {
      for (Order<E> order : orders) {
        String path = order.attribute().path();
        if (veil.isBlind(path)) {
          throw new AccessDenied("read", model.name(), "not in the order of the field " + path);
        }
      }
    }
  }

  private static void check(Scope scope, EntityModel<?> model, Attribute<?, ?> attribute) {
    check(scope, model, attribute, attribute.path());
  }

  /**
   * @param path of the field that is meant
   */
  private static void check(
      Scope scope, EntityModel<?> model, Attribute<?, ?> attribute, String path) {
    if (!model.isCustomizable() || !path.startsWith(Field.PREFIX)) {
      return;
    }
    String name = path.substring(Field.PREFIX.length());
    FieldDefinition field =
        scope
            .kernel()
            .fields()
            .of(scope.session().tenant(), scope.context())
            .named(model.name(), name);
    String problem = problemOf(field, name, attribute.type());
    boolean each = !path.equals(attribute.path());
    if (problem == null && each && field != null && field.type() != FieldType.CHOICES) {
      problem = "holds no several choices";
    }
    if (problem != null) {
      throw new InvalidInput(path, problem);
    }
  }

  private static @Nullable String problemOf(
      @Nullable FieldDefinition field, String name, Class<?> type) {
    if (field == null) {
      return "is no field of these records";
    } else if (!field.isActive()) {
      return "is retired";
    } else if (!field.use().isSearchable()) {
      return "cannot be searched";
    }
    boolean fits =
        switch (field.type()) {
          case TEXT, CHOICE, CHOICES -> type == String.class;
          case NUMBER -> type == BigDecimal.class;
          case MONEY -> type == (name.endsWith(".amount") ? BigDecimal.class : Currency.class);
          case DATE -> type == LocalDate.class;
          case INSTANT -> type == Instant.class;
          case YES_NO -> type == Boolean.class;
          case REFERENCE -> io.crmkit.api.value.EntityId.class.isAssignableFrom(type);
        };
    return fits ? null : "is not compared with a " + type.getName();
  }
}
