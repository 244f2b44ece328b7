package io.crmkit.proposals.merge;

import io.crmkit.core.spi.module.ModuleRegistrar;

/** How merging is put together. */
public final class MergeBindings {

  private MergeBindings() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.component(WordEngine.class, MergingEngine.class);
    registrar.component(ContentInspector.class);
    registrar.component(ProposalMerger.class);
  }
}
