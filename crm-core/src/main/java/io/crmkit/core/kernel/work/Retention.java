package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.UsedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears idempotency keys and locked names when they have been kept long enough, tenant by tenant,
 * in steps with a transaction of their own each. Safe for many threads and nodes: for each tenant
 * one clears at a time, and nothing that somebody holds is touched.
 */
public final class Retention {

  /** Keys and names are kept for at least so long, whatever the host says. */
  public static final Duration SHORTEST = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int STEP = 500;
  private static final String LOCK_SCOPE = "kernel.retention";

  private final Kernel kernel;
  private final Duration time;

  /**
   * @param time how long keys and names are kept
   */
  public Retention(Kernel kernel, Duration time) {
    this.kernel = kernel;
    this.time = time;
  }

  /** Clears what is old, of every tenant, and says how much. */
  public int clear() {
    Instant before = kernel.now().minus(time);
    // Names are dated by the day: one more day, so that none goes before its time.
    LocalDate day = LocalDate.ofInstant(before, ZoneOffset.UTC);
    Criteria<UsedKey> old = KernelEntities.USED_AT.lessThan(before);
    EntityModel<UsedKey> keys = kernel.models().of(KernelEntities.USED_KEYS);
    int cleared = 0;
    for (TenantId tenant : ask(tx -> tx.tenantsWith(keys, old))) {
      cleared += inSteps(tenant, tx -> clearKeys(tx, tenant, old));
    }
    for (TenantId tenant : ask(tx -> tx.tenantsWithNames(day))) {
      cleared += inSteps(tenant, tx -> tx.forgetNames(tenant, day, STEP));
    }
    return cleared;
  }

  /** Whoever is just repeating a command with such a key has its answer already, or none yet. */
  private int clearKeys(StorageTx tx, TenantId tenant, Criteria<UsedKey> old) {
    EntityModel<UsedKey> model = kernel.models().of(KernelEntities.USED_KEYS);
    tx.lockNames(tenant, LOCK_SCOPE, List.of("keys"));
    List<UsedKey> keys = tx.select(model, tenant, new Selection<>(old, List.of(), STEP, null));
    keys.forEach(key -> tx.delete(model, tenant, key));
    return keys.size();
  }

  private int inSteps(TenantId tenant, ToIntFunction<StorageTx> step) {
    int cleared = 0;
    int last;
    do {
      last = inOwn(tenant, step);
      cleared += last;
    } while (last == STEP);
    return cleared;
  }

  /** Zero if it met somebody: what is left is cleared the next time. */
  private int inOwn(TenantId tenant, ToIntFunction<StorageTx> step) {
    StorageTx tx = kernel.storage().begin();
    boolean done = false;
    try {
      int cleared = step.applyAsInt(tx);
      tx.commit();
      done = true;
      return cleared;
    } catch (Conflict | StaleVersion e) {
      LOG.debug("clearing for tenant {} met somebody and is left for later", tenant, e);
      return 0;
    } finally {
      if (!done) {
        tx.rollback();
      }
    }
  }

  private <R> R ask(Function<StorageTx, R> question) {
    StorageTx tx = kernel.storage().begin();
    try {
      return question.apply(tx);
    } finally {
      tx.rollback();
    }
  }
}
