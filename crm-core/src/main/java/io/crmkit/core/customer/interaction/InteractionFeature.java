package io.crmkit.core.customer.interaction;

import io.crmkit.api.customer.interaction.InteractionRecorded;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.PromiseKept;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** What was said and written, and what was promised. */
public final class InteractionFeature {

  private InteractionFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(InteractionEntity.INTERACTIONS);
    registrar.event(InteractionRecorded.class);
    registrar.event(PromiseKept.class);
    registrar.service(Interactions.class, InteractionService.class);
  }
}
