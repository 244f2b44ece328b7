package io.crmkit.core.customer;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import jakarta.inject.Inject;
import java.util.List;

/** A plugin whose contributions fail. */
public final class BrokenModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("broken", "1", "com.example:broken");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.contribute(TimelineSource.POINT, Broken.class);
    registrar.contribute(ViewSource.POINT, Broken.class);
  }

  /** Fails whatever it is asked. */
  public static final class Broken implements TimelineSource, ViewSource {

    @Inject
    public Broken() {}

    @Override
    public List<TimelineEntry> timeline(CrmSession session, Span span) {
      throw new IllegalStateException("no timeline today");
    }

    @Override
    public List<ViewSection> sections(CrmSession session, CustomerId customer) {
      throw new IllegalStateException("no sections today");
    }
  }
}
