package io.crmkit.testkit.fake;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.testkit.CrmSetup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A host that says in which country each tenant telephones, writes down who asked, and can be made
 * to fail. As a setup it gives itself to the engine; a test reaches it by {@code
 * crm.setup(RecordingPhoneRegion.class)}. Keeps {@link PhoneRegionContract}. Safe for many threads.
 */
public final class RecordingPhoneRegion implements CrmSetup, PhoneRegion {

  private record Question(TenantId tenant, Actor actor) {}

  private final Map<TenantId, String> regions = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** A host that knows of no tenant's country yet. */
  public RecordingPhoneRegion() {}

  @Override
  public void configure(CrmBuilder builder) {
    builder.port(PhoneRegion.class, this);
  }

  @Override
  public void prepare() {
    regions.clear();
    asked.clear();
    failures.set(0);
  }

  /**
   * What is answered for this tenant from now on, until the next test.
   *
   * @param region the ISO 3166 code, two capital letters
   */
  public void answer(TenantId tenant, String region) {
    regions.put(tenant, region);
  }

  /** The next questions fail, of whichever tenant. */
  public void failNext(int times) {
    failures.set(times);
  }

  /** For whom it was asked in this tenant, in order, failures included. */
  public List<Actor> asked(TenantId tenant) {
    return asked.stream().filter(q -> q.tenant().equals(tenant)).map(Question::actor).toList();
  }

  /** {@inheritDoc} Null for tenants of which it was told nothing. */
  @Override
  public @Nullable String of(CrmSession session) {
    asked.add(new Question(session.tenant(), session.actor()));
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("nobody knows where the tenant telephones");
    }
    return regions.get(session.tenant());
  }
}
