package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.storage.Entity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls every method of every service under random policies, and looks whether anything comes back
 * that the caller may not see. What he may see is found by a naive reference, which knows nothing
 * of criteria and stores: it goes through all records, and from each to its owner.
 *
 * <p>Every call happens twice: the second time each id of a hidden record is replaced by one that
 * never was. Both must end the same way, or a caller could find out that something is there.
 * Everything is undone.
 */
final class Fuzz {

  private static final int SHORTEST = 8;
  private static final int TRIES = 12;

  /** A sale of which some units are hidden is not taken over: their warranties cannot be begun. */
  private static final String REFUSED_FOR_HIDDEN_UNITS = "InstalledBase.pullAll";

  /** What somebody wrote: several words, an address, a number to call; not what programs write. */
  private static final Pattern WRITTEN = Pattern.compile("(?s).*[ @+].*");

  private final CrmSession session;
  private final AtomicReference<AccessPolicy> policy;
  private final Map<EntityRef, Record> records;
  private final Map<String, Entity<?>> entities;
  private final Random random;
  private final Map<Class<?>, List<UUID>> ids = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>(List.of("no such text"));

  final Lists lists;
  final Joins joins;
  private final Map<EntityRef, List<AuditEntry>> histories = new HashMap<>();

  /** What was found to be wrong, by method, and how often. */
  final Map<String, List<String>> leaks = new TreeMap<>();

  /** How many commands did the same under the policy as without one. */
  int sameEffects;

  private final Effects effects;
  private final Map<UUID, Set<UUID>> references = new HashMap<>();
  private final Set<UUID> exist = new HashSet<>();

  /** How often each method was called, and how often it gave something. */
  final Map<String, int[]> calls = new TreeMap<>();

  /** Methods for which no arguments can be made. */
  final Map<String, String> unmade = new TreeMap<>();

  Fuzz(CrmSession session, AtomicReference<AccessPolicy> policy, Random random) {
    this.session = session;
    this.policy = policy;
    this.random = random;
    this.records = Peek.all(session);
    records.forEach(
        (ref, row) -> {
          Object id = value(row, "id");
          ids.computeIfAbsent(Objects.requireNonNull(id).getClass(), t -> new ArrayList<>())
              .add(ref.id());
          Graph.of(row).texts().stream().filter(t -> t.length() < 60).limit(3).forEach(texts::add);
        });
    records.forEach(
        (ref, row) -> {
          exist.add(ref.id());
          references.put(ref.id(), Graph.of(row).ids());
        });
    this.effects = new Effects(records);
    this.lists = new Lists(session, policy, this::leak);
    this.joins = new Joins(session, records, random, this::leak);
    AuditLog audit = session.get(AuditLog.class);
    records.keySet().forEach(ref -> histories.put(ref, audit.historyOf(ref)));
    this.entities =
        Peek.ENTITIES.stream().collect(Collectors.toMap(Entity::name, e -> e, (a, b) -> a));
  }

  /** Goes through the services once, under one random policy. */
  void run(List<Class<?>> services) {
    Set<EntityRef> shown = new HashSet<>();
    double share = List.of(0.0, 0.2, 0.5, 0.8).get(random.nextInt(4));
    Map<Class<?>, Set<UUID>> chosen = new HashMap<>();
    for (EntityRef record : records.keySet()) {
      Entity<?> entity = entity(record);
      if (entity.access() == Entity.AccessRule.ROOT && random.nextDouble() < share) {
        chosen.computeIfAbsent(entity.type(), t -> new HashSet<>()).add(record.id());
      }
    }
    for (EntityRef record : records.keySet()) {
      if (visible(record, chosen)) {
        shown.add(record);
      }
    }
    policy.set(new HidingPolicy(hidden(chosen)));
    Told told = told(shown);
    for (Class<?> service : services) {
      if (session.find(service).isPresent()) {
        for (Method method : Services.methods(service)) {
          call(service, method, told);
          lists.compare(service, method, shown);
          joins.compare(service, method, shown);
        }
      }
    }
    policy.set(AccessPolicy.allowAll());
  }

  private Entity<?> entity(EntityRef record) {
    return Objects.requireNonNull(entities.get(record.entity()));
  }

  /** The naive reference. */
  private boolean visible(EntityRef ref, Map<Class<?>, Set<UUID>> chosen) {
    Record row = records.get(ref);
    if (row == null) {
      return false;
    }
    Entity<?> entity = entity(ref);
    return switch (entity.access()) {
      case PUBLIC -> true;
      case ROOT -> chosen.getOrDefault(entity.type(), Set.of()).contains(ref.id());
      case OWNER -> {
        Entity.Owner owner = Objects.requireNonNull(entity.owner());
        Object id = value(row, owner.path());
        yield id instanceof EntityId found
            && records.keySet().stream()
                .filter(r -> r.id().equals(found.value()))
                .filter(r -> entity(r).type() == owner.owner())
                .anyMatch(r -> visible(r, chosen));
      }
    };
  }

