package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;

/**
 * What one subscriber or one handler of timers has to do for one tenant.
 *
 * @param kind deliveries or timers
 * @param tenant whose
 * @param handler the stable id of the subscriber or of the handler
 */
public record Lane(Kind kind, TenantId tenant, String handler) {

  /** What is to be done. */
  public enum Kind {
    DELIVERIES,
    TIMERS,
    /** Giving committed changes their place in the feed. */
    FEED
  }

  static Lane deliveries(TenantId tenant, String subscriber) {
    return new Lane(Kind.DELIVERIES, tenant, subscriber);
  }

  static Lane timers(TenantId tenant, String handler) {
    return new Lane(Kind.TIMERS, tenant, handler);
  }

  static Lane feed(TenantId tenant) {
    return new Lane(Kind.FEED, tenant, "");
  }

  /** Lanes that share a handler, whichever the tenant. */
  public String trade() {
    return kind + " " + handler;
  }
}
