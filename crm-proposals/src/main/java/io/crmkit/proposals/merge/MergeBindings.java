package io.crmkit.proposals.merge;

import com.google.inject.AbstractModule;

/** How merging is put together. */
public final class MergeBindings extends AbstractModule {

  @Override
  protected void configure() {
    bind(WordEngine.class).to(MergingEngine.class);
    bind(MergingEngine.class);
    bind(ContentInspector.class);
    bind(ProposalMerger.class);
  }
}
