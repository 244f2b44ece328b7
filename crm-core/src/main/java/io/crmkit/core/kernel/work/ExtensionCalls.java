package io.crmkit.core.kernel.work;

import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.extension.Action;
import io.crmkit.api.extension.ActionPoint;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.extension.GuardPoint;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what the modules that are on for the tenant have added at a point. */
final class ExtensionCalls {

  private static final Logger LOG = LoggerFactory.getLogger(ExtensionCalls.class);

  private final SessionImpl session;
  private final TxContext tx;
  private final Extensions extensions;

  ExtensionCalls(SessionImpl session, TxContext tx) {
    this.session = session;
    this.tx = tx;
    this.extensions = session.kernel().extensions();
  }

  <T> List<T> contributions(ContributionPoint<T> point) {
    return active(point).stream().map(c -> point.type().cast(c.provider().get())).toList();
  }

  <T, R> ReadTx.Gathered<R> gather(ContributionPoint<T> point, Function<T, List<R>> ask) {
    Parts parts = new Parts(tx);
    List<R> items = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try {
      for (Extensions.Contribution contribution : active(point)) {
        parts.begin();
        try {
          items.addAll(
              Blame.on(
                  contribution.module(),
                  "the contribution to " + point.id(),
                  () -> ask.apply(point.type().cast(contribution.provider().get()))));
        } catch (AccessDenied e) {
          // The module is well; what it would tell is not for this caller.
          parts.rescue(e);
        } catch (RuntimeException e) {
          parts.rescue(e);
          LOG.warn("module {} failed at {}", contribution.module(), point.id(), e);
          missing.add(contribution.module());
        }
      }
      parts.end();
    } catch (RuntimeException | Error e) {
      parts.abandon(e);
      throw e;
    }
    return new ReadTx.Gathered<>(items, missing);
  }

  private List<Extensions.Contribution> active(ContributionPoint<?> point) {
    return extensions.contributions().getOrDefault(point.id(), List.of()).stream()
        .filter(c -> isOn(c.module()))
        .toList();
  }

  private boolean isOn(String module) {
    return session.kernel().switches().isOn(session.tenant(), module, tx);
  }

  <C> List<Reason> guards(GuardPoint<C> point, C context, List<ReadTx.GuardCall> calls) {
    Map<String, Extensions.GuardEntry> known = guardsAt(point);
    List<Reason> reasons = new ArrayList<>();
    for (ReadTx.GuardCall call : calls) {
      Extensions.GuardEntry entry = known.get(call.guard());
      if (entry == null || !isOn(entry.module())) {
        reasons.add(Reason.of(KernelReason.UNKNOWN_GUARD).with("guard", call.guard()));
      } else {
        reasons.addAll(ask(call.guard(), entry, new Asked<>(context, call.parameters())));
      }
    }
    return reasons;
  }

  <C> List<Reason> everyGuard(GuardPoint<C> point, C context) {
    List<Reason> reasons = new ArrayList<>();
    guardsAt(point)
        .forEach(
            (key, entry) -> {
              if (isOn(entry.module())) {
                reasons.addAll(ask(key, entry, new Asked<>(context, Map.of())));
              }
            });
    return reasons;
  }

  private Map<String, Extensions.GuardEntry> guardsAt(GuardPoint<?> point) {
    return extensions.workflow().guards().getOrDefault(point.id(), Map.of());
  }

  private record Asked<C>(C context, Map<String, String> parameters) {}

  private <C> List<Reason> ask(String key, Extensions.GuardEntry entry, Asked<C> asked) {
    return Blame.on(
        entry.module(),
        "the guard " + key,
        () -> {
          @SuppressWarnings("unchecked")
          Guard<C> guard = (Guard<C>) entry.provider().get();
          return guard.check(session, asked.context(), asked.parameters());
        });
  }

  List<Reason> missing(ActionPoint<?> point, List<ReadTx.ActionCall> calls) {
    List<Reason> reasons = new ArrayList<>();
    for (ReadTx.ActionCall call : calls) {
      if (entry(point, call) == null) {
        reasons.add(Reason.of(KernelReason.UNKNOWN_ACTION).with("action", call.action()));
      }
    }
    return reasons;
  }

  <C> void act(ActionPoint<C> point, C context, List<ReadTx.ActionCall> calls) {
    List<Reason> missing = missing(point, calls);
    if (!missing.isEmpty()) {
      throw new Refused(missing);
    }
    for (ReadTx.ActionCall call : calls) {
      Extensions.ActionEntry entry = entry(point, call);
      if (entry != null) {
        Blame.on(
            entry.module(),
            "the action " + call.action(),
            () -> {
              @SuppressWarnings("unchecked")
              Action<C> action = (Action<C>) entry.provider().get();
              action.run(session, context, call.parameters());
            });
      }
    }
  }

  private Extensions.@Nullable ActionEntry entry(ActionPoint<?> point, ReadTx.ActionCall call) {
    Extensions.ActionEntry entry =
        extensions.workflow().actions().getOrDefault(point.id(), Map.of()).get(call.action());
    return entry == null || !isOn(entry.module()) ? null : entry;
  }
}
