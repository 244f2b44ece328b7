package io.crmkit.testkit;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.privacy.Erasure;
import io.crmkit.api.privacy.ErasureShare;
import io.crmkit.api.privacy.PersonalData;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.testkit.sql.SentStatement;
import io.crmkit.testkit.storage.TestStorage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * One run of a contract test: a tenant of its own in an engine that is shared with other runs, with
 * a clock that stands still, ids that are the same in every run, and ears for events. Durable
 * events are delivered only when asked: {@link #deliver}.
 */
public final class TestCrm {

  /** The id of the actor of {@link #session()}. */
  public static final String ACTOR = "tester";

  private final SharedEngine engine;
  private final TenantId tenant;
  private final long seed;

  TestCrm(SharedEngine engine, TenantId tenant, long seed) {
    this.engine = engine;
    this.tenant = tenant;
    this.seed = seed;
  }

  /**
   * A fresh tenant for tests that are no {@link OnEveryStorage} themselves, such as properties: the
   * caller goes through {@link TestStorage#every()} on its own.
   *
   * @param seed of the ids and random numbers
   */
  public static TestCrm on(TestStorage storage, Class<? extends CrmSetup> setup, long seed) {
    SharedEngine engine = SharedEngine.of(storage, setup);
    return engine.begin(engine.freshTenant("tenant"), seed);
  }

  /** The name of the storage, such as {@code "H2"}. */
  public String storage() {
    return engine.storage();
  }

  /** The engine, which other runs share. */
  public Crm crm() {
    return engine.crm();
  }

  /** This run's own tenant. */
  public TenantId tenant() {
    return tenant;
  }

  /** A session of this run's tenant for the actor {@value #ACTOR}. */
  public CrmSession session() {
    return session(Actor.of(ACTOR));
  }

  public CrmSession session(Actor actor) {
    return engine.crm().session(tenant, actor);
  }

  /** A session for an actor with these roles. */
  public CrmSession session(String actor, String... roles) {
    return session(new Actor(actor, Set.of(roles), null));
  }

  /** The service of a module for the actor {@value #ACTOR}. */
  public <S> S get(Class<S> service) {
    return session().get(service);
  }

  /** Another fresh tenant in the same engine. */
  public TestCrm otherTenant() {
    return new TestCrm(engine, engine.freshTenant("other"), seed);
  }

  /** The clock of the engine; set to {@link MutableClock#START} when the run began. */
  public MutableClock clock() {
    return engine.clock();
  }

  /** A new id, from the same source as the engine's. */
  public UUID newId() {
    return engine.ids().get();
  }

  /** Random numbers that are the same in every run of this test. */
  public Random random() {
    return new Random(seed);
  }

  /** What this tenant's business takes for granted; say so before the first command. */
  public void profile(TenantProfile profile) {
    engine.profile(tenant, profile);
  }

  /** Asks this policy from now on about this tenant; until then everything is allowed. */
  public void policy(AccessPolicy policy) {
    engine.policy(tenant, policy);
  }

  /** The setup that the engine was made with. */
  public <S extends CrmSetup> S setup(Class<S> type) {
    return type.cast(engine.setup());
  }

  /** Delivers this tenant's durable events that are due, and says how many succeeded. */
  public int deliver() {
    return session().deliver();
  }

  /** Fires this tenant's timers that are due, and says how many succeeded. */
  public int fireDue() {
    return session().fireDue();
  }

  /**
   * What was published for this tenant, in order, by commands that were not undone. Only types that
   * some module registers or subscribes to are heard.
   */
  public List<CrmEvent> events() {
    return engine.envelopes(tenant).stream().<CrmEvent>map(EventEnvelope::event).toList();
  }

  /** The events of this type. */
  public <T extends CrmEvent> List<T> events(Class<T> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Like {@link #events()}, with the circumstances of their recording. */
  public List<EventEnvelope<?>> envelopes() {
    return engine.envelopes(tenant);
  }

  /**
   * Erases as a module would with {@link io.crmkit.core.spi.work.Tx#redact}, with eyes for the
   * whole tenant: to see that an entity of your own declares where people may be named.
   */
  public Redaction.Done redact(Redaction redaction) {
    return engine.observer().redact(session(), redaction);
  }

  /** What every module would do in this merge, in the order of the modules; changes nothing. */
  public List<MergeForecast> forecast(CustomerMerge merge) {
    return get(PartsModule.Drive.class).forecast(merge);
  }

  /** Lets every module do its part of a merge, in one transaction. */
  public List<MergeShare> merge(CustomerMerge merge) {
    return get(PartsModule.Drive.class).move(merge);
  }

  /**
   * Lets every module undo its part.
   *
   * @param shares what {@link #merge} returned
   */
  public void undo(CustomerMerge merge, List<MergeShare> shares) {
    get(PartsModule.Drive.class).undo(merge, shares);
  }

  /**
   * Lets every module do its part of an erasure, and the kernel its own, in one transaction. The
   * person's own record stays as it is.
   */
  public List<ErasureShare> erase(Erasure erasure) {
    return get(PartsModule.Drive.class).erase(erasure);
  }

  /** What every module holds on a person. */
  public List<PersonalData> heldOn(EntityRef person) {
    return get(PartsModule.Drive.class).heldOn(person);
  }

  /** The database, for looking behind the scenes; empty on memory. */
  public Optional<DataSource> dataSource() {
    return engine.dataSource();
  }

  /**
   * What the library sends to the database while this thread does the work, in order; nothing on
   * memory.
   */
  public List<SentStatement> sent(Runnable work) {
    return engine.log().during(work).stream().filter(SentStatement::byLibrary).toList();
  }

  /** Everything that this tenant holds in the storage, for comparing before and after. */
  public Fingerprint fingerprint() {
    return engine.fingerprint(tenant);
  }

  /** Does the work joined to a transaction that this host begins and commits by hand. */
  public <R> R joined(Function<CrmSession, R> work) {
    try (var tx = crm().begin()) {
      R result = work.apply(session().join(tx));
      tx.commit();
      return result;
    }
  }
}
