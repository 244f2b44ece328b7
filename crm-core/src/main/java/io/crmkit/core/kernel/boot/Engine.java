package io.crmkit.core.kernel.boot;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.api.relay.Relay;
import io.crmkit.core.kernel.event.RelayPool;
import io.crmkit.core.kernel.event.RetentionThread;
import io.crmkit.core.kernel.work.DueWork;
import io.crmkit.core.kernel.work.Kernel;
import io.crmkit.core.kernel.work.KernelTransaction;
import io.crmkit.core.kernel.work.Lane;
import io.crmkit.core.kernel.work.Retention;
import io.crmkit.core.kernel.work.SessionImpl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open CRM. */
final class Engine implements Crm {

  private final Kernel kernel;
  private final @Nullable RelayPool relay;
  private final Relay operated;
  private final Retention retention;
  private final @Nullable RetentionThread clearing;
  private volatile boolean closed;

  /**
   * @param relay delivers in the background; null if the host does that
   * @param retention clears what is old
   * @param clearing does so in the background; null if the host does that
   */
  Engine(
      Kernel kernel,
      @Nullable RelayPool relay,
      Retention retention,
      @Nullable RetentionThread clearing) {
    this.kernel = kernel;
    this.relay = relay;
    this.operated = new EngineRelay(new DueWork(kernel), relay);
    this.retention = retention;
    this.clearing = clearing;
  }

  @Override
  public CrmSession session(TenantId tenant, Actor actor) {
    requireOpen();
    return SessionImpl.of(kernel, tenant, actor);
  }

  @Override
  public CrmTransaction begin() {
    requireOpen();
    return new KernelTransaction(kernel);
  }

  @Override
  public int deliver() {
    requireOpen();
    return new DueWork(kernel).doAll(Lane.Kind.DELIVERIES);
  }

  @Override
  public int fireDue() {
    requireOpen();
    return new DueWork(kernel).doAll(Lane.Kind.TIMERS);
  }

  @Override
  public Relay relay() {
    requireOpen();
    return operated;
  }

  @Override
  public int clearOld() {
    requireOpen();
    return retention.clear();
  }

  @Override
  public List<LoadedModule> modules() {
    return kernel.extensions().modules();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (relay != null) {
        relay.close();
      }
      if (clearing != null) {
        clearing.close();
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this CRM is closed");
    }
  }
}