  static @Nullable Object value(Object row, String path) {
    Object value = row;
    for (String name : path.split("\\.")) {
      if (!(value instanceof Record fields)) {
        return null;
      }
      value =
          Arrays.stream(Components.of(fields.getClass()))
              .filter(component -> component.getName().equals(name))
              .findFirst()
              .map(component -> Graph.component(fields, component))
              .orElse(null);
    }
    return value;
  }

  /** Those of the roots that were not chosen. */
  private Map<Class<?>, Set<UUID>> hidden(Map<Class<?>, Set<UUID>> chosen) {
    Map<Class<?>, Set<UUID>> hidden = new HashMap<>();
    for (EntityRef record : records.keySet()) {
      Class<?> type = entity(record).type();
      boolean seen =
          entity(record).access() == Entity.AccessRule.PUBLIC
              || chosen.getOrDefault(type, Set.of()).contains(record.id());
      if (!seen) {
        hidden.computeIfAbsent(type, t -> new HashSet<>()).add(record.id());
      }
    }
    return hidden;
  }

  /**
   * What the caller may be told.
   *
   * @param hidden ids of records that no visible record names
   * @param secrets texts that stand in hidden records only
   */
  private record Told(Set<UUID> hidden, Set<String> secrets, Set<EntityRef> shown) {}

  private Told told(Set<EntityRef> shown) {
    Set<UUID> openIds = new HashSet<>();
    Set<String> openTexts = new HashSet<>();
    for (EntityRef record : shown) {
      Map<String, Class<?>> veiled = entity(record).veiled();
      Graph graph = Graph.of(records.get(record), path -> !veiled.containsKey(path));
      openIds.addAll(graph.ids());
      openTexts.addAll(graph.texts());
      history(record, openIds, openTexts);
    }
    String open = String.join("\n", openTexts);
    Set<UUID> hidden = new HashSet<>();
    Set<String> secrets = new HashSet<>();
    for (Map.Entry<EntityRef, Record> record : records.entrySet()) {
      if (!shown.contains(record.getKey())) {
        hidden.add(record.getKey().id());
        for (String text : Graph.of(record.getValue()).texts()) {
          if (isSecret(text, open)) {
            secrets.add(text);
          }
        }
      }
    }
    hidden.removeAll(openIds);
    return new Told(hidden, secrets, shown);
  }

  /** Whether somebody wrote this, and it stands nowhere in what may be seen. */
  static boolean isSecret(String text, String open) {
    return text.length() >= SHORTEST && WRITTEN.matcher(text).matches() && !open.contains(text);
  }

  /** Whoever may see a record may know what it was. */
  private void history(EntityRef record, Set<UUID> openIds, Set<String> openTexts) {
    Map<String, Class<?>> veiled = entity(record).veiled();
    for (AuditEntry entry : histories.getOrDefault(record, List.of())) {
      for (AuditEntry.FieldChange change : entry.changes()) {
        if (!veiled.containsKey(change.path().replaceAll("\\[\\d+]", ""))) {
          Graph graph = Graph.of(change);
          openIds.addAll(graph.ids());
          openTexts.addAll(graph.texts());
        }
      }
    }
  }

  private void call(Class<?> service, Method method, Told told) {
    String name = service.getSimpleName() + "." + method.getName();
    int[] count = calls.computeIfAbsent(name, n -> new int[2]);
    for (int i = 0; i < TRIES; i++) {
      Inputs inputs = inputs();
      Object[] arguments;
      try {
        arguments = inputs.arguments(method);
      } catch (Inputs.Malformed e) {
        continue;
      } catch (Inputs.Unmakeable e) {
        unmade.put(name, String.valueOf(e.getMessage()));
        return;
      }
      count[0]++;
      Graph asked = Graph.of(Arrays.asList(arguments));
      Undone.Call call = new Undone.Call(service, method, arguments, inputs);
      boolean known =
          !asked.ids().isEmpty()
              && !REFUSED_FOR_HIDDEN_UNITS.equals(name)
              && asked.ids().stream().noneMatch(id -> leadsToHidden(id, told, 0));
      Undone.Outcome whole = known ? unrestricted(call) : null;
      inputs.heard().clear();
      Undone.Outcome outcome = Undone.call(session, call, effects::of);
      if (whole != null) {
        compareEffects(name, whole, outcome);
      }
      if (outcome.failure() == null) {
        count[1]++;
      }
      check(name, outcome, asked, told);
      if (asked.ids().stream().anyMatch(told.hidden()::contains)) {
        compare(name, outcome, again(service, method, arguments, told), told);
      }
      if (method.getParameterCount() == 0) {
        return;
      }
    }
  }

