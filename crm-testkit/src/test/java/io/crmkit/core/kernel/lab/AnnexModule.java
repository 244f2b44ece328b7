package io.crmkit.core.kernel.lab;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** A second module, which extends the lab without the lab knowing it. */
public final class AnnexModule implements CrmModule {

  /** The key of the guard. */
  public static final String NOT_HEAVY = "annex.not-heavy";

  private final LabHooks hooks;

  public AnnexModule() {
    this(new LabHooks());
  }

  public AnnexModule(LabHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("annex", "1", "io.crmkit:crm-annex").requiring("lab");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.port(Oracle.class, question -> "nobody knows " + question);
    registrar.service(Annex.class, AnnexService.class);
    registrar.contribute(LabModule.NOTES, Notes.class);
    registrar.contribute(LabModule.NOTES, BrokenNotes.class);
    registrar.guard(LabModule.JUDGE, NOT_HEAVY, NotHeavy.class);
    registrar.bind(binder -> binder.bind(LabHooks.class).toInstance(hooks));
    registrar.subscribeDurably(Weighed.class, "annex.later", Later.class);
    // begin docs/events.md
    registrar.upcast(Weighed.class, 1, AnnexModule::kilosToGrams);
    registrar.upcast(Weighed.class, 2, AnnexModule::withScale);
    // end docs/events.md
    registrar.timer(Alarm.ANNEX, Alarm.class, AnnexAlarm.class);
  }

  private static Map<String, Object> kilosToGrams(Map<String, Object> content) {
    content.put("grams", ((Number) content.remove("kilos")).longValue() * 1_000);
    return content;
  }

  private static Map<String, Object> withScale(Map<String, Object> content) {
    content.put("scale", "unknown");
    return content;
  }

  static final class Later implements EventHandler<Weighed> {
    private final LabHooks hooks;

    @Inject
    Later(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Weighed> event) {
      hooks.call(LabHooks.Subscriber.ANNEX, session, event);
    }
  }

  static final class AnnexAlarm implements TimerHandler<Alarm> {
    private final LabHooks hooks;

    @Inject
    AnnexAlarm(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, TimerFired<Alarm> timer) {
      hooks.fire(session, timer);
    }
  }

  static final class AnnexService implements Annex {
    private final Oracle oracle;

    @Inject
    AnnexService(Work work, Oracle oracle) {
      this.oracle = oracle;
    }

    @Override
    public String ask(String question) {
      return oracle.answer(question);
    }
  }

  static final class Notes implements LabModule.NoteSource {
    @Override
    public List<String> notes() {
      return List.of("a note of the annex");
    }
  }

  static final class BrokenNotes implements LabModule.NoteSource {
    @Override
    public List<String> notes() {
      throw new IllegalStateException("broken on purpose");
    }
  }

  /** Refuses specimens whose total is above the parameter {@code limit}. */
  static final class NotHeavy implements Guard<Specimen> {
    @Override
    public List<Reason> check(
        CrmSession session, Specimen specimen, Map<String, String> parameters) {
      long limit = Long.parseLong(parameters.getOrDefault("limit", "10"));
      long total = specimen.measures().total();
      return total <= limit
          ? List.of()
          : List.of(Reason.of(LabReason.TOO_HEAVY).with("weight", total));
    }
  }
}
