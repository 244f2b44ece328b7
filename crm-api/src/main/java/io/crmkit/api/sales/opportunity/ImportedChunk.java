package io.crmkit.api.sales.opportunity;

import io.crmkit.api.error.InvalidInput;
import java.util.List;

/**
 * What became of a chunk.
 *
 * @param created how many opportunities are new
 * @param present how many were there already and were left as they are
 * @param faults what is wrong with rows that could not be taken, with paths such as {@code
 *     "rows[3].visits[0].stage"} or {@code "rows[3].custom.region"}; empty if all were taken
 */
public record ImportedChunk(int created, int present, List<InvalidInput.Fault> faults) {

  public ImportedChunk {
    faults = List.copyOf(faults);
  }
}
