package io.crmkit.api.feed;

import java.util.List;

/**
 * A stretch of the feed.
 *
 * @param changes in order; may be empty although there is more
 * @param next the cursor behind them, to be kept by the reader
 * @param more whether there is more to be read now
 */
public record FeedPage(List<FeedChange> changes, String next, boolean more) {

  public FeedPage {
    changes = List.copyOf(changes);
  }
}
