package io.crmkit.core.kernel.memory;

import org.jspecify.annotations.Nullable;

/**
 * The versions of one row, newest first. Written under the storage's commit lock, read without one.
 */
final class Chain {

  /** A committed state; a null row says that it was deleted. */
  private static final class Version {
    final long sequence;
    final @Nullable Object row;
    volatile @Nullable Version older;

    Version(long sequence, @Nullable Object row, @Nullable Version older) {
      this.sequence = sequence;
      this.row = row;
      this.older = older;
    }
  }

  private volatile @Nullable Version newest;

  /** The row as of this commit; null if there was none. */
  @Nullable Object asOf(long sequence) {
    Version version = newest;
    while (version != null && version.sequence > sequence) {
      version = version.older;
    }
    return version == null ? null : version.row;
  }

  @Nullable Object latest() {
    Version version = newest;
    return version == null ? null : version.row;
  }

  /** Adds a state and forgets those that no running transaction can see any more. */
  void add(long sequence, @Nullable Object row, long oldestSnapshot) {
    Version added = new Version(sequence, row, newest);
    newest = added;
    Version version = added;
    while (version != null && version.sequence > oldestSnapshot) {
      version = version.older;
    }
    if (version != null) {
      version.older = null;
    }
  }
}
