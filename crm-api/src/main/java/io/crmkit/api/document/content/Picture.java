package io.crmkit.api.document.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture on a line of its own, no wider than the text.
 *
 * @param data a PNG, JPEG or GIF file; copied when it comes in and when it goes out
 * @param alternative what the picture shows, for those who cannot see it; may be empty
 * @param caption text below the picture; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // copied on both ways, compared by content
public record Picture(byte[] data, String alternative, String caption) implements Block {

  /** Copies the data. */
  public Picture {
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Picture p
        && Arrays.equals(data, p.data)
        && alternative.equals(p.alternative)
        && caption.equals(p.caption);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(data) + alternative.hashCode()) + caption.hashCode();
  }

  @Override
  public String toString() {
    return "Picture[" + data.length + " bytes, " + alternative + ", " + caption + "]";
  }
}
