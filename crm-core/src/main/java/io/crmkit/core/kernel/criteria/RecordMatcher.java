package io.crmkit.core.kernel.criteria;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.CustomColumns;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Interprets criteria over records: on memory storage for everything, on SQL to judge single
 * records that are at hand.
 */
public final class RecordMatcher {

  /** Finds other records of the tenant, for {@code ref}, {@code having} and {@code below}. */
  public interface Lookup {
    <E> @Nullable E load(EntityModel<E> model, UUID id);

    /** The records that match. */
    <E> List<E> all(EntityModel<E> model, Criteria<E> where);
  }

  private final ModelRegistry models;
  private final Lookup lookup;

  public RecordMatcher(ModelRegistry models, Lookup lookup) {
    this.models = models;
    this.lookup = lookup;
  }

  /**
   * The criteria as a test of records.
   *
   * @throws IllegalArgumentException if they name an attribute that there is not
   */
  public <E> Predicate<E> compile(EntityModel<E> model, Criteria<E> criteria) {
    Predicate<Object> test = compile(new EntityColumns(model), criteria);
    return test::test;
  }

  /** Where attributes are found: in an entity or in a part. */
  private interface Columns {
    Column column(Attribute<?, ?> attribute);

    PartModel part(String path);

    @Nullable EntityModel<?> model();
  }

  private record EntityColumns(EntityModel<?> model) implements Columns {
    @Override
    public Column column(Attribute<?, ?> attribute) {
      return model.column(attribute);
    }

    @Override
    public PartModel part(String path) {
      return model.part(path);
    }
  }

  private record PartColumns(PartModel parts) implements Columns {
    @Override
    public Column column(Attribute<?, ?> attribute) {
      return parts.column(attribute.path());
    }

    @Override
    public PartModel part(String path) {
      throw new IllegalArgumentException("parts have no parts");
    }

    @Override
    public @Nullable EntityModel<?> model() {
      return null;
    }
  }

  private <E> Predicate<Object> compile(Columns columns, Criteria<E> criteria) {
    if (criteria instanceof Criteria.All<E>) {
      return row -> true;
    } else if (criteria instanceof Criteria.In<E, ?> in) {
      return in(columns, in);
    } else if (criteria instanceof Criteria.Range<E, ?> range) {
      return range(columns, range);
    } else if (criteria instanceof Criteria.StartsWith<E> starts) {
      return text(columns, starts.attribute(), t -> t.startsWith(starts.prefix()));
    } else if (criteria instanceof Criteria.Contains<E> contains) {
      return text(columns, contains.attribute(), t -> t.contains(contains.fragment()));
    } else if (criteria instanceof Criteria.Present<E> present) {
      Column column = columns.column(present.attribute());
      return row -> column.valueOf(row) != null;
    } else if (criteria instanceof Criteria.And<E> and) {
      var all = and.all().stream().map(c -> compile(columns, c)).toList();
      return all.size() == 1 ? all.get(0) : row -> all.stream().allMatch(p -> p.test(row));
    } else if (criteria instanceof Criteria.Or<E> or) {
      var any = or.any().stream().map(c -> compile(columns, c)).toList();
      return row -> any.stream().anyMatch(p -> p.test(row));
    } else if (criteria instanceof Criteria.Not<E> not) {
      return compile(columns, not.of()).negate();
    } else if (criteria instanceof Criteria.AnyPart<E, ?> anyPart) {
      return anyPart(columns, anyPart);
    } else if (criteria instanceof Criteria.Ref<E, ?> ref) {
      return ref(columns, ref);
    } else if (criteria instanceof Criteria.Having<E, ?> having) {
      return having(columns, having);
    } else if (criteria instanceof Criteria.Below<E> below) {
      return below(columns, below);
    }
    throw new IllegalStateException("unknown criteria " + criteria);
  }

