package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one place below every read and write of an entity: tenant, access, version, unique keys and
 * audit are seen to here, and nothing goes around it.
 */
final class GuardedStore<E> implements Store<E> {

  private final Scope scope;
  private final EntityModel<E> model;

  GuardedStore(Scope scope, EntityModel<E> model) {
    this.scope = scope;
    this.model = model;
  }

  @Override
  public E get(EntityId id) {
    return find(id).orElseThrow(() -> new NotFound(model.ref(id)));
  }

  @Override
  public E get(EntityId id, long version) {
    E row = get(id);
    if (model.versionOf(row) != version) {
      throw new StaleVersion(model.ref(id), version, model.versionOf(row));
    }
    return row;
  }

  @Override
  public Optional<E> find(EntityId id) {
    Criteria<E> visible = scope.allowed(model, Operation.READ);
    E row = scope.storage().load(model, scope.session().tenant(), id.value());
    return Optional.ofNullable(row)
        .filter(r -> scope.matches(model, visible, r))
        .map(r -> scope.shown(model, r));
  }

  @Override
  public List<E> findAll(Collection<? extends EntityId> ids) {
    Criteria<E> visible = scope.allowed(model, Operation.READ);
    var wanted = ids.stream().map(EntityId::value).toList();
    List<E> rows = scope.storage().loadAll(model, scope.session().tenant(), wanted);
    return shown(rows.stream().filter(r -> scope.matches(model, visible, r)).toList());
  }

  @Override
  public List<E> pathUp(Attribute<E, ? extends EntityId> parent, EntityId id) {
    return VisiblePath.of(scope, model, parent, id);
  }

  @Override
  public Optional<E> first(Criteria<E> where) {
    return shown(select(new Selection<>(visible(where), List.of(), 1, null))).stream().findFirst();
  }

  @Override
  public Page<E> page(Query<E> query) {
    FieldSearch.checkOrder(scope, model, query.orderBy());
    String cursor = query.after();
    PageKey after = cursor == null ? null : PageKey.read(model, query.orderBy(), cursor);
    List<E> rows =
        select(new Selection<>(visible(query.where()), query.orderBy(), query.limit() + 1, after));
    if (rows.size() <= query.limit()) {
      return new Page<>(shown(rows), null);
    }
    List<E> items = rows.subList(0, query.limit());
    PageKey last = PageKey.of(model, query.orderBy(), items.get(items.size() - 1));
    return new Page<>(shown(items), last.write(query.orderBy()));
  }

  @Override
  public List<E> all(Criteria<E> where) {
    return shown(select(Selection.all(visible(where))));
  }

  @Override
  public List<Fault> customFaults(@Nullable CustomValues before, CustomValues values) {
    return new FieldKeeper<>(scope, model).faults(before, values);
  }

  @Override
  public long count(Criteria<E> where) {
    return scope.storage().count(model, scope.session().tenant(), visible(where));
  }

  @Override
  public <V> Map<V, Long> countBy(Attribute<E, V> attribute, Criteria<E> where) {
    FieldSearch.checkOrder(scope, model, List.of(attribute.ascending()));
    Column column = model.column(attribute.path());
    Map<V, Long> counts = new LinkedHashMap<>();
    scope
        .storage()
        .countBy(model, scope.session().tenant(), visible(where), column)
        .forEach(
            (value, count) ->
                counts.put(attribute.type().cast(column.codec().decode(value)), count));
    return counts;
  }

  @Override
  public void forEachChunk(Criteria<E> where, int size, Consumer<List<E>> consumer) {
    Criteria<E> visible = visible(where);
    PageKey after = null;
    List<E> rows;
    do {
      rows = select(new Selection<>(visible, List.of(), size, after));
      if (!rows.isEmpty()) {
        consumer.accept(shown(rows));
        after = PageKey.of(model, List.of(), rows.get(rows.size() - 1));
      }
    } while (rows.size() == size);
  }

  @Override
  public <C extends Record> C given(Form<C> form) {
    FieldVeil<E> veil = scope.veil(model);
    return veil == null ? form.content() : FilledIn.of(model, veil, null, form);
  }

