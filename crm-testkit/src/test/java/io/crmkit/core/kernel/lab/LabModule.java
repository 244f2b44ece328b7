package io.crmkit.core.kernel.lab;

import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.extension.GuardPoint;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import java.util.List;

/** The lab's module. */
public final class LabModule implements CrmModule {

  /** Where the annex adds its notes. */
  public static final ContributionPoint<NoteSource> NOTES =
      new ContributionPoint<>("lab.notes", NoteSource.class);

  /** Where the annex judges specimens. */
  public static final GuardPoint<Specimen> JUDGE = new GuardPoint<>("lab.judge", Specimen.class);

  /** What is contributed. */
  public interface NoteSource {
    List<String> notes();
  }

  private final LabHooks hooks;

  public LabModule(LabHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("lab", "1", "io.crmkit:crm-lab");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.bind(binder -> binder.bind(LabHooks.class).toInstance(hooks));
    registrar.migrations("io/crmkit/core/kernel/lab/migration");
    registrar.reasons(LabReason.class);
    registrar.entity(LabEntities.KEEPERS);
    registrar.entity(LabEntities.SPECIMENS);
    registrar.entity(LabEntities.TAGS);
    registrar.entity(LabEntities.NOTES);
    registrar.entity(LabEntities.RULES);
    registrar.entity(LabEntities.LOG);
    registrar.entity(LabEntities.SIGHTINGS);
    registrar.service(Lab.class, LabService.class);
    registrar.queries(LabQueries.class, LabQueries.OnSql::new, LabQueries.OnMemory::new);
    registrar.event(Measured.class);
    registrar.event(Retold.class);
    registrar.subscribe(Measured.class, "lab.at-once", LabSubscribers.AtOnce.class);
    registrar.subscribe(Retold.class, "lab.retold-at-once", LabSubscribers.RetoldAtOnce.class);
    registrar.subscribeDurably(Measured.class, "lab.later", LabSubscribers.Later.class);
    registrar.subscribeDurably(Measured.class, "lab.also-later", LabSubscribers.AlsoLater.class);
    registrar.timer(Alarm.HANDLER, Alarm.class, Alarm.Handler.class);
  }
}
