package io.crmkit.api.relay;

import io.crmkit.api.Actor;
import java.util.List;

/** Durable work of all tenants, for the operators of a host. Safe for many threads. */
public interface Relay {

  /** How it stands; counted anew every five seconds at most. */
  RelayHealth health();

  /**
   * What there is to do, by tenant, subscriber and handler. Tenants of which the access policy lets
   * the operator see no deliveries and timers are left out.
   */
  List<Backlog> backlog(Actor operator);
}
