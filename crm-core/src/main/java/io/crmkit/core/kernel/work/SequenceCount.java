package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.work.KernelEntities.Sequence;
import org.jspecify.annotations.Nullable;

/** A count that was taken up in this transaction; written back when the command ends. */
final class SequenceCount {

  final @Nullable Sequence stored;
  final String tenant;
  final String name;
  long last;

  SequenceCount(@Nullable Sequence stored, String tenant, String name) {
    this.stored = stored;
    this.tenant = tenant;
    this.name = name;
    this.last = stored == null ? 0 : stored.last();
  }
}
