package io.crmkit.core.kernel.work;

import io.crmkit.api.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is to be read next.
 *
 * @param position of a commit
 * @param index within its writes
 */
record FeedCursor(long position, int index) {

  private static final String VERSION = "1";

  String write() {
    String text = VERSION + " " + position + " " + index;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws InvalidInput if the text is no cursor
   */
  static FeedCursor read(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
      FeedCursor cursor = new FeedCursor(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
      if (parts.length == 3
          && parts[0].equals(VERSION)
          && cursor.position >= 1
          && cursor.index >= 0) {
        return cursor;
      }
    } catch (RuntimeException e) {
      throw new InvalidInput("after", "is not a cursor of the change feed");
    }
    throw new InvalidInput("after", "is not a cursor of the change feed");
  }
}
