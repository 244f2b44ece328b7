package io.crmkit.api.document.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A document without any format: a title and blocks in reading order.
 *
 * <pre>{@code
 * var content = DocumentContent.titled("Quote Q-2041")
 *     .add(KeyValues.of("Customer", "Nordwind AG").and("Valid until", "31 March"))
 *     .add(Heading.of(1, "Items"))
 *     .add(table)
 *     .build();
 * }</pre>
 *
 * @param title the document's title; may be empty
 * @param blocks the blocks in reading order
 */
public record DocumentContent(String title, List<Block> blocks) {

  /** Copies the list. */
  public DocumentContent {
    blocks = List.copyOf(blocks);
  }

  /** Starts a document with the title. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Collects blocks. Not thread-safe. */
  public static final class Builder {

    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /** Appends a block. */
    public Builder add(Block block) {
      blocks.add(block);
      return this;
    }

    /** The document with the blocks so far. */
    public DocumentContent build() {
      return new DocumentContent(title, blocks);
    }
  }
}