  private Undone.Outcome unrestricted(Undone.Call call) {
    AccessPolicy restricted = policy.get();
    policy.set(AccessPolicy.allowAll());
    try {
      return Undone.call(session, call, effects::of);
    } finally {
      policy.set(restricted);
    }
  }

  /** Whether a record, or one that it refers to, is hidden: then a command may well be refused. */
  private boolean leadsToHidden(UUID id, Told told, int depth) {
    if (exist.contains(id) && told.shown().stream().noneMatch(ref -> ref.id().equals(id))) {
      return true;
    }
    return depth < 4
        && references.getOrDefault(id, Set.of()).stream()
            .anyMatch(other -> leadsToHidden(other, told, depth + 1));
  }

  /**
   * What is hidden elsewhere must not keep anybody from what he may do, nor change what it does.
   */
  private void compareEffects(String name, Undone.Outcome whole, Undone.Outcome seen) {
    Throwable failure = whole.failure();
    Throwable now = seen.failure();
    if (String.valueOf(now).contains(HidingPolicy.OPERATORS)) {
      return; // this caller is none, whatever the records
    }
    if (failure == null && now != null) {
      leak(name, "is refused where hidden records are no matter: " + now);
    } else if (failure != null && now == null) {
      leak(name, "is done where it must be refused: " + failure);
    } else if (failure == null && !whole.effect().equals(seen.effect())) {
      leak(name, "does " + seen.effect() + " where all see everything " + whole.effect());
    } else if (failure == null && !Effects.isNone(whole.effect())) {
      sameEffects++;
    }
  }

  private Inputs inputs() {
    return new Inputs(random, records, ids, texts);
  }

  private void check(String name, Undone.Outcome outcome, Graph asked, Told told) {
    Graph answer =
        outcome.failure() == null ? Graph.of(outcome.result()) : Graph.of(outcome.failure());
    String question = String.join("\n", asked.texts());
    for (UUID id : answer.ids()) {
      if (told.hidden().contains(id) && !asked.ids().contains(id)) {
        leak(name, "the id of the hidden " + refs(id));
      }
    }
    for (String secret : told.secrets()) {
      if (!question.contains(secret)
          && !digits(question).contains(digits(secret, secret))
          && answer.texts().stream().anyMatch(text -> text.contains(secret))) {
        leak(name, "the hidden text '" + secret + "'");
      }
    }
  }

  /** A telephone number that was asked for in another spelling is no secret. */
  private static String digits(String text, String otherwise) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.length() < SHORTEST ? otherwise : digits;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private String refs(UUID id) {
    return records.keySet().stream()
        .filter(ref -> ref.id().equals(id))
        .map(EntityRef::entity)
        .collect(Collectors.joining(", "));
  }

  private Undone.Outcome again(
      Class<?> service, Method method, @Nullable Object[] arguments, Told told) {
    Map<UUID, UUID> others = new HashMap<>();
    UnaryOperator<UUID> other =
        id -> told.hidden().contains(id) ? others.computeIfAbsent(id, i -> UUID.randomUUID()) : id;
    @Nullable Object[] replaced = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      replaced[i] = Replaced.in(arguments[i], other);
    }
    return Undone.call(session, service, method, replaced, inputs());
  }

  private void compare(String name, Undone.Outcome hidden, Undone.Outcome absent, Told told) {
    String one = shape(hidden, told);
    String other = shape(absent, told);
    if (!one.equals(other)) {
      leak(name, "a hidden record is told from one that is not there: " + one + " / " + other);
    }
  }

  /** How it ended, ids that the caller does not know left out. */
  private String shape(Undone.Outcome outcome, Told told) {
    Throwable failure = outcome.failure();
    if (failure == null) {
      return "done";
    }
    Set<UUID> known = told.shown().stream().map(EntityRef::id).collect(Collectors.toSet());
    return failure.getClass().getSimpleName()
        + " "
        + Graph.masked(String.valueOf(failure.getMessage()), known::contains);
  }

  private void leak(String method, String what) {
    if (!Services.MUST_BE_WHOLE.contains(method)) {
      leaks.computeIfAbsent(method, m -> new ArrayList<>()).add(what);
    }
  }
}
