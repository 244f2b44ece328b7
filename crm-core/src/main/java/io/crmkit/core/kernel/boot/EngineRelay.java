package io.crmkit.core.kernel.boot;

import io.crmkit.api.Actor;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.Relay;
import io.crmkit.api.relay.RelayHealth;
import io.crmkit.core.kernel.event.RelayPool;
import io.crmkit.core.kernel.work.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Durable work of all tenants as operators see it. */
final class EngineRelay implements Relay {

  /** Health checks come often and from several places; counting looks at all there is to do. */
  private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

  private final DueWork work;
  private final @Nullable RelayPool pool;
  private volatile @Nullable Counted counted;

  private record Counted(List<Backlog> backlog, long at) {}

  EngineRelay(DueWork work, @Nullable RelayPool pool) {
    this.work = work;
    this.pool = pool;
  }

  @Override
  public RelayHealth health() {
    List<Backlog> backlog = counted();
    Set<String> unknown = new TreeSet<>();
    backlog.stream().filter(b -> !b.known()).forEach(b -> unknown.add(b.handler()));
    return new RelayHealth(
        pool != null,
        pool == null || pool.isAlive(),
        pool == null ? null : pool.lastPass(),
        total(backlog, Backlog.Kind.DELIVERIES),
        total(backlog, Backlog.Kind.TIMERS),
        unknown);
  }

  private List<Backlog> counted() {
    Counted known = counted;
    if (known == null || System.nanoTime() - known.at() > KEPT_NANOS) {
      known = new Counted(work.backlog(), System.nanoTime());
      counted = known;
    }
    return known.backlog();
  }

  private static RelayHealth.Totals total(List<Backlog> backlog, Backlog.Kind kind) {
    Backlog.Counts sum = new Backlog.Counts(0, 0, 0, 0, 0);
    Instant oldest = null;
    for (Backlog one : backlog) {
      if (one.kind() == kind) {
        sum = sum(sum, one.counts());
        Instant due = one.oldestDue();
        oldest = due != null && (oldest == null || due.isBefore(oldest)) ? due : oldest;
      }
    }
    return new RelayHealth.Totals(sum, oldest);
  }

  private static Backlog.Counts sum(Backlog.Counts a, Backlog.Counts b) {
    return new Backlog.Counts(
        a.waiting() + b.waiting(),
        a.due() + b.due(),
        a.held() + b.held(),
        a.suspended() + b.suspended(),
        a.parked() + b.parked());
  }

  @Override
  public List<Backlog> backlog(Actor operator) {
    return work.backlog(operator);
  }
}
