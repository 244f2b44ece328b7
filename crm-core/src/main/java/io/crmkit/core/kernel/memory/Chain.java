package io.crmkit.core.kernel.memory;

import java.util.ArrayList;
import java.util.List;
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
    Version version = visible(sequence);
    return version == null ? null : version.row;
  }

  @Nullable Object latest() {
    Version version = newest;
    return version == null ? null : version.row;
  }

  /** Adds a state. The older ones stay until they are pruned. */
  void add(long sequence, @Nullable Object row) {
    newest = new Version(sequence, row, newest);
  }

  /** Forgets the states that no snapshot from this one on can see, and returns their rows. */
  List<Object> prune(long oldestSnapshot) {
    List<Object> forgotten = new ArrayList<>();
    Version last = visible(oldestSnapshot);
    if (last != null) {
      for (Version v = last.older; v != null; v = v.older) {
        addRow(forgotten, v);
      }
      last.older = null;
    }
    return forgotten;
  }

  /** The rows of all states that there still are. */
  List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    for (Version v = newest; v != null; v = v.older) {
      addRow(rows, v);
    }
    return rows;
  }

  /** Whether every snapshot from this one on finds the row deleted. */
  boolean isGone(long oldestSnapshot) {
    Version version = newest;
    return version == null || (version.row == null && version.sequence <= oldestSnapshot);
  }

  private @Nullable Version visible(long sequence) {
    Version version = newest;
    while (version != null && version.sequence > sequence) {
      version = version.older;
    }
    return version;
  }

  private static void addRow(List<Object> rows, Version version) {
    Object row = version.row;
    if (row != null) {
      rows.add(row);
    }
  }
}
