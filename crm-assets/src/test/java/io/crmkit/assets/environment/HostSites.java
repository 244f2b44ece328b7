package io.crmkit.assets.environment;

import com.google.inject.Module;
import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentSubjectSource;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.TestCrm;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A host that keeps its customers' sites by itself, and lets environments hang on them. */
public final class HostSites implements CrmSetup {

  private final Plan plan = new Plan();

  /** Whose the host's sites are. */
  public static final class Plan {
    private final Map<EntityRef, CustomerId> owners = new ConcurrentHashMap<>();
  }

  static EntityRef site(TestCrm crm, CustomerId customer) {
    EntityRef site = new EntityRef("host.site", crm.newId());
    crm.setup(HostSites.class).plan.owners.put(site, customer);
    return site;
  }

  static void close(TestCrm crm, EntityRef site) {
    crm.setup(HostSites.class).plan.owners.remove(site);
  }

  @Override
  public List<CrmModule> modules() {
    return List.of(new HostModule(plan));
  }

  private record HostModule(Plan plan) implements CrmModule {

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("host_sites", "1", "test:host-sites");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      Module bindings = binder -> binder.bind(Plan.class).toInstance(plan);
      registrar.bind(bindings);
      registrar.contribute(EnvironmentSubjectSource.POINT, HostSource.class);
    }
  }

  /** The host's contribution. */
  public static final class HostSource implements EnvironmentSubjectSource {

    private final Plan plan;

    @Inject
    HostSource(Plan plan) {
      this.plan = plan;
    }

    @Override
    public Optional<EnvironmentSubject> subject(CrmSession session, EntityRef ref) {
      return Optional.ofNullable(plan.owners.get(ref))
          .map(customer -> new EnvironmentSubject(ref, null, customer));
    }
  }
}
