package io.crmkit.api.document.content;

import java.util.List;

/**
 * Words of somebody else, set off from the text around.
 *
 * @param blocks what is quoted
 */
public record Quotation(List<Block> blocks) implements Block {

  /** Copies the list. */
  public Quotation {
    blocks = List.copyOf(blocks);
  }
}