  private <E, V> Predicate<Object> in(Columns columns, Criteria.In<E, V> in) {
    Column column = searchable(columns.column(in.attribute()));
    Set<Object> values = new HashSet<>();
    in.values().forEach(v -> values.add(encoded(column, v)));
    EntityModel<?> model = columns.model();
    if (model != null && CustomColumns.isOfEach(column.path())) {
      return row ->
          CustomColumns.eachOf(model, row, column.path()).stream().anyMatch(values::contains);
    }
    return row -> {
      Object value = column.valueOf(row);
      return value != null && values.contains(value);
    };
  }

  private <E, V> Predicate<Object> range(Columns columns, Criteria.Range<E, V> range) {
    Column column = searchable(columns.column(range.attribute()));
    Object from = range.from() == null ? null : encoded(column, range.from());
    Object to = range.to() == null ? null : encoded(column, range.to());
    DbType type = column.type();
    return row -> {
      Object value = column.valueOf(row);
      return value != null
          && (from == null || type.order().compare(value, from) >= 0)
          && (to == null || type.order().compare(value, to) < 0);
    };
  }

  private static <E> Predicate<Object> text(
      Columns columns, Attribute<E, String> attribute, Predicate<String> test) {
    Column column = searchable(columns.column(attribute));
    if (column.type() != DbType.TEXT) {
      throw new IllegalArgumentException(attribute.path() + " is not text");
    }
    return row -> {
      Object value = column.valueOf(row);
      return value != null && test.test((String) value);
    };
  }

  private <E, P> Predicate<Object> anyPart(Columns columns, Criteria.AnyPart<E, P> any) {
    PartModel part = columns.part(any.parts().path());
    Predicate<Object> test = compile(new PartColumns(part), any.where());
    return row -> part.of(row).stream().anyMatch(p -> test.test(p));
  }

  private <E, T> Predicate<Object> ref(Columns columns, Criteria.Ref<E, T> ref) {
    Column column = columns.column(ref.attribute());
    EntityModel<T> target = models.of(ref.target());
    Predicate<T> test = compile(target, ref.where());
    return row -> {
      Object id = column.valueOf(row);
      T other = id == null ? null : lookup.load(target, (UUID) id);
      return other != null && test.test(other);
    };
  }

  private <E, O> Predicate<Object> having(Columns columns, Criteria.Having<E, O> having) {
    EntityModel<?> model = columns.model();
    if (model == null) {
      throw new IllegalArgumentException("nothing refers to parts");
    }
    EntityModel<O> other = models.of(having.link().entity());
    Column id = model.column("id");
    Column link = other.column(having.link().path());
    Links.require(model, having.link());
    Predicate<O> test = compile(other, having.where());
    return row ->
        lookup
            .all(
                other,
                is(having.link(), link.codec().decode(Objects.requireNonNull(id.valueOf(row)))))
            .stream()
            .anyMatch(test);
  }

  private static <O, V> Criteria<O> is(Attribute<O, V> link, Object id) {
    return link.eq(link.type().cast(id));
  }

  private <E> Predicate<Object> below(Columns columns, Criteria.Below<E> below) {
    EntityModel<?> model = columns.model();
    if (model == null) {
      throw new IllegalArgumentException("parts form no tree");
    }
    Column parent = model.column(below.parent().path());
    Function<UUID, @Nullable Object> load = id -> lookup.load(model, id);
    Predicate<Object> through = compile(columns, below.through());
    return row -> {
      Set<UUID> seen = new HashSet<>();
      Object up = through.test(row) ? parent.valueOf(row) : null;
      while (up != null && seen.add((UUID) up)) {
        if (up.equals(below.root().value())) {
          return true;
        }
        Object above = load.apply((UUID) up);
        up = above == null || !through.test(above) ? null : parent.valueOf(above);
      }
      return false;
    };
  }

  private static Column searchable(Column column) {
    if (!column.type().searchable()) {
      throw new IllegalArgumentException(column.path() + " cannot be searched");
    }
    return column;
  }

  private static Object encoded(Column column, Object value) {
    try {
      return column.codec().encode(column.path(), value);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          column.path() + " is not compared with a " + value.getClass().getName(), e);
    }
  }
}
