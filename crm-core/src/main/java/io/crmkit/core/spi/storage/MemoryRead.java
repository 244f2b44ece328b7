package io.crmkit.core.spi.storage;

import java.util.stream.Stream;

/** What a named query on memory is given: records already cut to tenant and access. */
public interface MemoryRead {

  /** The entity's records in no particular order. */
  <E> Stream<E> rows(Entity<E> entity);
}
