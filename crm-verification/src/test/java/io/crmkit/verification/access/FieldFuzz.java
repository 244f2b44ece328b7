package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.error.AccessDenied;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls every method of every service under random rules for fields, and without them. No record
 * may come back with more than the rules let be seen, no text either; and with the rules a command
 * must do what it does without them, unless it fills in what it may not. Everything is undone.
 */
final class FieldFuzz {

  private static final int TRIES = 6;

  private final CrmSession session;
  private final AtomicReference<AccessPolicy> policy;
  private final Map<EntityRef, Record> records;
  private final Map<String, Entity<?>> entities = new HashMap<>();
  private final Map<EntityRef, List<AuditEntry>> histories = new HashMap<>();
  private final Random random;
  private final Effects effects;
  private final Map<Class<?>, List<UUID>> ids = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>(List.of("no such text"));

  /** What was found to be wrong, by method. */
  final Map<String, List<String>> faults = new TreeMap<>();

  /** How many records in answers were compared with what a naive reader may see. */
  int compared;

  /** How many calls that changed something did the same under rules. */
  int sameEffects;

  FieldFuzz(CrmSession session, AtomicReference<AccessPolicy> policy, Random random) {
    this.session = session;
    this.policy = policy;
    this.random = random;
    this.records = Peek.all(session);
    this.effects = new Effects(records);
    Peek.ENTITIES.forEach(entity -> entities.put(entity.name(), entity));
    AuditLog audit = session.get(AuditLog.class);
    records.forEach(
        (ref, row) -> {
          ids.computeIfAbsent(
                  Objects.requireNonNull(Fuzz.value(row, "id")).getClass(), t -> new ArrayList<>())
              .add(ref.id());
          Graph.of(row).texts().stream().filter(t -> t.length() < 60).limit(3).forEach(texts::add);
          histories.put(ref, audit.historyOf(ref));
        });
  }

  /** Goes through the services once, under random rules. */
  void run(List<Class<?>> services) {
    double share = List.of(0.1, 0.4, 0.8).get(random.nextInt(3));
    Map<Class<?>, FieldAccess> rules = new HashMap<>();
    for (Entity<?> entity : Peek.ENTITIES) {
      // A host has no names for records that only modules know.
      if (entity.access() != Entity.AccessRule.PUBLIC
          && entity.type().getName().startsWith("io.crmkit.api.")) {
        FieldAccess some = Naive.random(entity.type(), random, share);
        Map<String, FieldAccess.Rule> possible = new HashMap<>(some.byPath());
        entity.neverEmpty().forEach(possible::remove);
        rules.put(entity.type(), new FieldAccess(possible));
      }
    }
    AccessPolicy restricted =
        AccessPolicy.allowAll()
            .withFields((tenant, actor, type) -> rules.getOrDefault(type, FieldAccess.none()));
    Set<String> secrets = secrets(rules);
    for (Class<?> service : services) {
      if (session.find(service).isPresent()) {
        for (Method method : Services.methods(service)) {
          call(service, method, new Under(restricted, rules, secrets));
        }
      }
    }
  }

  /** The rules of a run, and the texts that only hidden fields hold. */
  private record Under(
      AccessPolicy policy, Map<Class<?>, FieldAccess> rules, Set<String> secrets) {}

  private FieldAccess rulesOf(Map<Class<?>, FieldAccess> rules, Entity<?> entity) {
    FieldAccess own = rules.getOrDefault(entity.type(), FieldAccess.none());
    Entity.Owner owner = entity.owner();
    Map<String, FieldAccess.Rule> all = new HashMap<>(own.byPath());
    if (owner != null) {
      FieldAccess ofOwner = rules.getOrDefault(owner.owner(), FieldAccess.none());
      entity
          .repeated()
          .forEach(
              (path, repeats) ->
                  Optional.ofNullable(ofOwner.of(repeats))
                      .ifPresent(rule -> all.putIfAbsent(path, rule)));
    }
    entity.copied().forEach((path, original) -> again(all, path, own, original));
    return new FieldAccess(all);
  }

  private static void again(
      Map<String, FieldAccess.Rule> all, String path, FieldAccess rules, String original) {
    rules
        .byPath()
        .forEach(
            (ruled, rule) -> {
              if ((ruled + ".").startsWith(original + ".")) {
                all.putIfAbsent(path + ruled.substring(original.length()), rule);
              }
            });
  }

  private Set<String> secrets(Map<Class<?>, FieldAccess> rules) {
    Set<String> open = new HashSet<>();
    Set<String> hidden = new HashSet<>();
    records.forEach(
        (ref, row) -> {
          FieldAccess its = rulesOf(rules, Objects.requireNonNull(entities.get(ref.entity())));
          open.addAll(Graph.of(row, path -> its.of(path) == null).texts());
          hidden.addAll(Graph.of(row).texts());
          for (AuditEntry entry : histories.getOrDefault(ref, List.of())) {
            for (AuditEntry.FieldChange change : entry.changes()) {
              (its.of(change.path().replaceAll("\\[\\d+]", "")) == null ? open : hidden)
                  .addAll(Graph.of(change).texts());
            }
          }
        });
    String all = String.join("\n", open);
    Set<String> secrets = new TreeSet<>();
    for (String text : hidden) {
      if (Fuzz.isSecret(text, all)) {
        secrets.add(text);
      }
    }
    return secrets;
  }

