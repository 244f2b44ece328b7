package io.crmkit.proposals.merge;

import java.util.Optional;

/** Placeholder until bound. */
final class MergingEngine implements WordEngine {
  @Override
  public Optional<FileProblem> inspectWord(byte[] file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<FileProblem> inspectPicture(byte[] file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MergeOutcome merge(WordJob job) {
    throw new UnsupportedOperationException();
  }
}