  @Override
  public <C extends Record> C given(E before, Form<C> form) {
    FieldVeil<E> veil = scope.veil(model);
    return veil == null ? form.content() : FilledIn.of(model, veil, before, form);
  }

  @Override
  public E insert(E record) {
    return insertAll(List.of(record)).get(0);
  }

  @Override
  public List<E> insertAll(List<E> records) {
    requireWritable();
    List<E> rows = new ArrayList<>();
    FieldKeeper<E> fields = new FieldKeeper<>(scope, model);
    for (E record : records) {
      if (model.versionOf(record) != 0) {
        throw new IllegalArgumentException("a new " + model.name() + " has version 0");
      }
      E row = fields.created(model.canonical(record, 1));
      if (model.entity().access() == Entity.AccessRule.OWNER) {
        requireVisible(row);
      }
      requireAllowed(Operation.CREATE, row);
      rows.add(row);
    }
    List<UniqueKeys.Claim<E>> claims = new ArrayList<>(rows.size());
    rows.forEach(row -> claims.add(new UniqueKeys.Claim<>(null, row)));
    new UniqueKeys<>(scope, model).claim(claims);
    for (E row : rows) {
      scope.storage().insert(model, scope.session().tenant(), row);
      scope.context().wrote(scope.session().tenant(), model.refOf(row), 1);
      fields.index(null, row);
      audit(AuditEntry.Operation.CREATED, row, differences(null, row));
    }
    return rows;
  }

  @Override
  public E insert(Decision<E> decision) {
    Decision.Accepted<E> accepted = decision.orRefuse();
    E row = insert(accepted.state());
    accepted.events().forEach(scope::publish);
    return row;
  }

  @Override
  public E save(E before, E after) {
    return saveAll(List.of(Change.of(before, after))).get(0);
  }

  @Override
  public E save(E before, Decision<E> decision) {
    return saveAll(List.of(new Change<>(before, decision))).get(0);
  }