  private void call(Class<?> service, Method method, Under under) {
    String name = service.getSimpleName() + "." + method.getName();
    for (int i = 0; i < TRIES; i++) {
      Inputs inputs = new Inputs(random, records, ids, texts);
      @Nullable Object[] arguments;
      try {
        arguments = inputs.arguments(method);
      } catch (Inputs.Malformed e) {
        continue;
      } catch (Inputs.Unmakeable e) {
        return;
      }
      Undone.Call call = new Undone.Call(service, method, arguments, inputs);
      policy.set(AccessPolicy.allowAll());
      Undone.Outcome whole = Undone.call(session, call, effects::of);
      inputs.heard().clear();
      policy.set(under.policy());
      Undone.Outcome shown;
      try {
        shown = Undone.call(session, call, effects::of);
      } finally {
        policy.set(AccessPolicy.allowAll());
      }
      check(name, shown, Graph.of(Arrays.asList(arguments)), under);
      if (!mayGiveBack(arguments, under.rules())) {
        compare(name, whole, shown);
      }
    }
  }

  /** Forms in which something is left out that the caller is not shown: it stays as it is. */
  private static boolean mayGiveBack(
      @Nullable Object[] arguments, Map<Class<?>, FieldAccess> rules) {
    Set<String> ruled = new HashSet<>();
    rules
        .values()
        .forEach(r -> r.byPath().keySet().forEach(path -> ruled.add(path.split("\\.")[0])));
    return Arrays.stream(arguments)
        .filter(Record.class::isInstance)
        .flatMap(form -> Arrays.stream(Components.of(form.getClass())))
        .anyMatch(component -> ruled.contains(component.getName()));
  }

  private void check(String name, Undone.Outcome outcome, Graph asked, Under under) {
    Object told = outcome.failure() == null ? outcome.result() : outcome.failure();
    String question = String.join("\n", asked.texts());
    List<String> answers = Graph.of(told).texts();
    for (String secret : under.secrets()) {
      if (!question.contains(secret) && answers.stream().anyMatch(t -> t.contains(secret))) {
        fault(name, "tells the hidden text '" + secret + "'");
      }
    }
    if (outcome.failure() == null) {
      Found found = new Found();
      found.walk(((List<?>) Objects.requireNonNull(told)).get(0));
      found.records.forEach(row -> checkRecord(name, row, under));
    }
  }

  private void checkRecord(String name, Record row, Under under) {
    for (Entity<?> entity : Peek.ENTITIES) {
      if (entity.type() == row.getClass()) {
        Object id = Fuzz.value(row, "id.value");
        Record known = records.get(new EntityRef(entity.name(), (UUID) id));
        if (known != null
            && Objects.equals(Fuzz.value(known, "version"), Fuzz.value(row, "version"))) {
          compared++;
          Object naive = Naive.shown(known, rulesOf(under.rules(), entity));
          if (!naive.equals(row)) {
            fault(name, "shows " + row + " instead of " + naive);
          }
        }
      }
    }
  }

  private void compare(String name, Undone.Outcome whole, Undone.Outcome shown) {
    if (shown.failure() instanceof AccessDenied denied
        && String.valueOf(denied.getMessage()).contains("not ")) {
      return; // what it fills in, or goes by, it may not
    }
    if (!end(whole).equals(end(shown))) {
      fault(name, "ends with " + end(shown) + " where all see everything with " + end(whole));
    } else if (!whole.effect().equals(shown.effect())) {
      fault(name, "does " + shown.effect() + " where all see everything " + whole.effect());
    } else if (whole.failure() == null && !Effects.isNone(whole.effect())) {
      sameEffects++;
    }
  }

  private static String end(Undone.Outcome outcome) {
    Throwable failure = outcome.failure();
    return failure == null
        ? "done"
        : failure.getClass().getSimpleName()
            + " "
            + Graph.masked(String.valueOf(failure.getMessage()), id -> false);
  }

  private void fault(String method, String what) {
    faults.computeIfAbsent(method, m -> new ArrayList<>()).add(what);
  }

  /** Every record in an answer. */
  private static final class Found {
    private final List<Record> records = new ArrayList<>();

    void walk(@Nullable Object value) {
      if (value instanceof Record row) {
        records.add(row);
        for (var component : Components.of(row.getClass())) {
          walk(Graph.component(row, component));
        }
      } else if (value instanceof Iterable<?> many) {
        many.forEach(this::walk);
      } else if (value instanceof Map<?, ?> map) {
        map.values().forEach(this::walk);
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(this::walk);
      }
    }
  }
}
