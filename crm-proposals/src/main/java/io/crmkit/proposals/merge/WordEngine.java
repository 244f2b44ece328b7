package io.crmkit.proposals.merge;

import java.util.Optional;

/** What this package wants of the engine that reads and writes Word files. Thread-safe. */
public interface WordEngine {

  /** Why a Word file cannot be taken; empty if it can. */
  Optional<FileProblem> inspectWord(byte[] file);

  /** Why a picture cannot be taken; empty if it can. */
  Optional<FileProblem> inspectPicture(byte[] file);

  /** Merges the parts in order. The same job gives the same bytes. */
  MergeOutcome merge(WordJob job);
}