  @Override
  public List<E> saveAll(List<Change<E>> changes) {
    requireWritable();
    if (model.entity().appendOnly() && model.entity().reassignable().isEmpty()) {
      throw appendOnly();
    }
    List<Decision.Accepted<E>> accepted = acceptedOf(changes);
    List<Edit<E>> edits = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      edits.add(edit(changes.get(i).before(), accepted.get(i).state()));
    }
    List<Edit<E>> real = edits.stream().filter(e -> !e.changes().isEmpty()).toList();
    requireChangeable(real);
    requireMayChange(real);
    new UniqueKeys<>(scope, model)
        .claim(real.stream().map(e -> new UniqueKeys.Claim<>(e.before(), e.after())).toList());
    FieldKeeper<E> fields = new FieldKeeper<>(scope, model);
    for (Edit<E> edit : real) {
      fields.changed(edit.before(), edit.after());
    }
    for (Edit<E> edit : real) {
      write(
          () ->
              scope.storage().update(model, scope.session().tenant(), edit.before(), edit.after()));
      scope
          .context()
          .wrote(
              scope.session().tenant(), model.refOf(edit.after()), model.versionOf(edit.after()));
      fields.index(edit.before(), edit.after());
      audit(AuditEntry.Operation.CHANGED, edit.after(), edit.changes());
    }
    accepted.forEach(a -> a.events().forEach(scope::publish));
    return edits.stream().map(Edit::outcome).toList();
  }

  /** A record, what becomes of it, and wherein they differ. */
  private record Edit<E>(E before, E after, List<FieldChange> changes) {

    /** What is equal to what is there is not written again. */
    E outcome() {
      return changes.isEmpty() ? before : after;
    }
  }

  private Edit<E> edit(E before, E after) {
    if (!model.idOf(before).equals(model.idOf(after))) {
      throw new IllegalArgumentException("a " + model.name() + " keeps its id");
    }
    E row = model.canonical(after, model.versionOf(before) + 1);
    return new Edit<>(before, row, differences(before, row));
  }

  private List<Decision.Accepted<E>> acceptedOf(List<Change<E>> changes) {
    Set<UUID> ids = new HashSet<>();
    List<Reason> reasons = new ArrayList<>();
    for (Change<E> change : changes) {
      if (!ids.add(model.idOf(change.before()))) {
        throw new IllegalArgumentException("one " + model.name() + " is changed twice at once");
      }
      if (change.decision() instanceof Decision.Rejected<E> rejected) {
        reasons.addAll(rejected.reasons());
      }
    }
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
    return changes.stream().map(change -> change.decision().orRefuse()).toList();
  }

  private void requireChangeable(List<Edit<E>> edits) {
    Entity<E> entity = model.entity();
    if (entity.appendOnly()
        && !edits.stream()
            .flatMap(edit -> edit.changes().stream())
            .allMatch(change -> entity.reassignable().contains(change.path()))) {
      throw appendOnly();
    }
  }

  private IllegalStateException appendOnly() {
    return new IllegalStateException(model.name() + " is append-only");
  }

  private void requireMayChange(List<Edit<E>> edits) {
    if (edits.isEmpty()) {
      return;
    }
    Predicate<E> visible = scope.matching(model, scope.allowed(model, Operation.READ));
    Predicate<E> changeable = scope.matching(model, scope.allowed(model, Operation.CHANGE));
    for (Edit<E> edit : edits) {
      if (!visible.test(edit.before())) {
        throw new NotFound(model.refOf(edit.before()));
      }
      if (!changeable.test(edit.before()) || !changeable.test(edit.after())) {
        throw denied(Operation.CHANGE);
      }
    }
  }

  @Override
  public <V> Set<V> taken(Attribute<E, V> key, Collection<V> values) {
    scope.requireWriting();
    return new UniqueKeys<>(scope, model).taken(key, values);
  }

  @Override
  public void delete(E record) {
    requireWritable();
    if (model.entity().appendOnly()) {
      throw new IllegalStateException(model.name() + " is append-only");
    }
    requireVisible(record);
    requireAllowed(Operation.DELETE, record);
    write(() -> scope.storage().delete(model, scope.session().tenant(), record));
    scope
        .context()
        .wrote(scope.session().tenant(), model.refOf(record), model.versionOf(record) + 1);
    new FieldKeeper<>(scope, model).index(record, null);
    audit(AuditEntry.Operation.DELETED, record, differences(record, null));
  }

  private List<FieldChange> differences(@Nullable E before, @Nullable E after) {
    return AuditDiff.between(model, before, after, new FieldKeeper<>(scope, model));
  }

  /** The kernel's logs are written below this guard, by nobody but the kernel. */
  private void requireWritable() {
    scope.requireWriting();
    if (KernelEntities.isKernelsOwn(model.entity())) {
      throw new IllegalStateException(model.name() + " is written by the kernel only");
    }
  }

  private void write(Runnable write) {
    try {
      write.run();
    } catch (StaleVersion e) {
      scope.context().markLostRace();
      throw e;
    }
  }

  private List<E> shown(List<E> rows) {
    return scope.shown(model, rows);
  }

  private List<E> select(Selection<E> selection) {
    return scope.storage().select(model, scope.session().tenant(), selection);
  }

  private Criteria<E> visible(Criteria<E> where) {
    FieldSearch.check(scope, model, where);
    Criteria<E> visible = scope.allowed(model, Operation.READ);
    Criteria<E> seen = new SeenCriteria(scope).of(model, where);
    return visible instanceof Criteria.All<E> ? seen : seen.and(visible);
  }

  /** What the caller may not see does not exist for him, even if he has got hold of it. */
  private void requireVisible(E row) {
    if (!scope.matches(model, scope.allowed(model, Operation.READ), row)) {
      throw new NotFound(model.refOf(row));
    }
  }

  private void requireAllowed(Operation operation, E row) {
    if (!scope.matches(model, scope.allowed(model, operation), row)) {
      throw denied(operation);
    }
  }

  private AccessDenied denied(Operation operation) {
    return new AccessDenied(
        operation.name().toLowerCase(Locale.ROOT), model.name(), "not this record");
  }

  private void audit(AuditEntry.Operation operation, E row, List<FieldChange> changes) {
    if (!model.entity().unaudited()) {
      scope.audit(operation, model.refOf(row), model.versionOf(row), changes);
    }
  }
}
